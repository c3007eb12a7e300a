import { describe, expect, it } from "vitest";
import { cutHeadlines } from "../../../../src/entities/rules/headlines.ts";
import { setBorders } from "../../../../src/entities/rules/people/borders.ts";
import { addCourtesyNames } from "../../../../src/entities/rules/people/courtesy.ts";
import { withoutCredits } from "../../../../src/entities/rules/people/credits.ts";
import { addFamilyNames } from "../../../../src/entities/rules/people/given-places.ts";
import { joinNicknames } from "../../../../src/entities/rules/people/nicknames.ts";
import { addOfficeHolders } from "../../../../src/entities/rules/people/offices.ts";
import { addSyllabic } from "../../../../src/entities/rules/people/syllables.ts";
import { addVietnamese } from "../../../../src/entities/rules/people/vietnamese.ts";
import { peopleLikePlaces } from "../../../../src/entities/rules/table/person-rows.ts";
import { byTable } from "../../../../src/entities/rules/table/row.ts";
import { type Cases, through } from "./through.ts";

const PEOPLE_LIKE_PLACES: Cases = [
  ["a given name that is a place", "[l:Georgia Brenn] sang.", "[p:Georgia Brenn] sang."],
  ["in a place", "in [l:Georgia Brenn] today", "in [l:Georgia Brenn] today"],
  ["a piece of land", "[l:Sydney Harbour] froze.", "[l:Sydney Harbour] froze."],
  ["a surname that is a place", "[o:Erik Lund] sang.", "[p:Erik Lund] sang."],
  ["a body with an article", "The [o:Erik Lund] sang.", "The [o:Erik Lund] sang."],
  ["somebody's son between commas", "Their son, [l:Drammen], left.", "Their son, [p:Drammen], left."],
  ["a country between commas", "Her father, [l:Norway], said.", "Her father, [l:Norway], said."],
  ["whose government it is", "the [l:Tarn Brenn] administration", "the [p:Tarn Brenn] administration"],
  ["behind a rank", "They told Chief [l:Oyegwa] to go.", "They told Chief [p:Oyegwa] to go."],
  ["a city behind a rank", "They told General [l:Bergen] to go.", "They told General [l:Bergen] to go."],
];

