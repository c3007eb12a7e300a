import { BODIES, COUNTRY, DEMONYM, FAMILY, FEATURE, GIVEN, PLACES, REGION, TOWNS } from "./classes.ts";
import { type NameRow, tableOf } from "./row.ts";
import { AT, BEFORE_PLACE, FACILITIES, TRUST } from "./words.ts";

/** What stands behind the name of a piece of ground or a building in small letters. */
const KIND_OF_GROUND =
  "roundabout junction intersection interchange prison jail checkpoint township peninsula island islands river valley lake reservoir " +
  "airport airfield airbase neighbourhood neighborhood suburb crossing dam refinery";
/** "Abu Hadid prison", "the Air Balloon roundabout" */
const GROUNDS: readonly NameRow[] = [
  { of: ["person", "organisation"], after: KIND_OF_GROUND, unknown: BODIES | DEMONYM, is: "place" },
];
/** Words for kinds of places that open a name in other languages. */
const FOREIGN =
  "Faubourg Barrio Barangay Rue Calle Avenida Plaza Piazza Wadi Jebel Jabal Kfar Khirbet Beit Deir Ciudad Puerto Nizhny " +
  "Gunung Pulau Kampung Kuala Tanjung Jalan Cerro Isla Ile Île Lac Mont";
/** What goes from place to place, and how. */
const TRAVEL =
  "flight flights train trains bus buses ferry ferries flew flown fled flee fleeing sailed sail sailing travelled traveled " +
  "travelling traveling deported extradited evacuated";
/** What is done on a ground of that name: "played at", "a match at". */
const PLAYED = "played staged match matches game games fight final finals concert race races beaten unbeaten";

/** Names of several words that are places because a word of theirs says so, or what stands before. */
export const placeWords = tableOf([
  // "Times Square", "Third Street"
  {
    of: ["person", "organisation"],
    words: "several",
    last:
      "Square Airport Stadium Bridge Prison Street Avenue Boulevard Highway River Peninsula Mountains Desert Canal Island " +
      "Islands Beach Valley Airfield Barracks Jail Courthouse Road Parkway Turnpike Expressway Freeway Crescent Racecourse " +
      "Speedway Raceway Velodrome Aerodrome Pier Wharf Quay",
    unknown: BODIES,
    is: "place",
  },
  // "Woodman Point"; but not "Marlon Bay"
  {
    of: ["person", "organisation"],
    words: "several",
    last:
      "Pass Point Creek Falls Bay Drive Heights Hills Springs Reef Lagoon Glacier Gorge Canyon Basin Plateau Harbor Harbour Cove " +
      "Mountain",
    firstUnknown: GIVEN,
    unknown: BODIES,
    is: "place",
  },
  // "Faubourg Lanier", "Wadi Hamra": a word for a kind of place in another language
  { of: ["person", "organisation"], words: "several", first: FOREIGN, unknown: BODIES, is: "place" },
  // "on Broadway"
  { of: ["person", "organisation"], words: "one", before: "on off", knownOnly: FEATURE | TOWNS, is: "place" },
  // "RAF Kinmuir", "HMP Ashdale", "Fort Ellery"
  { of: ["person", "organisation"], words: "several", first: "RAF HMP NAS", is: "place" },
  { of: ["person"], words: "several", first: "Fort Camp County Mount Cape Isle", is: "place" },
  // "flights to Shannon", "fled to Tarnby"; but not "flew to Anna Holm"
  {
    of: ["person", "organisation"],
    words: "one",
    before: "to from",
    secondBefore: TRAVEL,
    unknown: BODIES,
    is: "place",
  },
  {
    of: ["person", "organisation"],
    words: "several",
    before: "to from",
    secondBefore: TRAVEL,
    unknown: BODIES,
    firstUnknown: GIVEN,
    is: "place",
  },
  ...GROUNDS,
  // "the match was played at Highfield"
  { of: ["person", "organisation"], before: "at", secondBefore: PLAYED, unknown: FAMILY, is: "place" },
  // "at MacDill Air Force Base", "at the Juilliard School"
  { of: ["person", "organisation"], words: "several", last: FACILITIES, behind: AT, is: "place" },
  // "in the Church of Saint Colm"; but not "in the Church of England"
  {
    of: ["organisation"],
    words: "several",
    first: FACILITIES,
    lastUnknown: PLACES | TOWNS,
    behind: AT,
    is: "place",
  },
  // "from the White House", "in the Oval Office"
  {
    of: ["person", "organisation"],
    words: "several",
    behind: "from From in In inside Inside outside Outside near",
    known: FEATURE,
    is: "place",
  },
]);

/** What was missed before a word for a piece of ground or a building: "Batanja airport". */
export const grounds = tableOf(GROUNDS);

/** Names of several words that are places because the gazetteer says so, or what stands before. */
export const knownPlaces = tableOf([
  // "Phnom Penh"; but not "Phnom Penh High School", nor the White House, which a town of Tennessee is called like
  {
    of: ["organisation"],
    words: "several",
    last: /^(?!(?:House|Agency)$)/,
    after: /^(?!\p{Lu})/u,
    knownOnly: TOWNS,
    is: "place",
  },
  // "in Khan Younis"; but not "trust in Khan Younis", nor "in Anna Holm’s room"
  {
    of: ["person"],
    words: "several",
    before: "in near outside In Near Outside",
    secondBefore: TRUST,
    after: /^(?!['’]s$)/,
    firstUnknown: GIVEN,
    is: "place",
  },
]);

/** People who are places, unless they are named in full. */
export const peopleThatArePlaces = tableOf([
  // "in Paterson"; but not "trust in Paterson", nor "in Paterson’s room"
  {
    of: ["person"],
    words: "one",
    before: "in In",
    secondBefore: TRUST,
    after: /^(?!['’]s$)/,
    unknown: GIVEN,
    is: "place",
  },
]);

/** Bodies that are places. */
export const bodiesThatArePlaces = tableOf([
  // "US", "UK", "U.S.": easily taken for a body's initials
  { of: ["organisation"], words: "one", first: /^\P{Ll}+$/u, known: COUNTRY, is: "place" },
  // "in Moscow", "eastern Ontario": what hardly ever stands before anything but a place
  {
    of: ["organisation"],
    before: BEFORE_PLACE,
    known: PLACES,
    is: "place",
  },
  // "Black Sea", "West Bank": a sea, a mountain, a region and nothing else
  { of: ["organisation"], words: "several", knownOnly: FEATURE | REGION | COUNTRY, is: "place" },
]);
