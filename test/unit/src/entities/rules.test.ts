import { describe, expect, it } from "vitest";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import { withoutCredits } from "../../../../src/entities/rules/people/credits.ts";
import { cutHeadlines } from "../../../../src/entities/rules/headlines.ts";
import { completeLists } from "../../../../src/entities/rules/lists.ts";
import { joinNicknames } from "../../../../src/entities/rules/people/nicknames.ts";
import { addOfficeHolders } from "../../../../src/entities/rules/people/offices.ts";
import { knowTeams } from "../../../../src/entities/rules/scores.ts";
import { addVietnamese } from "../../../../src/entities/rules/people/vietnamese.ts";
import { keepWellKnown } from "../../../../src/entities/rules/places/well-known.ts";
import { joinNames } from "../../../../src/entities/rules/joined-names.ts";
import { classBit, Gazetteer, type GazetteerClass, phraseHash } from "../../../../src/entities/tagging/gazetteer.ts";
import { Lexicon } from "../../../../src/entities/tagging/lexeme.ts";
import type { NameMention } from "../../../../src/entities/rules/name-mention.ts";
import { addNumberedRoads } from "../../../../src/entities/rules/places/numbered-roads.ts";
import { byTable } from "../../../../src/entities/rules/table/row.ts";
import { bodiesAndEvents, bodiesLikePlaces } from "../../../../src/entities/rules/table/body-rows.ts";
import { noNames, peoples, placeBorders } from "../../../../src/entities/rules/table/nothing-rows.ts";
import { peopleLikePlaces } from "../../../../src/entities/rules/table/person-rows.ts";
import { knownPlaces, placeWords } from "../../../../src/entities/rules/table/place-rows.ts";
import { hearSpeakers } from "../../../../src/entities/rules/places/speaking.ts";
import { splitPlaces } from "../../../../src/entities/rules/places/split-places.ts";
import { withoutStorms } from "../../../../src/entities/rules/places/storms.ts";
import { taggableSentence } from "../../../../src/entities/tagging/taggable.ts";
import { type TaggedText, taggedText } from "../../../../src/entities/rules/tagged-text.ts";
import { segment } from "../../../../src/text/segment.ts";
import { markNames, readNames } from "../../../cases/notation.ts";

const KNOWN: Readonly<Partial<Record<GazetteerClass, readonly string[]>>> = {
  country: [
    "Norway",
    "Denmark",
    "Mongolia",
    "Ossetia",
    "Czech Republic",
    "Republic",
    "Zimbabwe",
    "Isle of Man",
    "Georgia",
  ],
  city: ["Oslo", "Bergen", "South", "Kyiv", "Sydney", "Drammen", "Hue"],
  capital: ["Oslo", "Kyiv"],
  metropolis: ["Sydney", "Kyiv"],
  region: ["Michigan", "Bay Area", "Karelia Coast"],
  town: ["Lund", "Phnom Penh", "White House"],
  feature: ["White House"],
  given: ["Anna", "Georgia", "Sydney", "Hope", "Erik"],
  family: ["Holm", "Wu"],
  demonym: ["Welsh"],
  organisation: ["Hansa Holm"],
  word: ["Hope", "State", "Justice", "defeats"],
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
  const text = taggedText({ sentences, taggable, gazetteer, opening: new Set([0]) });
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
  it.each(PLACES)("%s", (_name, before, after) => {
    expect([placeWords, knownPlaces].reduce((marked, table) => through(byTable(table), marked), before)).toBe(after);
  });
});

describe("noNames", () => {
  it.each(NO_NAMES)("%s", (_name, before, after) => expect(through(byTable(noNames), before)).toBe(after));
});

const BODIES: Cases = [
  ["a party", "The [l:Norway National Party] won.", "The [o:Norway National Party] won."],
  ["a club", "[p:Albin Rovers] lost.", "[o:Albin Rovers] lost."],
  ["a cup", "They won the [l:Norway Cup].", "They won the Norway Cup."],
  ["a cup, its last word outside", "the [l:Oslo] Open", "the Oslo Open"],
  ["a firm and its sons", "[p:Holm] & Sons grew.", "[o:Holm] & Sons grew."],
  ["people with an ampersand", "[p:Anna Holm] & Erik left.", "[p:Anna Holm] & Erik left."],
  ["a paper", "the newspaper [p:Nye Dag] wrote", "the newspaper [o:Nye Dag] wrote"],
  ["a ship", "The tug [p:Anna Holm] sank.", "The tug Anna Holm sank."],
  ["a ship of the navy", "The frigate [p:HMS Holm] sank.", "The frigate HMS Holm sank."],
  ["shares", "Shares of [p:Holm] fell.", "Shares of [o:Holm] fell."],
  ["an app", "[p:ChatNow] was slow.", "[o:ChatNow] was slow."],
  ["a name with two capitals", "[p:McHolm] was slow.", "[p:McHolm] was slow."],
  ["known as nothing else", "[l:Hansa Holm] grew.", "[o:Hansa Holm] grew."],
  ["a person", "[p:Anna Holm] grew.", "[p:Anna Holm] grew."],
];

