import { setBorders } from "./people/borders.ts";
import { makeConsistent } from "./consistency.ts";
import { addCourtesyNames } from "./people/courtesy.ts";
import { withoutCredits } from "./people/credits.ts";
import { knowCalledPlaces } from "./places/called-places.ts";
import { addDatelines } from "./places/datelines.ts";
import { fromFreeRuns } from "./places/free-runs.ts";
import { cutHeadlines } from "./headlines.ts";
import { joinNames } from "./joined-names.ts";
import type { NameMention } from "./name-mention.ts";
import { addNumberedRoads } from "./places/numbered-roads.ts";
import { completeLists } from "./lists.ts";
import { withoutLonger } from "./longer-names.ts";
import { joinNicknames } from "./people/nicknames.ts";
import { addFamilyNames } from "./people/given-places.ts";
import { addOfficeHolders } from "./people/offices.ts";
import { byTable } from "./table/row.ts";
import { bodiesAndEvents, bodiesLikePlaces } from "./table/body-rows.ts";
import { peoples, noNamesAfterAll, noNames, placeBorders } from "./table/nothing-rows.ts";
import { givenPlaces, peopleLikePlaces } from "./table/person-rows.ts";
import { grounds, knownPlaces, placeWords } from "./table/place-rows.ts";
import { addPartyPlaces } from "./places/parties.ts";
import { hearSpeakers } from "./places/speaking.ts";
import { splitPlaces } from "./places/split-places.ts";
import { knowTeams } from "./scores.ts";
import { addSyllabic } from "./people/syllables.ts";
import { addVietnamese } from "./people/vietnamese.ts";
import { keepWellKnown } from "./places/well-known.ts";
import { addStates } from "./places/states.ts";
import { withoutStorms } from "./places/storms.ts";
import type { TaggedText } from "./tagged-text.ts";
import type { Steps } from "../../slices.ts";

/** A rule sees the names of a whole document, in the order of the text, and gives those that are left. */
type Rule = (text: TaggedText, names: readonly NameMention[]) => NameMention[];

/** Each rule builds upon those before. What is decided by a name and the words beside it alone stands in `table/`. */
export const RULES: readonly Rule[] = [
  joinNicknames,
  setBorders,
  byTable(noNames),
  byTable(placeBorders),
  byTable(bodiesLikePlaces),
  byTable(bodiesAndEvents),
  byTable(peoples),
  byTable(givenPlaces),
  byTable(peopleLikePlaces),
  addFamilyNames,
  splitPlaces,
  addPartyPlaces,
  addOfficeHolders,
  addCourtesyNames,
  addVietnamese,
  addSyllabic,
  addDatelines,
  addNumberedRoads,
  withoutStorms,
  byTable(placeWords),
  byTable(knownPlaces),
  hearSpeakers,
  makeConsistent,
  fromFreeRuns(placeWords, "place"),
  fromFreeRuns(givenPlaces, "person"),
  fromFreeRuns(grounds, "place", { alone: true }),
  keepWellKnown,
  knowCalledPlaces,
  addStates,
  completeLists,
  knowTeams,
  byTable(noNamesAfterAll),
  withoutLonger,
  joinNames,
  cutHeadlines,
  withoutCredits,
];

/** Takes the names that the tagger marked through all rules, a step for each. */
export function* applyRules(text: TaggedText, tagged: readonly NameMention[]): Steps<NameMention[]> {
  let names = [...tagged];
  for (const rule of RULES) {
    names = rule(text, names);
    yield;
  }
  return names;
}
