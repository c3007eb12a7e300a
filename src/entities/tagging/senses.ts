import type { Gazetteer } from "./gazetteer.ts";
import { hashText } from "./hash.ts";

/** Regular endings and what stands in their place in the base form, the likelier first. */
const ENDINGS: readonly (readonly [ending: string, replacement: string])[] = [
  ["ies", "y"],
  ["s", ""],
  ["es", ""],
  ["ed", ""],
  ["ed", "e"],
  ["ing", ""],
  ["ing", "e"],
  ["men", "man"],
];
/** "planned", "planning". */
const DOUBLED = /([a-z])\1(?:ed|ing)$/;

/** What may be the base form of a word in lower case: the word itself, then without each ending that it has. */
export function* baseForms(word: string): Generator<string> {
  yield word;
  for (const [ending, replacement] of ENDINGS) {
    if (word.endsWith(ending)) yield word.slice(0, -ending.length) + replacement;
  }
  if (DOUBLED.test(word)) yield word.replace(DOUBLED, "$1");
}

/**
 * The kind of thing that a word most often means ("guitarists": a musician); 0 where it is unknown.
 *
 * @param word in lower case.
 */
export function senseOf(word: string, gazetteer: Gazetteer): number {
  for (const form of baseForms(word)) {
    const sense = gazetteer.senseOf(hashText(form));
    if (sense !== 0) return sense;
  }
  return 0;
}
