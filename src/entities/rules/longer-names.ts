import { classBit } from "../tagging/gazetteer.ts";
import { meansPerson } from "../tagging/senses.ts";
import { Casing } from "../tagging/taggable.ts";
import { isOpener } from "./places/free-runs.ts";
import { NameIndex } from "./name-index.ts";
import type { NameMention } from "./name-mention.ts";
import { type TaggedText, textAt } from "./tagged-text.ts";
import { isTitle } from "./people/titles.ts";
import { TIME } from "./table/words.ts";

const NAME = classBit("given") | classBit("family");
const ROLE = classBit("role");
const DEMONYM = classBit("demonym");

/**
 * Leaves out places that only open a longer name which is none ("Perth Glory", "the Montreal Crystals"): a capitalised
 * word follows that belongs to no name, and is no day, title or people. So are those that only end the name of a body, as
 * its initials behind them tell ("the Council for Trade in Europe (CTE)").
 */
export function withoutLonger(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const index = new NameIndex(text, names);
  return names.filter(({ kind, sentence, first, last }) => {
    if (kind === "place" && endsBody(text, sentence, first, last)) return false;
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

/** Whether a place stands behind "in" and before initials in brackets whose last one is the place's. */
function endsBody(text: TaggedText, sentence: number, first: number, last: number): boolean {
  const initials = textAt(text, sentence, last + 2);
  return (
    /^(?:in|of|for)$/.test(textAt(text, sentence, first - 1)) &&
    textAt(text, sentence, last + 1) === "(" &&
    textAt(text, sentence, last + 3) === ")" &&
    /^\p{Lu}{3,}$/u.test(initials) &&
    initials.at(-1) === textAt(text, sentence, first).charAt(0)
  );
}
