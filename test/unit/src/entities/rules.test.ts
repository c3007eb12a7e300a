import { describe, expect, it } from "vitest";
import { joinNames } from "../../../../src/entities/rules/joined-names.ts";
import { completeLists } from "../../../../src/entities/rules/lists.ts";
import { withoutLonger } from "../../../../src/entities/rules/longer-names.ts";
import { knowCalledPlaces } from "../../../../src/entities/rules/places/called-places.ts";
import { fromFreeRuns } from "../../../../src/entities/rules/places/free-runs.ts";
import { addNumberedRoads } from "../../../../src/entities/rules/places/numbered-roads.ts";
import { addPartyPlaces } from "../../../../src/entities/rules/places/parties.ts";
import { hearSpeakers } from "../../../../src/entities/rules/places/speaking.ts";
import { splitPlaces } from "../../../../src/entities/rules/places/split-places.ts";
import { addStates } from "../../../../src/entities/rules/places/states.ts";
import { withoutStorms } from "../../../../src/entities/rules/places/storms.ts";
import { keepWellKnown } from "../../../../src/entities/rules/places/well-known.ts";
import { knowTeams } from "../../../../src/entities/rules/scores.ts";
import { bodiesAndEvents, bodiesLikePlaces } from "../../../../src/entities/rules/table/body-rows.ts";
import { noNames, peoples, placeBorders } from "../../../../src/entities/rules/table/nothing-rows.ts";
import { grounds, knownPlaces, placeWords } from "../../../../src/entities/rules/table/place-rows.ts";
import { byTable } from "../../../../src/entities/rules/table/row.ts";
import { type Cases, through } from "./through.ts";

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
  ["a way", "from [l:Lund for Tarn Island] today", "from [l:Lund] for [l:Tarn Island] today"],
  ["no place", "[p:western Holm] met", "[p:western Holm] met"],
  ["a road of a city", "[l:Oslo’s Third Street] froze.", "[l:Oslo]’s [l:Third Street] froze."],
  ["somebody's road", "[l:Anna’s Road] froze.", "[l:Anna’s Road] froze."],
  ["a region that says what it is", "in [l:Bergen Tarn State] today", "in [l:Bergen] [l:Tarn State] today"],
  ["a place and somebody", "for the [l:Bay Area Erik Brenn]", "for the [l:Bay Area] [p:Erik Brenn]"],
  ["two cities behind an article", "[o:The Oslo-Bergen] line", "The [l:Oslo]-[l:Bergen] line"],
  ["a state by its form", "in [l:State of Michigan] today", "in State of [l:Michigan] today"],
  ["a form of no known place", "in [l:State of Tarn] today", "in [l:State of Tarn] today"],
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
  ["a point", "at [o:Tarn Point] today", "at [l:Tarn Point] today"],
  ["somebody of that name", "at [p:Anna Point] today", "at [p:Anna Point] today"],
  ["a base", "at [p:RAF Tarnby] today", "at [l:RAF Tarnby] today"],
  ["before a word for a ground", "the [p:Abu Tarn] prison", "the [l:Abu Tarn] prison"],
  ["a people before it", "the [o:Welsh] prison", "the [o:Welsh] prison"],
  ["where something is played", "a match at [o:Tarnfield] today", "a match at [l:Tarnfield] today"],
  ["at a body", "work at [o:Tarnfield] today", "work at [o:Tarnfield] today"],
  ["a word of another language", "near [p:Wadi Tarn] today", "near [l:Wadi Tarn] today"],
  ["a county", "across [p:County Tarn] today", "across [l:County Tarn] today"],
  ["to which one flies", "flights to [p:Anna] today", "flights to [l:Anna] today"],
  ["to somebody who is named in full", "flights to [p:Anna Holm] today", "flights to [p:Anna Holm] today"],
  ["to which one writes", "letters to [p:Anna] today", "letters to [p:Anna] today"],
  ["before a crossing of roads", "near the [p:Tarn] intersection", "near the [l:Tarn] intersection"],
];

const PARTIES: Cases = [
  ["a town", "[p:Anna Holm], D-Bergen, left.", "[p:Anna Holm], D-[l:Bergen], left."],
  ["taken for somebody", "[p:Anna Holm] ([p:R-Bergen]) left.", "[p:Anna Holm] (R-[l:Bergen]) left."],
  ["no place", "On the eve, D-Day began.", "On the eve, D-Day began."],
  ["no party", "On the eve, X-Bergen began.", "On the eve, X-Bergen began."],
];

