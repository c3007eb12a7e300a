import { kindIndex, LABEL_KINDS } from "./labels.ts";
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
  /** Times that the first pass took it for part of nothing, of a person, a place … */
  readonly kinds: Int32Array;
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
        word = { lowerCase: 0, capitalised: 0, contexts: [], kinds: new Int32Array(1 + LABEL_KINDS.length) };
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

/** Enters the labels of a first pass, one array a sentence, into the evidence. */
export function addLabels(
  evidence: Evidence,
  sentences: readonly TaggableSentence[],
  labels: readonly Uint8Array[],
): void {
  sentences.forEach(({ lexemes }, index) => {
    const own = labels[index];
    lexemes.forEach((lexeme, at) => {
      const kinds = evidence.get(lexeme.lower)?.kinds;
      if (kinds === undefined || !lexeme.isWord) return;
      const kind = kindIndex(own?.[at] ?? 0);
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    });
  });
}
