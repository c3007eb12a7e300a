import { setBorders } from "./borders.ts";
import { makeConsistent } from "./consistency.ts";
import { withoutCredits } from "./credits.ts";
import { addDatelines } from "./datelines.ts";
import { placesAmongFreeRuns } from "./free-runs.ts";
import { cutHeadlines } from "./headlines.ts";
import { joinNames } from "./joined-names.ts";
import type { NameMention } from "./name-mention.ts";
import { addNumberedRoads } from "./numbered-roads.ts";
import { completeLists } from "./lists.ts";
import { withoutLonger } from "./longer-names.ts";
import { joinNicknames } from "./nicknames.ts";
import { addOfficeHolders } from "./offices.ts";
import { byTable } from "./row.ts";
import {
  bodiesAndEvents,
  bodiesLikePlaces,
  peopleLikePlaces,
  peoples,
  knownPlaces,
  months,
  noNames,
  placeBorders,
  placeWords,
} from "./rows.ts";
import { hearSpeakers } from "./speakers.ts";
import { splitPlaces } from "./split-places.ts";
import { knowTeams } from "./scores.ts";
import { addVietnamese } from "./vietnamese.ts";
import { keepWellKnown } from "./well-known.ts";
import { withoutStorms } from "./storms.ts";
import type { TaggedText } from "./tagged-text.ts";

/** A rule sees the names of a whole document, in the order of the text, and gives those that are left. */
type Rule = (text: TaggedText, names: readonly NameMention[]) => NameMention[];

/** Each rule builds upon those before. What is decided by a name and the words beside it alone stands in `rows.ts`. */
export const RULES: readonly Rule[] = [
  joinNicknames,
  setBorders,
  byTable(noNames),
  byTable(placeBorders),
  byTable(bodiesLikePlaces),
  byTable(peopleLikePlaces),
  byTable(bodiesAndEvents),
  byTable(peoples),
  splitPlaces,
  addOfficeHolders,
  addVietnamese,
  addDatelines,
  addNumberedRoads,
  withoutStorms,
  byTable(placeWords),
  byTable(knownPlaces),
  hearSpeakers,
  makeConsistent,
  placesAmongFreeRuns(placeWords),
  keepWellKnown,
  completeLists,
  knowTeams,
  byTable(months),
  withoutLonger,
  joinNames,
  cutHeadlines,
  withoutCredits,
];

/** Takes the names that the tagger marked through all rules. */
export function applyRules(text: TaggedText, tagged: readonly NameMention[]): NameMention[] {
  return RULES.reduce<NameMention[]>((names, rule) => rule(text, names), [...tagged]);
}
