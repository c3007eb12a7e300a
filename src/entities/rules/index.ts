import { setBorders } from "./borders.ts";
import { makeConsistent } from "./consistency.ts";
import { addDatelines } from "./datelines.ts";
import { joinNames } from "./joined-names.ts";
import type { NameMention } from "./name-mention.ts";
import { addNumberedRoads } from "./numbered-roads.ts";
import { byTable } from "./row.ts";
import { bodiesLikePlaces, knownPlaces, months, noNames, placeBorders } from "./rows.ts";
import { nameHolders } from "./office-holders.ts";
import { hearSpeakers } from "./speakers.ts";
import { splitPlaces } from "./split-places.ts";
import { withoutStorms } from "./storms.ts";
import type { TaggedText } from "./tagged-text.ts";

/** A rule sees the names of a whole document, in the order of the text, and gives those that are left. */
type Rule = (text: TaggedText, names: readonly NameMention[]) => NameMention[];

/** Each rule builds upon those before. What is decided by a name and the words beside it alone stands in `rows.ts`. */
const RULES: readonly Rule[] = [
  setBorders,
  byTable(noNames),
  byTable(placeBorders),
  byTable(bodiesLikePlaces),
  splitPlaces,
  addDatelines,
  addNumberedRoads,
  withoutStorms,
  nameHolders,
  byTable(knownPlaces),
  hearSpeakers,
  makeConsistent,
  byTable(months),
  joinNames,
];

/** Takes the names that the tagger marked through all rules. */
export function applyRules(text: TaggedText, tagged: readonly NameMention[]): NameMention[] {
  return RULES.reduce<NameMention[]>((names, rule) => rule(text, names), [...tagged]);
}
