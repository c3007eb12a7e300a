import { describe, expect, it } from "vitest";
import { datelineNames } from "../../../../src/entities/rules/datelines.ts";
import { classBit, Gazetteer, phraseHash } from "../../../../src/entities/tagging/gazetteer.ts";
import { Lexicon } from "../../../../src/entities/tagging/lexeme.ts";
import { taggableSentence } from "../../../../src/entities/tagging/taggable.ts";
import { tokenise } from "../../../../src/text/tokenise.ts";

const KNOWN = ["Oslo", "New York", "Mont.", "Norway", "Nur-Sultan"];
const lexicon = new Lexicon(
  Gazetteer.of(
    KNOWN.flatMap((name) => [
      { hash: phraseHash(name), classes: classBit("city") },
      { hash: phraseHash(name.toUpperCase()), classes: classBit("city") },
    ]),
  ),
);

/** The places, and the agency as such. */
function namesOf(text: string): string[] {
  const tokens = tokenise(text);
  const sentence = { start: 0, end: text.length, tokens };
  return datelineNames(tokens, taggableSentence(sentence, lexicon), 0, lexicon.gazetteer).map(
    ({ first, last, kind }) =>
      (kind === "organisation" ? "agency " : "") + text.slice(tokens[first]!.start, tokens[last]!.end),
  );
}

const CASES: readonly (readonly [name: string, text: string, places: readonly string[]])[] = [
  ["agency and dash", "OSLO (XYZ) — The bridge opened.", ["OSLO", "agency XYZ"]],
  ["two words", "NEW YORK (XYZ) - The bridge opened.", ["NEW YORK", "agency XYZ"]],
  ["date and agency", "OSLO, Jan. 9 (XYZ) -- The bridge opened.", ["OSLO", "agency XYZ"]],
  ["region", "HELENA, Mont. (XYZ) — The bridge opened.", ["HELENA", "Mont.", "agency XYZ"]],
  ["country", "BODO, Norway, Jan. 9 (XYZ) — The bridge opened.", ["BODO", "Norway", "agency XYZ"]],
  ["hyphenated city", "NUR-SULTAN (XYZ) — The bridge opened.", ["NUR-SULTAN", "agency XYZ"]],
  ["known city, dash alone", "OSLO — The bridge opened.", ["OSLO"]],
  ["unknown city with agency", "HARBOURTON (XYZ) — The bridge opened.", ["HARBOURTON", "agency XYZ"]],
  ["unknown place and a long dash", "SKERRY POINT — The bridge opened.", ["SKERRY POINT"]],
  ["unknown place and a hyphen", "SKERRY POINT - The bridge opened.", []],
  ["initials and a long dash", "NASA — The bridge opened.", []],
  ["a month is no region", "HARBOURTON, Nov 22 — The bridge opened.", ["HARBOURTON"]],
  ["place and date alone on the line", "OSLO 1996-08-30", ["OSLO"]],
  ["kicker", "CRICKET - Visitors win by nine wickets", []],
  ["headline in capitals", "OSLO - BRIDGE OPENS AFTER STORM", []],
  ["capitals without a dash", "OSLO opened the bridge on Monday.", []],
  ["abbreviation at the head of a sentence", "NATO said on Monday — again — that it would not.", []],
  ["hyphenated compound", "OSLO-based firms rose.", []],
  ["nothing after the dash", "OSLO —", []],
  ["nothing", "", []],
];

describe("datelineNames", () => {
  it.each(CASES)("%s", (_name, text, places) => {
    expect(namesOf(text)).toEqual(places);
  });
});
