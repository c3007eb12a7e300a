import { describe, expect, it } from "vitest";
import { datelineNames } from "../../../../src/entities/rules/places/datelines.ts";
import { classBit, Gazetteer, phraseHash } from "../../../../src/entities/tagging/gazetteer.ts";
import { Lexicon } from "../../../../src/entities/tagging/lexeme.ts";
import { taggableSentence } from "../../../../src/entities/tagging/taggable.ts";
import { tokenise } from "../../../../src/text/tokenise.ts";
import { markNames, type NameCase, readNames } from "../../../cases/notation.ts";

const KNOWN = ["Oslo", "New York", "Mont.", "Norway", "Nur-Sultan"];
const lexicon = new Lexicon(
  Gazetteer.of(
    KNOWN.flatMap((name) => [
      { hash: phraseHash(name), classes: classBit("city") },
      { hash: phraseHash(name.toUpperCase()), classes: classBit("city") },
    ]),
  ),
);

/** The places, and the agency as an organisation. */
function namesOf(text: string): NameCase[] {
  const tokens = tokenise(text);
  const sentence = { start: 0, end: text.length, tokens };
  return datelineNames(tokens, taggableSentence(sentence, lexicon), 0, lexicon.gazetteer).map(
    ({ first, last, kind }) => ({ kind, start: tokens[first]!.start, end: tokens[last]!.end }),
  );
}

const CASES: readonly (readonly [name: string, marked: string])[] = [
  ["agency and dash", "[l:OSLO] ([o:XYZ]) — The bridge opened."],
  ["two words", "[l:NEW YORK] ([o:XYZ]) - The bridge opened."],
  ["date and agency", "[l:OSLO], Jan. 9 ([o:XYZ]) -- The bridge opened."],
  ["region", "[l:HELENA], [l:Mont.] ([o:XYZ]) — The bridge opened."],
  ["country", "[l:BODO], [l:Norway], Jan. 9 ([o:XYZ]) — The bridge opened."],
  ["hyphenated city", "[l:NUR-SULTAN] ([o:XYZ]) — The bridge opened."],
  ["known city, dash alone", "[l:OSLO] — The bridge opened."],
  ["unknown city with agency", "[l:HARBOURTON] ([o:XYZ]) — The bridge opened."],
  ["unknown place and a long dash", "[l:SKERRY POINT] — The bridge opened."],
  ["unknown place and a hyphen", "SKERRY POINT - The bridge opened."],
  ["initials and a long dash", "NASA — The bridge opened."],
  ["a month is no region", "[l:HARBOURTON], Nov 22 — The bridge opened."],
  ["place and date alone on the line", "[l:OSLO] 1996-08-30"],
  ["unknown place, its country and a date", "[l:TARNBY], [l:Norway] 1996-08-30"],
  ["unknown place, its country and no date", "TARNBY, Norway is wet"],
  ["kicker", "CRICKET - Visitors win by nine wickets"],
  ["headline in capitals", "OSLO - BRIDGE OPENS AFTER STORM"],
  ["capitals without a dash", "OSLO opened the bridge on Monday."],
  ["abbreviation at the head of a sentence", "NATO said on Monday — again — that it would not."],
  ["hyphenated compound", "OSLO-based firms rose."],
  ["nothing after the dash", "OSLO —"],
  ["nothing", ""],
];

describe("datelineNames", () => {
  it.each(CASES)("%s", (_name, marked) => {
    const { text } = readNames(marked);
    expect(markNames(text, namesOf(text))).toBe(marked);
  });
});
