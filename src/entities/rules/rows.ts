import { classBit } from "../tagging/gazetteer.ts";
import { tableOf } from "./row.ts";

const COUNTRY = classBit("country");
const TOWNS = classBit("city") | classBit("town");
const PLACES = COUNTRY | classBit("city") | classBit("region");
const BODIES = classBit("organisation") | classBit("team");
const FEATURE = classBit("feature");
const GIVEN = classBit("given");
const FAMILY = classBit("family");

/** In lower case, they say where in a place something is, and are no part of its name. */
export const DIRECTION = /^(?:north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern)?$/;

/** What stands before a place and hardly ever before anything else. */
export const BEFORE_PLACE =
  /^(?:in|near|from|across|outside|(?:north|south|east|west|northeast|northwest|southeast|southwest)ern)$/;

/** American colleges are called after one of these and "State"; other countries have states of that form. */
const COLLEGE_STATES =
  "Alabama Appalachian Arizona Arkansas Ball Boise Colorado Florida Fresno Georgia Grambling Idaho Illinois Indiana Iowa " +
  "Jackson Kansas Kent Louisiana Michigan Mississippi Missouri Montana Morgan Murray Ohio Oklahoma Oregon Penn Sacramento " +
  "Tennessee Texas Utah Valdosta Weber Wichita Youngstown";

/** What is capitalised but never a person or place, whatever stands around it. */
export const noNames = tableOf([
  // "US$5", "US dollars": money, wherever it comes from
  {
    of: ["person", "place", "organisation"],
    words: "one",
    first: /^[A-Z.]+$/,
    after: "$ dollar dollars",
    is: "nothing",
  },
  // times, chambers and the like
  {
    of: ["person", "place"],
    only:
      "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september " +
      "october november december christmas easter ramadan halloween thanksgiving hanukkah diwali internet god mr mrs ms dr " +
      "mr. mrs. ms. dr. president minister i covid covid-19 parliament congress senate u.n. un nato opec p.a. p.c. l.l.c. s.a. n.v.",
    is: "nothing",
  },
  // "a Mercedes", "a Picasso": one of the things that bear the name; but not the name before a noun ("a London court")
  {
    of: ["person", "place"],
    words: "one",
    before: "a an",
    after: /^(?:[.,;:!?”"]|and|or|but|with|without|in|on|at|to|from|for|by|into|when|while|as|after|before)?$/,
    is: "nothing",
  },
]);

/** Places that have taken something in. */
export const placeBorders = tableOf([
  // "western Mongolia"
  { of: ["place"], words: "several", first: DIRECTION, is: "without its first word" },
  // "Michigan Democrats": who lives or votes there
  {
    of: ["place"],
    words: "several",
    last: /^(?:Democrats?|Republicans?|Conservatives|Liberals|Tories|Muslims|Christians|Catholics|Jews|Hindus|Sikhs)$/,
    is: "without its last word",
  },
]);

/** Companies and teams that are called after places. */
export const bodiesLikePlaces = tableOf([
  { of: ["place"], words: "several", first: "Air Radio Team", restKnown: PLACES, is: "organisation" },
  { of: ["place"], words: "two", first: COLLEGE_STATES, last: "State", is: "organisation" },
]);

/** Names of several words that are places, because a word of theirs says so, or the gazetteer, or what stands before. */
export const knownPlaces = tableOf([
  // "Times Square", "Evin Prison"
  {
    of: ["person", "organisation"],
    words: "several",
    last:
      "Square Airport Stadium Bridge Prison Street Avenue Boulevard Highway River Peninsula Mountains Desert Canal Island " +
      "Islands Beach Valley",
    is: "place",
  },
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
    before: "in near outside",
    secondBefore: /^(?!(?:faith|confidence|trust|interest|interested|belief|believe|believes|believed|trusts|stake)$)/i,
    after: /^(?!['’]s$)/,
    firstUnknown: GIVEN,
    is: "place",
  },
]);

/** People who are none. */
export const nobody = tableOf([
  // "Goldman Sachs", which is known as nothing but a company
  { of: ["person"], words: "several", knownOnly: BODIES, is: "organisation" },
  // "Morocco", but not "Jordan": a country that nobody is called after
  { of: ["person"], known: COUNTRY, unknown: GIVEN | FAMILY, is: "place" },
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
  // "Black Sea": a sea, river or mountain and nothing else
  { of: ["organisation"], words: "several", knownOnly: FEATURE, is: "place" },
]);

/** Months that are people's names too, and what stands before them as months. */
export const months = tableOf([
  {
    of: ["person"],
    words: "one",
    first: "March April May June August",
    before: /^(?:in|since|until|till|during|last|next|this|early|late|mid|by|through|\d+)$/i,
    is: "nothing",
  },
]);
