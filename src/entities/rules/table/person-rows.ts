import { classBit } from "../../tagging/gazetteer.ts";
import { BODIES, COUNTRY, DEMONYM, FAMILY, FEATURE, GIVEN, PLACES, TOWNS } from "./classes.ts";
import { tableOf } from "./row.ts";
import { KIN } from "./words.ts";

/** No word for a piece of land or a building, which makes a place of a name. */
const NO_GROUND =
  /^(?!(?:County|Counties|Creek|Palace|Lake|Parade|Road|Parish|Heights|Hills?|Springs|Falls|Bay|Beach|Park|Tech|Medical|Prison|Harbou?r|Point|Coast|City|Town|State|Center|Centre|Village|Township|Street|Avenue|Island|Islands|Valley|River|Mountains?|Bank|University|College|School|Reservoir|Hollow|Hook|View|Junction|Corner|Grove|Field|Farm|House|Court|Gate)$)/;

/** Not what stands before a place or a body. */
const NOT_IN = /^(?!(?:in|near|at|across|outside|the|The)$)/;

const GIVEN_PLACES =
  "India Kenya Asia America Egypt Cuba Ireland Holland Brooklyn Savannah Dakota Cheyenne Vienna Verona Siena Lourdes Milan " +
  "Memphis London Paris Dallas Austin Boston Denver Phoenix Aspen Raleigh Camden Odessa Valencia Sahara Persia";

/** Places that are given names, though no list of names has them: "India Carver", "Brooklyn Ames". */
export const givenPlaces = tableOf([
  {
    of: ["place", "organisation"],
    words: "two",
    first: GIVEN_PLACES,
    unknown: -1,
    last: NO_GROUND,
    lastKnown: FAMILY,
    before: NOT_IN,
    is: "person",
  },
  // "arrested Dallas Creed", "spoke to Dallas Creed"
  {
    of: ["place", "organisation"],
    words: "two",
    first: GIVEN_PLACES,
    unknown: -1,
    last: NO_GROUND,
    before: "told asked questioned arrested married thanked sued",
    is: "person",
  },
  {
    of: ["place", "organisation"],
    words: "two",
    first: GIVEN_PLACES,
    unknown: -1,
    last: NO_GROUND,
    before: "to",
    secondBefore: "spoke talked spoken According according",
    is: "person",
  },
  {
    of: ["place", "organisation"],
    words: "two",
    first: GIVEN_PLACES,
    unknown: -1,
    last: NO_GROUND,
    lastUnknown: PLACES | BODIES | DEMONYM | classBit("word") | classBit("role"),
    before: NOT_IN,
    after:
      "said says told tells won wrote sang asked thanked testified smiled laughed cried died wept resigned married",
    is: "person",
  },
]);

/** Titles that stand before nothing but a person's name. */
const RANKS =
  "Chief Senator Governor Judge Justice Pastor Bishop Archbishop Sheikh Dr. Prof. Professor Sgt. Capt. Captain Gen. General Col. " +
  "Colonel Sen. Rep. Gov. Lieutenant Lt. Detective Inspector Officer";

/** People who are called after places, at first sight or as a whole. */
export const peopleLikePlaces = tableOf([
  // "Chief Oyegwa"
  { of: ["place"], words: "one", before: RANKS, unknown: PLACES | FEATURE, is: "person" },
  // "the Emerson Tarnagwa administration"
  { of: ["place"], words: "several", after: "administration regime presidency", unknown: PLACES | TOWNS, is: "person" },
  // "her son, Orlando, was born"
  { of: ["place"], words: "one", before: ",", secondBefore: KIN, after: /^[,.]?$/, unknown: COUNTRY, is: "person" },
  // "Georgia Penn", "Dallas Creed": a given name that is a place's too, and a word that is none
  {
    of: ["place"],
    words: "two",
    firstKnown: [GIVEN, PLACES | TOWNS],
    firstUnknown: classBit("word"),
    unknown: -1,
    last: NO_GROUND,
    lastUnknown: PLACES | BODIES | DEMONYM | classBit("word"),
    before: NOT_IN,
    is: "person",
  },
  // "Chelsea Worth": a word behind it is no place either
  {
    of: ["place"],
    words: "two",
    firstKnown: [GIVEN, PLACES | TOWNS],
    firstUnknown: classBit("word"),
    unknown: -1,
    last: NO_GROUND,
    lastKnown: classBit("word"),
    before: NOT_IN,
    is: "person",
  },
  // "Israel Ortega": a given name that is a place's too, and a family name
  {
    of: ["place", "organisation"],
    words: "two",
    firstKnown: [GIVEN, PLACES],
    firstUnknown: classBit("word") | classBit("role"),
    unknown: -1,
    last: NO_GROUND,
    lastKnown: FAMILY,
    before: NOT_IN,
    is: "person",
  },
  // "Valerie Paris": nothing but a given name, and a place or family name
  {
    of: ["organisation"],
    words: "two",
    firstKnown: [GIVEN],
    firstUnknown: PLACES | TOWNS | BODIES | DEMONYM | classBit("word") | classBit("role"),
    unknown: -1,
    last: NO_GROUND,
    lastKnown: TOWNS | FAMILY,
    lastUnknown: classBit("word"),
    before: /^(?!(?:the|The|&)$)/,
    is: "person",
  },
]);