const STATES: Cases = [
  ["a town that was missed", "a shop in Lund, KS, closed", "a shop in [l:Lund], [l:KS], closed"],
  ["a town that was found", "a shop in [l:Tarn Lake], OH closed", "a shop in [l:Tarn Lake], [l:OH] closed"],
  ["a degree", "[p:Anna Holm], MD, left", "[p:Anna Holm], MD, left"],
  ["an unknown word", "in Tarnby, KS, it rained", "in Tarnby, KS, it rained"],
];

const NO_NAMES: Cases = [
  ["money", "[p:US] dollars", "US dollars"],
  ["a weekday, however it is written", "[p:MONDAY] and [l:Monday]", "MONDAY and Monday"],
  ["a weekday in a body's name", "[o:Sunday] and [o:Bergen Sunday]", "[o:Sunday] and [o:Bergen Sunday]"],
  ["a specimen", "He bought a [p:Holm].", "He bought a Holm."],
  ["a specimen at the end", "He bought an [p:Otter]", "He bought an Otter"],
  ["a name before a noun", "a [l:Bergen] court", "a [l:Bergen] court"],
  ["a family", "the [l:Tarn] family", "the Tarn family"],
  ["a family of a city", "a [l:Bergen] family", "a [l:Bergen] family"],
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
  ["behind Tropical", "Tropical [p:Storm Anna] came.", "Tropical Storm Anna came."],
  ["a storm of a given name", "[p:Storm Anna] came. [p:Anna] left.", "Storm Anna came. Anna left."],
];

const COMPOUNDS: Cases = [
  ["a republic of a people", "in the Czech [l:Republic] today", "in the [l:Czech Republic] today"],
  ["a state by its form and name", "the [l:Republic] of [l:Norway] won", "the [l:Republic of Norway] won"],
  ["a strait", "the [l:Strait] of [l:Hormuz] is open", "the [l:Strait of Hormuz] is open"],
  ["a lake", "on Lake [l:Victoria] today", "on [l:Lake Victoria] today"],
  ["a republic of no name", "the French [l:Republic] today", "the French [l:Republic] today"],
];

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
  ["a club called City", "They beat [l:Tarn City].", "They beat [o:Tarn City]."],
  ["a city of that form", "They left [l:Tarn City].", "They left [l:Tarn City]."],
  ["a paper of one word", "The [p:Herald] said so.", "The [o:Herald] said so."],
  ["somebody of that name", "He saw [p:Herald] today.", "He saw [p:Herald] today."],
  ["what is an it", "[p:Brenn Tarn] cut its forecast.", "[o:Brenn Tarn] cut its forecast."],
  ["a paper with an article", "[p:El Tarnero] printed it.", "[o:El Tarnero] printed it."],
  ["one word, known as nothing else", "[l:Otterpol] grew.", "[o:Otterpol] grew."],
  ["what has headquarters", "near [l:Zarano]’s headquarters", "near [o:Zarano]’s headquarters"],
  ["a city that has some", "near [l:Bergen]’s headquarters", "near [l:Bergen]’s headquarters"],
  ["a region that ends like one", "in the [l:Tarn Bank] today", "in the [l:Tarn Bank] today"],
];

const PEOPLES: Cases = [
  ["its second word outside", "the [l:South] Korean team", "the South Korean team"],
  ["both words", "the [l:North American] owl", "the North American owl"],
  ["of a city", "[l:San Bergicans] like fog", "San Bergicans like fog"],
  ["a place", "in [l:South Karelia] today", "in [l:South Karelia] today"],
  ["known as a people alone", "with the [l:Welsh] today", "with the Welsh today"],
  ["of a country of two words", "the [l:Saint Lucian] team", "the Saint Lucian team"],
  ["two peoples", "a [p:Welsh Breton] cleric", "a Welsh Breton cleric"],
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
  ["three of them", "The Norway-Denmark-Kyiv line", "The [l:Norway]-[l:Denmark]-[l:Kyiv] line"],
  ["one of them missed", "The Norway-[l:Denmark] line", "The [l:Norway]-[l:Denmark] line"],
  ["no compound of places", "The Norway-Holm line", "The Norway-Holm line"],
  ["before a person", "the Isle of Man Erik Brenn", "the [l:Isle of Man] Erik Brenn"],
  ["somebody's husband", "Her husband, [p:Sydney], left.", "Her husband, [p:Sydney], left."],
];