const PEOPLES: Cases = [
  ["its second word outside", "the [l:South] Korean team", "the South Korean team"],
  ["both words", "the [l:North American] owl", "the North American owl"],
  ["of a city", "[l:San Bergicans] like fog", "San Bergicans like fog"],
  ["a place", "in [l:South Karelia] today", "in [l:South Karelia] today"],
];

const PEOPLE_LIKE_PLACES: Cases = [
  ["a given name that is a place", "[l:Georgia Brenn] sang.", "[p:Georgia Brenn] sang."],
  ["in a place", "in [l:Georgia Brenn] today", "in [l:Georgia Brenn] today"],
  ["a piece of land", "[l:Sydney Harbour] froze.", "[l:Sydney Harbour] froze."],
  ["a surname that is a place", "[o:Erik Lund] sang.", "[p:Erik Lund] sang."],
  ["a body with an article", "The [o:Erik Lund] sang.", "The [o:Erik Lund] sang."],
];

const WELL_KNOWN: Cases = [
  ["a country that was missed", "Norway said on Monday that it rained.", "[l:Norway] said on Monday that it rained."],
  ["a country that was a body", "[o:Norway] said so.", "[l:Norway] said so."],
  ["behind a word that opens the sentence", "For Denmark it was late.", "For [l:Denmark] it was late."],
  ["a country of several words", "On the Isle of Man it rained.", "On the [l:Isle of Man] it rained."],
  ["a capital's hyphen", "The Norway-Denmark talks failed.", "The [l:Norway]-[l:Denmark] talks failed."],
  ["a part of a longer name", "Denmark Bakers grew.", "Denmark Bakers grew."],
  ["a cup", "The Denmark Cup began.", "The Denmark Cup began."],
  ["what is led by it", "The Norway-led talks failed.", "The Norway-led talks failed."],
  ["somebody's surname", "[p:Anna Sydney] left. Sydney sang.", "[p:Anna Sydney] left. Sydney sang."],
  ["somebody with a title", "Mrs Kyiv sang.", "Mrs Kyiv sang."],
  ["somebody with an age", "They saw Sydney, 8, twice.", "They saw Sydney, 8, twice."],
  ["a city that nobody need know", "They like Drammen a lot.", "They like Drammen a lot."],
  [
    "a team in a document about sport",
    "[o:Sydney] beat the league in a season of goals.",
    "[o:Sydney] beat the league in a season of goals.",
  ],
  ["a city elsewhere", "[o:Sydney] voted.", "[l:Sydney] voted."],
];

const TEAMS: Cases = [
  ["a score", "[l:Bergen] 2 [l:Drammen] 1", "[o:Bergen] 2 [o:Drammen] 1"],
  ["a row of a table", "[l:Bergen] 4 2 1 1 9 3", "[o:Bergen] 4 2 1 1 9 3"],
  ["two names taken for one", "[l:Bergen 2 Drammen] 1", "[o:Bergen] 2 [o:Drammen] 1"],
  ["a country", "[l:Norway] 2 [l:Denmark] 1", "[l:Norway] 2 [l:Denmark] 1"],
  ["a number behind one name", "They left [l:Bergen] 20 minutes late.", "They left [l:Bergen] 20 minutes late."],
];

const LISTS: Cases = [
  ["a third place", "in [l:Oslo], Tarnvik and [l:Bergen]", "in [l:Oslo], [l:Tarnvik] and [l:Bergen]"],
  ["a place at the end", "in [l:Oslo], [l:Bergen] and Tarnvik", "in [l:Oslo], [l:Bergen] and [l:Tarnvik]"],
  ["one neighbour", "in [l:Oslo] and Tarnvik", "in [l:Oslo] and Tarnvik"],
  ["initials beside a person", "the cooks GT Ramlan and [p:Anna Holm]", "the cooks [p:GT Ramlan] and [p:Anna Holm]"],
  ["neighbours of two kinds", "[l:Oslo], Tarnvik and [p:Holm]", "[l:Oslo], Tarnvik and [p:Holm]"],
];

const NICKNAMES: Cases = [
  ["between two names", 'He met [p:Erik] "The Otter" [p:Holm] twice.', 'He met [p:Erik "The Otter" Holm] twice.'],
  ["behind a given name", "He met Erik “Tiny” Bramfeld twice.", "He met [p:Erik “Tiny” Bramfeld] twice."],
  ["a title of a film", 'He saw "The Otter" Monday.', 'He saw "The Otter" Monday.'],
  ["a sentence", '[p:Holm] said "No." Then he left.', '[p:Holm] said "No." Then he left.'],
];

