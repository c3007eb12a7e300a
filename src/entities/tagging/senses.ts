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

/** Senses are numbered in training: the files of WordNet's lexicographers from 1 on, finer kinds of nouns from 64 on. */
export const FIRST_KIND = 64;
/** The file of nouns for people, and the kinds that are people come first: "leader" to "inhabitant". */
export const PEOPLE_FILE = 18;
export const PEOPLE_KINDS = 29;
/** The last of them: who belongs to a place. */
export const INHABITANT = FIRST_KIND + PEOPLE_KINDS - 1;

/** Whether a sense is a kind of person. */
export function meansPerson(sense: number): boolean {
  return sense === PEOPLE_FILE + 1 || (sense >= FIRST_KIND && sense < FIRST_KIND + PEOPLE_KINDS);
}

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
