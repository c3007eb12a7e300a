import { classBit } from "../../tagging/gazetteer.ts";
import { NameIndex, withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import { peopleLikePlaces } from "../table/person-rows.ts";
import { meansPerson } from "../../tagging/senses.ts";
import { TIME } from "../table/words.ts";
import { type TaggedText, textAt } from "../tagged-text.ts";

const COMMON = classBit("word");

/**
 * Takes in the word behind a "place" of one word that makes a person of it: of "Dallas Creed" the tagger may have seen
 * nothing but Dallas.
 */
export function addFamilyNames(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  let index: NameIndex | null = null;
  const people = names.flatMap((name): NameMention[] => {
    const { kind, sentence, first, last } = name;
    if (kind !== "place" || first < last) return [];
    const { lexemes = [] } = text.taggable[sentence] ?? {};
    const [next, secondNext] = [lexemes[last + 1], lexemes[last + 2]];
    if (next?.isCapitalised !== true || next.isAllCaps || secondNext?.isLower !== true) return [];
    if (TIME.test(textAt(text, sentence, last + 1)) || (next.classes & COMMON) !== 0 || meansPerson(next.sense))
      return [];
    if (
      lexemes[first - 1]?.isLower !== true ||
      (index ??= new NameIndex(text, names)).at(sentence, last + 1) !== undefined
    )
      return [];
    const person = peopleLikePlaces(text, { ...name, last: last + 1 });
    return person?.kind === "person" ? [person] : [];
  });
  return withNames(text, names, people);
}
