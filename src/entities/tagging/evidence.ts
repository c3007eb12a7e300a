import { isBegin, kindIndex, LABEL_KINDS, OUTSIDE } from "./labels.ts";
import { type Lexeme, lexemeAt } from "./lexeme.ts";
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
  readonly contexts: Lexeme[];
  /** Times that the first pass gave it each role: see `rolesOf`. */
  readonly roles: number[];
}

/** What the document says about its words, of those that stand anywhere but in lower case. */
export class Evidence {
  readonly #words = new Map<number, WordEvidence>();

  // Signed numbers are cheaper as keys.
  get(lexeme: Lexeme): WordEvidence | undefined {
    return this.#words.get(lexeme.lower | 0);
  }

  getOrAdd(lexeme: Lexeme): WordEvidence {
    const key = lexeme.lower | 0;
    let word = this.#words.get(key);
    if (word === undefined) {
      word = { lowerCase: 0, capitalised: 0, contexts: [], roles: NO_ROLES.slice() };
      this.#words.set(key, word);
    }
    return word;
  }
}

/** Gathers the evidence of a document's sentences. */
export function gatherEvidence(sentences: readonly TaggableSentence[]): Evidence {
  const evidence = new Evidence();
  for (const { lexemes, casing, firstWord } of sentences) {
    for (let at = 0; at < lexemes.length; at += 1) {
      const lexeme = lexemes[at] as Lexeme;
      if (!lexeme.isWord || lexeme.isLower) continue;
      const word = evidence.getOrAdd(lexeme);
      if (!lexeme.isCapitalised || at === firstWord || casing !== Casing.Sentence) continue;
      word.capitalised += 1;
      if (word.contexts.length < 2 * CONTEXT_LIMIT) {
        word.contexts.push(lexemeAt(lexemes, at - 1), lexemeAt(lexemes, at + 1));
      }
    }
  }
  for (const { lexemes } of sentences) {
    for (const lexeme of lexemes) {
      const word = lexeme.isLower ? evidence.get(lexeme) : undefined;
      if (word !== undefined) word.lowerCase += 1;
    }
  }
  return evidence;
}

/** What part of what a word is: of nothing, or of each kind alone, at the end of a longer name, or before its end. */
export const ROLE_COUNT = 1 + 3 * LABEL_KINDS.length;
const ALONE = 1;
const AT_END = 2;
const BEFORE_END = 3;
const NO_ROLES: readonly number[] = Array.from({ length: ROLE_COUNT }, () => 0);

/** The kind behind a role: 0 none, otherwise 1 + the index into `LABEL_KINDS`. */
export function kindOfRole(role: number): number {
  return Math.ceil(role / 3);
}

/** The role of each token, from the labels of one sentence or of several. */
export function rolesOf(labels: Uint8Array): Uint8Array {
  const roles = new Uint8Array(labels.length);
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] as number;
    if (label === OUTSIDE) continue;
    const continues = labels[at + 1] === beginOf(label) + 1;
    const part = continues ? BEFORE_END : isBegin(label) ? ALONE : AT_END;
    roles[at] = 3 * (kindIndex(label) - 1) + part;
  }
  return roles;
}

function beginOf(label: number): number {
  return isBegin(label) ? label : label - 1;
}

/** Enters the roles that a first pass gave the tokens of a sentence into the evidence; they stand from `from` on. */
export function addRoles(evidence: Evidence, { lexemes }: TaggableSentence, roles: Uint8Array, from = 0): void {
  for (let at = 0; at < lexemes.length; at += 1) {
    const lexeme = lexemes[at] as Lexeme;
    const word = lexeme.isWord ? evidence.get(lexeme) : undefined;
    if (word === undefined) continue;
    const role = roles[from + at] as number;
    word.roles[role] = (word.roles[role] as number) + 1;
  }
}
