import { classBit, LONGEST_PHRASE } from "../../tagging/gazetteer.ts";
import type { NameMention } from "../name-mention.ts";
import { OF_PLACE } from "../table/words.ts";
import { classesOf, type TaggedText, textAt, textsOf } from "../tagged-text.ts";

const COUNTRY = classBit("country");
const COMMON = classBit("word");
const GIVEN = classBit("given");
const NAME = GIVEN | classBit("family");
const REGION = classBit("region");
const TOWN = classBit("town");
const PLACE_CLASSES = COUNTRY | classBit("city") | classBit("region");

/** Makes two of what is two known places: "Baghdad-Damascus", "Lagos Nigeria". */
export function splitPlaces(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  return names.flatMap((name) => {
    if (name.first === name.last) return [name];
    const based = splitBased(text, name) ?? splitOwned(text, name) ?? splitWay(text, name) ?? withoutForm(text, name);
    if (based !== null || name.kind === "person") return based ?? [name];
    const pair = splitPair(text, name);
    if (name.kind === "place") return pair ?? splitCountry(text, name) ?? [name];
    // "the China-Japan talks", taken for a body
    return pair?.map((part): NameMention => ({ ...part, kind: "place" })) ?? [name];
  });
}

/** Known as countries or continents, but the ends of longer names. */
const PART_OF_NAME = /^(?:Republic|Africa|America|Asia|Europe)$/;

/** "Lagos Nigeria", "Greece Italy": a known place and a country, without the comma; `null` elsewhere. */
function splitCountry(text: TaggedText, name: NameMention): NameMention[] | null {
  if (classesOf(text, name) !== 0) return null;
  const tokens = text.sentences[name.sentence]?.tokens ?? [];
  for (let last = name.first; last < Math.min(name.last, name.first + LONGEST_PHRASE); last += 1) {
    const place = { ...name, last };
    const country = { ...name, first: last + 1 };
    const classes = classesOf(text, place);
    const isPlace = (classes & PLACE_CLASSES) !== 0 && (classes & COMMON) === 0 && !isDirection(text, place);
    const isCountry =
      (classesOf(text, country) & COUNTRY) !== 0 && !PART_OF_NAME.test(tokens[country.first]?.text ?? "");
    if (isPlace && (isCountry || isState(text, country))) return [place, country];
    if (isPlace && last > name.first && isFullName(text, country)) return [place, { ...country, kind: "person" }];
  }
  return null;
}

/** "(Maiduguri) Borno State": a region that says what it is. */
function isState(text: TaggedText, name: NameMention): boolean {
  if (!/^(?:State|Province|Region)$/.test(textAt(text, name.sentence, name.last)) || name.first === name.last)
    return false;
  return ((classesOf(text, name) | classesOf(text, { ...name, last: name.last - 1 })) & REGION) !== 0;
}

/** "(the Holy See) Mikayel Minasyan": a given name that is nothing else, and one more. */
function isFullName(text: TaggedText, { sentence, first, last }: NameMention): boolean {
  const given = classesOf(text, { sentence, first, last: first, kind: "person" });
  return last === first + 1 && (given & GIVEN) !== 0 && (given & ~NAME) === 0;
}

/** "South (Ossetia)", "Central (Africa)": parts of a place's name, though towns are called so too. */
function isDirection(text: TaggedText, name: NameMention): boolean {
  const opens = /^(?:North|South|East|West|Central|New|Upper|Lower)(?:ern)?$/;
  return textsOf(text, name).every((word) => opens.test(word));
}

/** "Moscow’s Third Street", taken for one name: a known place, and what is in it. */
function splitOwned(text: TaggedText, name: NameMention): NameMention[] | null {
  for (let mark = name.first + 1; mark < name.last; mark += 1) {
    if (!/^['’]s$/.test(textAt(text, name.sentence, mark))) continue;
    const place: NameMention = { ...name, last: mark - 1, kind: "place" };
    const classes = classesOf(text, place);
    return (classes & PLACE_CLASSES) === 0 || (classes & NAME) !== 0 ? null : [place, { ...name, first: mark + 1 }];
  }
  return null;
}

/** "Darwin for Manus Island", taken for one name: a known place, and where one goes from there. */
function splitWay(text: TaggedText, name: NameMention): NameMention[] | null {
  if (name.kind !== "place") return null;
  for (let at = name.first + 1; at < name.last; at += 1) {
    if (!/^(?:for|to|from|at)$/.test(textAt(text, name.sentence, at))) continue;
    const place: NameMention = { ...name, last: at - 1 };
    return (classesOf(text, place) & (PLACE_CLASSES | TOWN)) === 0 ? null : [place, { ...name, first: at + 1 }];
  }
  return null;
}

/** "State of Karelia": the place alone. */
function withoutForm(text: TaggedText, name: NameMention): NameMention[] | null {
  if (name.kind !== "place" || name.last < name.first + 2 || classesOf(text, name) !== 0) return null;
  const [form, of] = [0, 1].map((at) => textAt(text, name.sentence, name.first + at));
  const place = { ...name, first: name.first + 2 };
  return /^(?:State|Province)$/.test(form ?? "") && of === "of" && (classesOf(text, place) & PLACE_CLASSES) !== 0
    ? [place]
    : null;
}

/** "Calgary-based Epic Drilling", taken for one name: a known place, and what is based there. */
function splitBased(text: TaggedText, name: NameMention): NameMention[] | null {
  for (let hyphen = name.first + 1; hyphen < name.last - 1; hyphen += 1) {
    if (textAt(text, name.sentence, hyphen) !== "-" || !OF_PLACE.test(textAt(text, name.sentence, hyphen + 1)))
      continue;
    const place: NameMention = { ...name, last: hyphen - 1, kind: "place" };
    return (classesOf(text, place) & PLACE_CLASSES) === 0 ? null : [place, { ...name, first: hyphen + 2 }];
  }
  return null;
}

/** "London-Harare": two places, where each is known and they are not known together; `null` elsewhere. */
function splitPair(text: TaggedText, name: NameMention): NameMention[] | null {
  const { sentences, taggable } = text;
  const tokens = sentences[name.sentence]?.tokens ?? [];
  let hyphen = name.first + 1;
  while (hyphen < name.last && !/^[-–]$/.test(tokens[hyphen]?.text ?? "")) hyphen += 1;
  if (hyphen >= name.last || taggable[name.sentence]?.joined[hyphen] !== 1) return null;
  // "The Baghdad-Basra" line
  const first = /^The$/.test(tokens[name.first]?.text ?? "") ? name.first + 1 : name.first;
  const pair = [
    { ...name, first, last: hyphen - 1 },
    { ...name, first: hyphen + 1 },
  ];
  const isKnown = (part: NameMention): boolean => (classesOf(text, part) & PLACE_CLASSES) !== 0;
  return pair.every(isKnown) && !isKnown(name) ? pair : null;
}
