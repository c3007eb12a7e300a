import { NameIndex, withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import { findInRuns, type TaggedText, textAt } from "../tagged-text.ts";
import { isCourtesyTitle } from "./titles.ts";

/** In words. */
const LONGEST_NAME = 3;

/** Adds whoever is called "Mrs." and was missed, since the name is a word too ("Mrs. Bishop"). */
export function addCourtesyNames(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  let index: NameIndex | null = null;
  const people = findInRuns(text, (sentence, first, last) => {
    for (let at = first; at < last; at += 1) {
      if (!isCourtesyTitle(textAt(text, sentence, at))) continue;
      const person: NameMention = { sentence, first: at + 1, last, kind: "person" };
      return last - at <= LONGEST_NAME && (index ??= new NameIndex(text, names)).meeting(person) === undefined
        ? person
        : null;
    }
    return null;
  });
  return withNames(text, names, people);
}
