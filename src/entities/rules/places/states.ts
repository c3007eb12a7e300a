import { classBit } from "../../tagging/gazetteer.ts";
import { NameIndex, withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import { classesOf, type TaggedText, textAt } from "../tagged-text.ts";

const PLACES = classBit("city") | classBit("town") | classBit("region");
/** Postal codes of American states and Canadian provinces. */
const CODES: ReadonlySet<string> = new Set(
  (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN " +
    "TX UT VT VA WA WV WI WY DC ON BC AB QC NS NB MB SK NL PE"
  ).split(" "),
);

/** Adds a town with its state in two letters ("Lawrence, KS"), whatever either has been taken for; but not "Anna Holm, MD". */
export function addStates(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  let index: NameIndex | null = null;
  const places: NameMention[] = [];
  text.runs.forEach((runs, sentence) => {
    for (const { first, last } of runs) {
      if (first !== last || !CODES.has(textAt(text, sentence, first)) || textAt(text, sentence, first - 1) !== ",")
        continue;
      const town = townBefore(text, (index ??= new NameIndex(text, names)), sentence, first - 2);
      if (town !== null) places.push(town, { sentence, first, last, kind: "place" });
    }
  });
  return withNames(text, names, places);
}

/** The place that ends at a token: one that was found, or else one that is known. */
function townBefore(text: TaggedText, index: NameIndex, sentence: number, last: number): NameMention | null {
  const found = index.at(sentence, last);
  if (found?.kind === "place" && found.last === last) return found;
  if (found !== undefined && found.first < last) return null;
  const town: NameMention = { sentence, first: last, last, kind: "place" };
  return (classesOf(text, town) & PLACES) === 0 ? null : town;
}
