import { classBit } from "../tagging/gazetteer.ts";
import { meansPerson } from "../tagging/senses.ts";
import { Casing } from "../tagging/taggable.ts";
import { isOpener } from "./places/free-runs.ts";
import { NameIndex } from "./name-index.ts";
import type { NameMention } from "./name-mention.ts";
import { type TaggedText, textAt } from "./tagged-text.ts";
import { isTitle } from "./people/titles.ts";

const NAME = classBit("given") | classBit("family");
const ROLE = classBit("role");
const DEMONYM = classBit("demonym");
/** Capitalised words that stand behind a place and are no part of a name with it. */
const TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?$/;

/**
 * Leaves out places that only open a longer name which is none ("Perth Glory", "the Montreal Crystals"): a capitalised
 * word follows that belongs to no name, and is no day, title or people.
 */
export function withoutLonger(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const index = new NameIndex(text, names);
  return names.filter(({ kind, sentence, last }) => {
    if (kind !== "place" || text.taggable[sentence]?.casing !== Casing.Sentence) return true;
    const next = text.taggable[sentence].lexemes[last + 1];
    if (next?.isCapitalised !== true || next.isAllCaps || index.at(sentence, last + 1) !== undefined) return true;
    if (isOpener(next)) return true;
    const word = textAt(text, sentence, last + 1);
    return (
      TIME.test(word) || isTitle(word) || (next.classes & (NAME | ROLE | DEMONYM)) !== 0 || meansPerson(next.sense)
    );
  });
}
