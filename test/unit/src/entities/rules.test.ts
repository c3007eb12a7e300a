import { describe, expect, it } from "vitest";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import { joinNames } from "../../../../src/entities/rules/joined-names.ts";
import { classBit, Gazetteer, type GazetteerClass, phraseHash } from "../../../../src/entities/tagging/gazetteer.ts";
import { Lexicon } from "../../../../src/entities/tagging/lexeme.ts";
import type { NameMention } from "../../../../src/entities/rules/name-mention.ts";
import { addNumberedRoads } from "../../../../src/entities/rules/numbered-roads.ts";
import { byTable } from "../../../../src/entities/rules/row.ts";
import { bodiesLikePlaces, knownPlaces, noNames, placeBorders } from "../../../../src/entities/rules/rows.ts";
import { hearSpeakers } from "../../../../src/entities/rules/speakers.ts";
import { splitPlaces } from "../../../../src/entities/rules/split-places.ts";
import { withoutStorms } from "../../../../src/entities/rules/storms.ts";
import { taggableSentence } from "../../../../src/entities/tagging/taggable.ts";
import type { TaggedText } from "../../../../src/entities/rules/tagged-text.ts";
import { segment } from "../../../../src/text/segment.ts";
import { markNames, readNames } from "../../../cases/notation.ts";

const KNOWN: Readonly<Partial<Record<GazetteerClass, readonly string[]>>> = {
  country: ["Norway", "Denmark", "Mongolia", "Ossetia", "Czech Republic", "Republic", "Zimbabwe"],
  city: ["Oslo", "Bergen", "South", "Kyiv"],
  region: ["Michigan", "Bay Area"],
  town: ["Lund", "Phnom Penh", "White House"],
  given: ["Anna"],
};
const gazetteer = Gazetteer.of(
  Object.entries(KNOWN).flatMap(([name, phrases]) =>
    phrases.map((phrase) => ({ hash: phraseHash(phrase), classes: classBit(name as GazetteerClass) })),
  ),
);
const lexicon = new Lexicon(gazetteer);

/** Takes the marked names through a rule, and marks what it leaves. */
function through(
  rule: (text: TaggedText, names: readonly NameMention[]) => readonly NameMention[],
  marked: string,
): string {
  const { text: plain, names: spans } = readNames(marked);
  const sentences = segment(articleOfPlainText(plain)).paragraphs.flatMap((paragraph) => paragraph.sentences);
  const taggable = sentences.map((sentence) => taggableSentence(sentence, lexicon));
  const text: TaggedText = { sentences, taggable, gazetteer, opening: new Set() };
  const names = spans.map(({ start, end, kind }): NameMention => {
    const sentence = sentences.findIndex((candidate) => candidate.start <= start && end <= candidate.end);
    const tokens = sentences[sentence]!.tokens;
    const first = tokens.findIndex((token) => token.start === start);
    return { sentence, first, last: tokens.findIndex((token) => token.end === end), kind };
  });
  const left = rule(text, names).map(({ sentence, first, last, kind }) => {
    const tokens = sentences[sentence]!.tokens;
    return { start: tokens[first]!.start, end: tokens[last]!.end, kind };
  });
  return markNames(plain, left);
}

type Cases = readonly (readonly [name: string, before: string, after: string])[];

const BORDERS: Cases = [
  ["a direction before a place", "in [l:western Mongolia] today", "in western [l:Mongolia] today"],
  ["a direction that is a part of its name", "in [l:South Ossetia] today", "in [l:South Ossetia] today"],
  ["those who vote there", "[l:Michigan Democrats] met", "[l:Michigan] Democrats met"],
  ["two cities and a hyphen", "the [l:Oslo-Bergen] road", "the [l:Oslo]-[l:Bergen] road"],
  ["a hyphen in one name", "the [l:Oslo-Nord] road", "the [l:Oslo-Nord] road"],
  ["a city and its country", "in [l:Bergen Norway] today", "in [l:Bergen] [l:Norway] today"],
  ["two countries without a comma", "[l:Norway Denmark] or Sweden", "[l:Norway] [l:Denmark] or Sweden"],
  ["a region that ends another name", "the [l:Bergen Bay Area] is wet", "the [l:Bergen Bay Area] is wet"],
  ["an airline", "[l:Air Zimbabwe] flew", "[o:Air Zimbabwe] flew"],
  ["a base is no airline", "at [l:Air Force Base] gates", "at [l:Air Force Base] gates"],
  ["a college team", "[l:Mississippi State] won", "[o:Mississippi State] won"],
  ["a state of that form", "in [l:Borno State] today", "in [l:Borno State] today"],
  ["no place", "[p:western Holm] met", "[p:western Holm] met"],
];

const ROADS: Cases = [
  ["a numbered street", "near 17th Street today", "near [l:17th Street] today"],
  ["with a direction", "on East 42nd St. today", "on [l:East 42nd St.] today"],
  ["a part of it known", "at 42nd [l:St. North] today", "at [l:42nd St.] North today"],
  ["all of it known", "on [l:West 42nd Street] today", "on [l:West 42nd Street] today"],
  ["a highway", "off Highway 301 and [l:Interstate] 95", "off [l:Highway 301] and [l:Interstate 95]"],
  ["British roads in a list", "via the A436, A40 and A429", "via the [l:A436], [l:A40] and [l:A429]"],
  ["an aircraft", "the A380 and the A417 plane", "the A380 and the A417 plane"],
  ["a paper size", "on A4 paper", "on A4 paper"],
  ["an ordinal before something else", "the 17th time, 3rd Regiment", "the 17th time, 3rd Regiment"],
];

