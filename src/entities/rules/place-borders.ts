import { classBit } from "../tagging/gazetteer.ts";
import type { NameMention } from "./name-mention.ts";
import { classesOf, type TaggedText, textsOf } from "./tagged-text.ts";

const COUNTRY = classBit("country");
const COMMON = classBit("word");
const PLACE_CLASSES = COUNTRY | classBit("city") | classBit("region");

/** In lower case, they say where in a place something is, and are no part of its name. */
export const DIRECTION = /^(?:north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern)?$/;
/** Who lives or votes somewhere: "Michigan Democrats". */
const PEOPLE =
  /^(?:Democrats?|Republicans?|Conservatives|Liberals|Tories|Muslims|Christians|Catholics|Jews|Hindus|Sikhs)$/;

/** Words before a place that make a company or team of it: "Air Zimbabwe". */
const BODY_OPENER = /^(?:Air|Radio|Team)$/;
/** American colleges are called after one of these and "State"; other countries have states of that form. */
const COLLEGE_STATES: ReadonlySet<string> = new Set(
  (
    "Alabama Appalachian Arizona Arkansas Ball Boise Colorado Florida Fresno Georgia Grambling Idaho Illinois Indiana Iowa Jackson Kansas Kent " +
    "Louisiana Michigan Mississippi Missouri Montana Morgan Murray Ohio Oklahoma Oregon Penn Sacramento Tennessee Texas Utah Valdosta Weber Wichita Youngstown"
  ).split(" "),
);

/**
 * Brings the borders of a place's name to the name: without the direction before it ("western Mongolia"), and without
 * those who live there ("Michigan Democrats"); two known places are two ("Baghdad-Damascus", "Lagos Nigeria"). Airlines
 * and college teams that are called after places are none.
 */
export function placeBorders(text: TaggedText, name: NameMention): NameMention[] {
  if (name.kind !== "place") return [name];
  const tokens = text.sentences[name.sentence]?.tokens ?? [];
  let { first, last } = name;
  while (first < last && DIRECTION.test(tokens[first]?.text ?? "")) first += 1;
  if (first < last && PEOPLE.test(tokens[last]?.text ?? "")) last -= 1;
  const trimmed = { ...name, first, last };
  if (first === last) return [trimmed];
  const words = textsOf(text, trimmed);
  const isBody =
    BODY_OPENER.test(words[0] ?? "") && (classesOf(text, { ...trimmed, first: first + 1 }) & PLACE_CLASSES) !== 0;
  if (isBody || isCollege(words)) return [{ ...trimmed, kind: "organisation" }];
  return splitPair(text, trimmed) ?? splitCountry(text, trimmed) ?? [trimmed];
}

const isCollege = ([state = "", word, ...more]: readonly string[]): boolean =>
  word === "State" && more.length === 0 && COLLEGE_STATES.has(state);

/** Known as countries or continents, but the ends of longer names. */
const PART_OF_NAME = /^(?:Republic|Africa|America|Asia|Europe)$/;

/** "Lagos Nigeria", "Greece Italy": a known place and a country, without the comma; `null` elsewhere. */
function splitCountry(text: TaggedText, name: NameMention): NameMention[] | null {
  if (classesOf(text, name) !== 0) return null;
  const tokens = text.sentences[name.sentence]?.tokens ?? [];
  for (let last = name.first; last < name.last; last += 1) {
    const place = { ...name, last };
    const country = { ...name, first: last + 1 };
    const classes = classesOf(text, place);
    const isPlace = (classes & PLACE_CLASSES) !== 0 && (classes & COMMON) === 0 && !isDirection(text, place);
    const isCountry =
      (classesOf(text, country) & COUNTRY) !== 0 && !PART_OF_NAME.test(tokens[country.first]?.text ?? "");
    if (isPlace && isCountry) return [place, country];
  }
  return null;
}

/** "South (Ossetia)", "Central (Africa)": parts of a place's name, though towns are called so too. */
function isDirection(text: TaggedText, name: NameMention): boolean {
  const opens = /^(?:North|South|East|West|Central|New|Upper|Lower)(?:ern)?$/;
  return textsOf(text, name).every((word) => opens.test(word));
}

/** "London-Harare": two places, where each is known and they are not known together; `null` elsewhere. */
function splitPair(text: TaggedText, name: NameMention): NameMention[] | null {
  const { sentences, taggable } = text;
  const tokens = sentences[name.sentence]?.tokens ?? [];
  const hyphen = tokens.findIndex(({ text: mark }, at) => at > name.first && at < name.last && /^[-–]$/.test(mark));
  if (hyphen < 0 || taggable[name.sentence]?.joined[hyphen] !== 1) return null;
  const pair = [
    { ...name, last: hyphen - 1 },
    { ...name, first: hyphen + 1 },
  ];
  const isKnown = (part: NameMention): boolean => (classesOf(text, part) & PLACE_CLASSES) !== 0;
  return pair.every(isKnown) && !isKnown(name) ? pair : null;
}
