import type { Sentence, Token } from "../text/document.ts";
import type { NameMention } from "./name-mention.ts";
import { leadingTitles } from "./titles.ts";

/** Names of times and the like: capitalised, but never people or places. */
const NEVER: ReadonlySet<string> = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september " +
    "october november december christmas easter ramadan halloween thanksgiving hanukkah diwali internet god mr mrs ms dr " +
    "mr. mrs. ms. dr. president minister i covid covid-19"
  ).split(" "),
);

const isMark = (token: Token | undefined): boolean => token !== undefined && !/[\p{L}\p{N}]/u.test(token.text);

/**
 * Brings the borders of tagged names into the form that is shown: no marks at the ends, no titles before a person, no
 * month, weekday or feast taken for a person or place. Names of which nothing is left are dropped.
 */
export function adjustNames(names: readonly NameMention[], sentences: readonly Sentence[]): NameMention[] {
  return names.flatMap((name) => {
    const tokens = sentences[name.sentence]?.tokens ?? [];
    let { first, last } = name;
    while (first <= last && isMark(tokens[first])) first += 1;
    while (last >= first && (isMark(tokens[last]) || /^['’]s?$/i.test(tokens[last]?.text ?? ""))) last -= 1;
    if (first > last) return [];
    if (name.kind === "person") first += leadingTitles(tokens.slice(first, last + 1).map((token) => token.text));
    const isSingle = first === last;
    if (name.kind !== "organisation" && isSingle && NEVER.has(tokens[first]?.text.toLowerCase() ?? "")) return [];
    return [{ ...name, first, last }];
  });
}