const PLACES: Cases = [
  ["a square", "at [o:Times Square] today", "at [l:Times Square] today"],
  ["a prison", "they left [p:Evin Prison] today", "they left [l:Evin Prison] today"],
  ["a known town", "they left [o:Phnom Penh] today", "they left [l:Phnom Penh] today"],
  ["a body that a town is called like", "the [o:White House] said", "the [o:White House] said"],
  ["a school in a town", "at [o:Phnom Penh] High School", "at [o:Phnom Penh] High School"],
  ["in which something is", "it rained in [p:Khan Younis] today", "it rained in [l:Khan Younis] today"],
  ["in somebody with a given name", "he starred in [p:Anna Holm] today", "he starred in [p:Anna Holm] today"],
  ["whom one trusts", "faith in [p:Khan Younis] today", "faith in [p:Khan Younis] today"],
  ["one word", "they left [o:Lund] today", "they left [o:Lund] today"],
];

const NO_NAMES: Cases = [
  ["money", "[p:US] dollars", "US dollars"],
  ["a weekday, however it is written", "[p:MONDAY] and [l:Monday]", "MONDAY and Monday"],
  ["a weekday in a body's name", "[o:Sunday] and [o:Bergen Sunday]", "[o:Sunday] and [o:Bergen Sunday]"],
  ["a specimen", "He bought a [p:Holm].", "He bought a Holm."],
  ["a specimen at the end", "He bought an [p:Otter]", "He bought an Otter"],
  ["a name before a noun", "a [l:Bergen] court", "a [l:Bergen] court"],
];

const SPEAKERS: Cases = [
  ["said behind", "[l:Noma] said so. They saw [l:Noma].", "[p:Noma] said so. They saw [p:Noma]."],
  ["said before", "“No,” said [l:Noma]. They saw [l:Noma].", "“No,” said [p:Noma]. They saw [p:Noma]."],
  ["what is said about it", "They said [l:Noma] was flooded.", "They said [l:Noma] was flooded."],
  ["according to", "According to [l:Mpofu], no.", "According to [p:Mpofu], no."],
  ["a government by its city", "[l:Kyiv] said so.", "[l:Kyiv] said so."],
  ["a town that speaks once", "[l:Lund] said so.", "[l:Lund] said so."],
  ["a town that speaks twice", "[l:Lund] said so. [l:Lund] told him.", "[p:Lund] said so. [p:Lund] told him."],
  ["a paper", "The [l:Bergen Daily] said so.", "The [o:Bergen Daily] said so."],
  ["who speaks for a place", "A woman at [l:Holm Airport] says so.", "A woman at [l:Holm Airport] says so."],
];

const STORMS: Cases = [
  ["by its full name", "Hurricane [p:Dean] came. [p:Dean] left.", "Hurricane Dean came. Dean left."],
  ["with the word for it", "[p:Tropical Storm Dean] came. [p:Dean] left.", "Tropical Storm Dean came. Dean left."],
  ["somebody of that name", "[p:James Dean] saw Hurricane [p:Dean].", "[p:James Dean] saw Hurricane Dean."],
  ["a given name", "[p:Storm Lund] came.", "[p:Storm Lund] came."],
];

const COMPOUNDS: Cases = [
  ["a republic of a people", "in the Czech [l:Republic] today", "in the [l:Czech Republic] today"],
  ["a state by its form and name", "the [l:Republic] of [l:Norway] won", "the [l:Republic of Norway] won"],
  ["a strait", "the [l:Strait] of [l:Hormuz] is open", "the [l:Strait of Hormuz] is open"],
  ["a lake", "on Lake [l:Victoria] today", "on [l:Lake Victoria] today"],
  ["a republic of no name", "the French [l:Republic] today", "the French [l:Republic] today"],
];

describe("the borders of places", () => {
  it.each(BORDERS)("%s", (_name, before, after) => {
    const rules = [byTable(placeBorders), byTable(bodiesLikePlaces), splitPlaces];
    expect(rules.reduce((marked, rule) => through(rule, marked), before)).toBe(after);
  });
});

describe("addNumberedRoads", () => {
  it.each(ROADS)("%s", (_name, before, after) => expect(through(addNumberedRoads, before)).toBe(after));
});

describe("knownPlaces", () => {
  it.each(PLACES)("%s", (_name, before, after) => expect(through(byTable(knownPlaces), before)).toBe(after));
});

describe("noNames", () => {
  it.each(NO_NAMES)("%s", (_name, before, after) => expect(through(byTable(noNames), before)).toBe(after));
});

describe("hearSpeakers", () => {
  it.each(SPEAKERS)("%s", (_name, before, after) => expect(through(hearSpeakers, before)).toBe(after));
});

describe("withoutStorms", () => {
  it.each(STORMS)("%s", (_name, before, after) => expect(through(withoutStorms, before)).toBe(after));
});

describe("joinNames", () => {
  it.each(COMPOUNDS)("%s", (_name, before, after) => expect(through(joinNames, before)).toBe(after));
});