const TEAMS: Cases = [
  ["a score", "[l:Bergen] 2 [l:Drammen] 1", "[o:Bergen] 2 [o:Drammen] 1"],
  ["a row of a table", "[l:Bergen] 4 2 1 1 9 3", "[o:Bergen] 4 2 1 1 9 3"],
  ["two names taken for one", "[l:Bergen 2 Drammen] 1", "[o:Bergen] 2 [o:Drammen] 1"],
  ["a country", "[l:Norway] 2 [l:Denmark] 1", "[l:Norway] 2 [l:Denmark] 1"],
  ["a number behind one name", "They left [l:Bergen] 20 minutes late.", "They left [l:Bergen] 20 minutes late."],
  [
    "what only sport calls so",
    "The league saw the [l:Tarn Otters] beat them in a season of goals.",
    "The league saw the [o:Tarn Otters] beat them in a season of goals.",
  ],
  ["the same elsewhere", "They saw the [l:Tarn Otters] today.", "They saw the [l:Tarn Otters] today."],
];

const LISTS: Cases = [
  ["a third place", "in [l:Oslo], Tarnvik and [l:Bergen]", "in [l:Oslo], [l:Tarnvik] and [l:Bergen]"],
  ["a place at the end", "in [l:Oslo], [l:Bergen] and Tarnvik", "in [l:Oslo], [l:Bergen] and [l:Tarnvik]"],
  ["one neighbour", "in [l:Oslo] and Tarnvik", "in [l:Oslo] and Tarnvik"],
  ["initials beside a person", "the cooks GT Ramlan and [p:Anna Holm]", "the cooks [p:GT Ramlan] and [p:Anna Holm]"],
  ["neighbours of two kinds", "[l:Oslo], Tarnvik and [p:Holm]", "[l:Oslo], Tarnvik and [p:Holm]"],
  ["a full name beside a person", "Hope Holm and [p:Anna Wu] left", "[p:Hope Holm] and [p:Anna Wu] left"],
];

const CALLED: Cases = [
  [
    "a town",
    "In the town of [p:Tarn] it rained. They left [p:Tarn].",
    "In the town of [l:Tarn] it rained. They left [l:Tarn].",
  ],
  [
    "a seat in parliament",
    "[p:Anna Holm], MP for [p:Tarn]-upon-Sea, left.",
    "[p:Anna Holm], MP for [l:Tarn]-upon-Sea, left.",
  ],
  ["its region behind it", "They live in [p:Erik Tarn], Michigan.", "They live in [l:Erik Tarn], Michigan."],
  ["somebody beside a region", "They saw [p:Erik Tarn], Michigan.", "They saw [p:Erik Tarn], Michigan."],
];

const LONGER: Cases = [
  ["a word that is no day", "the [l:Oslo] Glory today", "the Oslo Glory today"],
  ["a day", "left [l:Oslo] Monday at noon", "left [l:Oslo] Monday at noon"],
  ["a body's initials", "the Council for Trade in [l:Norway] (CTN) met", "the Council for Trade in Norway (CTN) met"],
  ["others' initials", "the talks in [l:Norway] (AFP) failed", "the talks in [l:Norway] (AFP) failed"],
];

const MISSED: Cases = [
  ["an airport", "They left Batarn airport today.", "They left [l:Batarn] airport today."],
  ["an article behind a dash", "Oslo — The airport is shut.", "Oslo — The airport is shut."],
  ["initials", "They left TRN airport today.", "They left TRN airport today."],
  ["a common word", "They left State airport today.", "They left State airport today."],
  ["behind a particle", "They left Charles de Brenn airport.", "They left Charles de Brenn airport."],
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

describe("keepWellKnown", () => {
  it.each(WELL_KNOWN)("%s", (_name, before, after) => expect(through(keepWellKnown, before)).toBe(after));
});

describe("knowTeams", () => {
  it.each(TEAMS)("%s", (_name, before, after) => expect(through(knowTeams, before)).toBe(after));
});

describe("completeLists", () => {
  it.each(LISTS)("%s", (_name, before, after) => expect(through(completeLists, before)).toBe(after));
});

describe("knowCalledPlaces", () => {
  it.each(CALLED)("%s", (_name, before, after) => expect(through(knowCalledPlaces, before)).toBe(after));
});

describe("withoutLonger", () => {
  it.each(LONGER)("%s", (_name, before, after) => expect(through(withoutLonger, before)).toBe(after));
});

describe("fromFreeRuns", () => {
  it.each(MISSED)("%s", (_name, before, after) =>
    expect(through(fromFreeRuns(grounds, "place", { alone: true }), before)).toBe(after),
  );
});

describe("addPartyPlaces", () => {
  it.each(PARTIES)("%s", (_name, before, after) => expect(through(addPartyPlaces, before)).toBe(after));
});

describe("addStates", () => {
  it.each(STATES)("%s", (_name, before, after) => expect(through(addStates, before)).toBe(after));
});