const OFFICES: Cases = [
  ["an office of a body", "Minister of Justice Erik Brenn left.", "Minister of Justice [p:Erik Brenn] left."],
  ["an office of a city", "Mayor of Bergen Erik Brenn left.", "Mayor of [l:Bergen] [p:Erik Brenn] left."],
  ["an office within a name", "Mayor of [p:Bergen Erik Brenn] left.", "Mayor of [l:Bergen] [p:Erik Brenn] left."],
  [
    "several titles",
    "Nobody asked what the Deputy General Tor Ulbrik did.",
    "Nobody asked what the Deputy General [p:Tor Ulbrik] did.",
  ],
  ["who was found", "Mayor of Oslo [p:Erik Brenn] left.", "Mayor of [l:Oslo] [p:Erik Brenn] left."],
  ["no name behind it", "The Minister of Justice left.", "The Minister of Justice left."],
];

const CREDITS: Cases = [
  ["a byline", "By [p:Anna Holm]", "By Anna Holm"],
  [
    "a reporter in brackets",
    "(Reporting by [p:Anna Holm]; Editing by [p:Erik Brenn])",
    "(Reporting by Anna Holm; Editing by Erik Brenn)",
  ],
  ["a photographer", "Photo: [p:Anna Holm] / XYZ", "Photo: Anna Holm / XYZ"],
  ["a contributor", "[p:Anna Holm] contributed to this report.", "Anna Holm contributed to this report."],
  ["a masthead", "Editor in chief — [p:Anna Holm]", "Editor in chief — Anna Holm"],
  ["a caption", "Photo: [p:Anna Holm] waves to the crowd", "Photo: [p:Anna Holm] waves to the crowd"],
  ["a deed", "By Monday [p:Anna Holm] had left.", "By Monday [p:Anna Holm] had left."],
];

const VIETNAMESE: Cases = [
  ["a name that was missed", "The cook Le Thi Sang left.", "The cook [p:Le Thi Sang] left."],
  ["a part that was found", "Do [p:Van Brang] left.", "[p:Do Van Brang] left."],
  ["a place in it", "They saw Vo Van [l:Hue].", "They saw [p:Vo Van Hue]."],
  ["two words", "Le Thi left.", "Le Thi left."],
];

const HEADLINES: Cases = [
  [
    "a clause",
    "[p:HOLM DEFEATS BRENN] TWICE AGAIN\n\n[p:Anna Holm] beat [p:Erik Brenn].",
    "[p:HOLM] DEFEATS [p:BRENN] TWICE AGAIN\n\n[p:Anna Holm] beat [p:Erik Brenn].",
  ],
  ["a name", "[p:ANNA HOLM] WINS TWICE AGAIN", "[p:ANNA HOLM] WINS TWICE AGAIN"],
];

describe("hearSpeakers", () => {
  it.each(SPEAKERS)("%s", (_name, before, after) => expect(through(hearSpeakers, before)).toBe(after));
});

describe("withoutStorms", () => {
  it.each(STORMS)("%s", (_name, before, after) => expect(through(withoutStorms, before)).toBe(after));
});

describe("joinNames", () => {
  it.each(COMPOUNDS)("%s", (_name, before, after) => expect(through(joinNames, before)).toBe(after));
});

describe("bodiesAndEvents", () => {
  it.each(BODIES)("%s", (_name, before, after) => expect(through(byTable(bodiesAndEvents), before)).toBe(after));
});

describe("peoples", () => {
  it.each(PEOPLES)("%s", (_name, before, after) => expect(through(byTable(peoples), before)).toBe(after));
});

describe("peopleLikePlaces", () => {
  it.each(PEOPLE_LIKE_PLACES)("%s", (_name, before, after) =>
    expect(through(byTable(peopleLikePlaces), before)).toBe(after),
  );
});

describe("keepWellKnown", () => {
  it.each(WELL_KNOWN)("%s", (_name, before, after) => expect(through(keepWellKnown, before)).toBe(after));
});

describe("knowTeams", () => {
  it.each(TEAMS)("%s", (_name, before, after) => expect(through(knowTeams, before)).toBe(after));
});

describe("completeLists", () => {
  it.each(LISTS)("%s", (_name, before, after) => expect(through(completeLists, before)).toBe(after));
});

describe("joinNicknames", () => {
  it.each(NICKNAMES)("%s", (_name, before, after) => expect(through(joinNicknames, before)).toBe(after));
});

describe("addOfficeHolders", () => {
  it.each(OFFICES)("%s", (_name, before, after) => expect(through(addOfficeHolders, before)).toBe(after));
});

describe("withoutCredits", () => {
  it.each(CREDITS)("%s", (_name, before, after) => expect(through(withoutCredits, before)).toBe(after));
});

describe("addVietnamese", () => {
  it.each(VIETNAMESE)("%s", (_name, before, after) => expect(through(addVietnamese, before)).toBe(after));
});

describe("cutHeadlines", () => {
  it.each(HEADLINES)("%s", (_name, before, after) => expect(through(cutHeadlines, before)).toBe(after));
});