const NICKNAMES: Cases = [
  ["between two names", 'He met [p:Erik] "The Otter" [p:Holm] twice.', 'He met [p:Erik "The Otter" Holm] twice.'],
  ["behind a given name", "He met Erik “Tiny” Bramfeld twice.", "He met [p:Erik “Tiny” Bramfeld] twice."],
  ["a title of a film", 'He saw "The Otter" Monday.', 'He saw "The Otter" Monday.'],
  ["a sentence", '[p:Holm] said "No." Then he left.', '[p:Holm] said "No." Then he left.'],
  ["in brackets", "He met Erik (Anna) Bramfeld twice.", "He met [p:Erik (Anna) Bramfeld] twice."],
  ["a country in brackets", "He beat Erik (Norway) Bramfeld twice.", "He beat Erik (Norway) Bramfeld twice."],
  ["two words in brackets", "He beat Erik (Anna Holm) Bramfeld.", "He beat Erik (Anna Holm) Bramfeld."],
  ["two family names", 'He met Erik "Tiny" [l:Holm Brenn] twice.', 'He met [p:Erik "Tiny" Holm Brenn] twice.'],
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
  ["an ambassador", "Ambassador to Georgia Erik Brenn left.", "Ambassador to [l:Georgia] [p:Erik Brenn] left."],
  ["a surname that is a word", "Minister of Justice Erik State left.", "Minister of Justice [p:Erik State] left."],
  ["a station", "They met at President Holm Station today.", "They met at President Holm Station today."],
  ["one word that no list has", "Mayor Supradi rode home.", "Mayor [p:Supradi] rode home."],
  ["one word that is known", "Mayor Hope rode home.", "Mayor Hope rode home."],
  ["initials", "Mayor SUPR rode home.", "Mayor SUPR rode home."],
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
  ["a story in small letters", "Managing editor — [p:Anna Holm]", "Managing editor — Anna Holm"],
  ["who wrote it", "Story by [p:Anna Holm], photos by [p:Erik Brenn]", "Story by Anna Holm, photos by Erik Brenn"],
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

const SYLLABLES: Cases = [
  ["a Burmese name", "The cook [o:Zaw Htun Oo] left.", "The cook [p:Zaw Htun Oo] left."],
  ["with an address", "They saw [o:U Thein Maung] today.", "They saw [p:U Thein Maung] today."],
  ["two syllables of a longer name", "They like Win Win today.", "They like Win Win today."],
  ["a body of that end", "The [o:Brang Zaw Htun Oo] left.", "The [o:Brang Zaw Htun Oo] left."],
  ["a southern Chinese name", "They saw Tan Sew Lian today.", "They saw [p:Tan Sew Lian] today."],
  ["behind a word", "Hope Tan Sew Lian left.", "Hope [p:Tan Sew Lian] left."],
  ["English words", "They saw Tan Bank Street today.", "They saw Tan Bank Street today."],
  ["who was found", "They saw [p:Lim Sok Teng] today.", "They saw [p:Lim Sok Teng] today."],
  ["a Korean name", "The cook Oh Ha-neul left.", "The cook [p:Oh Ha-neul] left."],
  ["a compound behind a title", "They saw President Jong-un today.", "They saw President Jong-un today."],
  ["a compound that is no name", "They saw Oslo Paris-based firms.", "They saw Oslo Paris-based firms."],
];

const COURTESY: Cases = [
  ["a name that is a word", "They saw Mrs. Hope today.", "They saw Mrs. [p:Hope] today."],
  ["who was found", "They saw Mrs. [p:Anna Holm] today.", "They saw Mrs. [p:Anna Holm] today."],
  ["a long title of a work", "They saw Mr Holm Goes Home Again today.", "They saw Mr Holm Goes Home Again today."],
  ["another title", "They saw President Hope today.", "They saw President Hope today."],
];

const FAMILY_NAMES: Cases = [
  ["a surname that was left outside", "They asked [l:Sydney] Creed for help.", "They asked [p:Sydney Creed] for help."],
  ["a day", "They left [l:Sydney] Friday at noon.", "They left [l:Sydney] Friday at noon."],
  ["in a place", "They live in [l:Sydney] Creed for now.", "They live in [l:Sydney] Creed for now."],
  ["a longer name", "They asked [l:Sydney] Creed Opera for help.", "They asked [l:Sydney] Creed Opera for help."],
];

const PEOPLE_BORDERS: Cases = [
  ["who is to be bishop", "[p:Bishop-elect Erik Brenn] left.", "Bishop-elect [p:Erik Brenn] left."],
  ["initials, one like an article", "They saw M A [p:Rashid Holm] today.", "They saw [p:M A Rashid Holm] today."],
  ["an article", "A [p:Rashid Holm] painting", "A [p:Rashid Holm] painting"],
  ["a double initial", "They saw J.-P. [p:Holm] today.", "They saw [p:J.-P. Holm] today."],
  ["a ship with a title", "The tug [p:Queen Holm] sank.", "The tug Queen Holm sank."],
  ["its title outside", "The tug Queen [p:Holm] sank.", "The tug Queen Holm sank."],
  ["somebody holy", "They saw [l:Imam Holm] today.", "They saw Imam [p:Holm] today."],
  ["a place with such a word", "They saw [l:Imam Square] today.", "They saw [l:Imam Square] today."],
  ["the county of a judge", "[p:Tarn County Judge Erik Brenn] left.", "Tarn County Judge [p:Erik Brenn] left."],
  ["a county alone", "[l:Tarn County] froze.", "[l:Tarn County] froze."],
  ["a title within a place", "They saw [l:Mr Lake] today.", "They saw Mr [p:Lake] today."],
  ["initials that were taken for somebody", "They saw [p:M A] [p:Rashid Holm].", "They saw [p:M A Rashid Holm]."],
];

describe("peopleLikePlaces", () => {
  it.each(PEOPLE_LIKE_PLACES)("%s", (_name, before, after) =>
    expect(through(byTable(peopleLikePlaces), before)).toBe(after),
  );
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

describe("addSyllabic", () => {
  it.each(SYLLABLES)("%s", (_name, before, after) => expect(through(addSyllabic, before)).toBe(after));
});

describe("addCourtesyNames", () => {
  it.each(COURTESY)("%s", (_name, before, after) => expect(through(addCourtesyNames, before)).toBe(after));
});

describe("addFamilyNames", () => {
  it.each(FAMILY_NAMES)("%s", (_name, before, after) => expect(through(addFamilyNames, before)).toBe(after));
});

describe("setBorders", () => {
  it.each(PEOPLE_BORDERS)("%s", (_name, before, after) => expect(through(setBorders, before)).toBe(after));
});
