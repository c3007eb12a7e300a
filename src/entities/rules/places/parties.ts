import { classBit } from "../../tagging/gazetteer.ts";
import { withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import { classesOf, findInRuns, type TaggedText, textAt } from "../tagged-text.ts";

const PLACES = classBit("region") | classBit("city") | classBit("town");
/** The parties of American politicians, before their town or state. */
const PARTY = /^(?:D|R|I|DFL)$/;

/** Adds the places behind a party's letter and a hyphen ("Ann Cole, D-Cleveland", "Jo Hale (R-Vt.)"), without the letter. */
export function addPartyPlaces(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const places = findInRuns(text, (sentence, first, last) => {
    if (last < first + 2 || !PARTY.test(textAt(text, sentence, first))) return null;
    if (textAt(text, sentence, first + 1) !== "-" || !/^[,(]$/.test(textAt(text, sentence, first - 1))) return null;
    const place: NameMention = { sentence, first: first + 2, last, kind: "place" };
    return (classesOf(text, place) & PLACES) === 0 ? null : place;
  });
  return withNames(text, names, places);
}
