import { isBegin, kindIndex, LABEL_KINDS, OUTSIDE } from "./labels.ts";
import type { Lexeme } from "./lexeme.ts";
import { Casing, type TaggableSentence } from "./taggable.ts";

/** How many contexts of a word are kept: more say nothing new. */
const CONTEXT_LIMIT = 6;

/** What the whole document says about one word, in any capitalisation. */
export interface WordEvidence {
  /** Times that it stands in lower case. */
  lowerCase: number;
  /** Times that it is capitalised where nothing but a name is: not first in a sentence, not in a headline. */
  capitalised: number;
  /** The words before and after it at the first such places, in turn. */
  readonly contexts: (Lexeme | null)[];
  /** Times that the first pass gave it each role: see `rolesOf`. */
  readonly roles: Int32Array;
}

export type Evidence = ReadonlyMap<number, WordEvidence>;

/** Gathers the evidence of a document's sentences. */
export function gatherEvidence(sentences: readonly TaggableSentence[]): Evidence {
  const evidence = new Map<number, WordEvidence>();
  for (const { lexemes, casing, firstWord } of sentences) {
    for (let at = 0; at < lexemes.length; at += 1) {
      const lexeme = lexemes[at];
      if (lexeme === undefined || !lexeme.isWord) continue;
      let word = evidence.get(lexeme.lower);
      if (word === undefined) {
        word = { lowerCase: 0, capitalised: 0, contexts: [], roles: new Int32Array(ROLE_COUNT) };
        evidence.set(lexeme.lower, word);
      }
      if (lexeme.isLower) word.lowerCase += 1;
      else if (lexeme.isCapitalised && at !== firstWord && casing === Casing.Sentence) {
        word.capitalised += 1;
        if (word.contexts.length < 2 * CONTEXT_LIMIT) {
          word.contexts.push(lexemes[at - 1] ?? null, lexemes[at + 1] ?? null);
        }
      }
    }
  }
  return evidence;
}

/** What part of what a word is: of nothing, or of each kind alone, at the end of a longer name, or before its end. */
export const ROLE_COUNT = 1 + 3 * LABEL_KINDS.length;
const ALONE = 1;
const AT_END = 2;
const BEFORE_END = 3;

/** The kind behind a role: 0 none, otherwise 1 + the index into `LABEL_KINDS`. */
export function kindOfRole(role: number): number {
  return Math.ceil(role / 3);
}

/** The role of each token, from the labels of its sentence. */
export function rolesOf(labels: Uint8Array): Uint8Array {
  return labels.map((label, at) => {
    if (label === OUTSIDE) return 0;
    const continues = labels[at + 1] === beginOf(label) + 1;
    const part = continues ? BEFORE_END : isBegin(label) ? ALONE : AT_END;
    return 3 * (kindIndex(label) - 1) + part;
  });
}

function beginOf(label: number): number {
  return isBegin(label) ? label : label - 1;
}

/** Enters the roles that a first pass gave, one array a sentence, into the evidence. */
export function addRoles(
  evidence: Evidence,
  sentences: readonly TaggableSentence[],
  roles: readonly Uint8Array[],
): void {
  sentences.forEach(({ lexemes }, index) => {
    const own = roles[index];
    lexemes.forEach((lexeme, at) => {
      const word = lexeme.isWord ? evidence.get(lexeme.lower) : undefined;
      if (word === undefined) return;
      const role = own?.[at] ?? 0;
      word.roles[role] = (word.roles[role] ?? 0) + 1;
    });
  });
}
