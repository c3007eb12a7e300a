import { describe, expect, it } from "vitest";
import { nameWords } from "../../../../src/entities/merging/name.ts";
import { resolve } from "../../../../src/entities/merging/resolve.ts";
import { tokenise } from "../../../../src/text/tokenise.ts";
import { readNames } from "../../../cases/notation.ts";

/** The names of a list, which are marked, in the groups that each stand for one. */
function groupsOf(marked: string): string[][] {
  const { text, names } = readNames(marked);
  const words = names.map(({ start, end }) => text.slice(start, end));
  const mentions = names.map(({ kind }, index) => ({ kind, words: nameWords(tokenise(words[index]!)) }));
  return resolve(mentions).map((group) => group.map((index) => words[index]!));
}

const CASES: readonly (readonly [name: string, mentions: string, groups: readonly (readonly string[])[]])[] = [
  ["surname after full name", "[p:Orla Venn], [p:Venn]", [["Orla Venn", "Venn"]]],
  ["surname in the headline", "[p:Venn], [p:Orla Venn]", [["Venn", "Orla Venn"]]],
  [
    "two people of one surname",
    "[p:Orla Venn], [p:Tomas Venn], [p:Orla Venn]",
    [["Orla Venn", "Orla Venn"], ["Tomas Venn"]],
  ],
  [
    "a bare surname is the one named last",
    "[p:Orla Venn], [p:Tomas Venn], [p:Venn], [p:Orla Venn], [p:Venn]",
    [
      ["Orla Venn", "Orla Venn", "Venn"],
      ["Tomas Venn", "Venn"],
    ],
  ],
  ["middle initial", "[p:Edith W. Marsh], [p:Edith Marsh]", [["Edith W. Marsh", "Edith Marsh"]]],
  ["two middle initials", "[p:Edith W. Marsh], [p:Edith K. Marsh]", [["Edith W. Marsh"], ["Edith K. Marsh"]]],
  ["initial for a given name", "[p:Edith Marsh], [p:E. Marsh]", [["Edith Marsh", "E. Marsh"]]],
  ["suffix", "[p:Edith Marsh Jr.], [p:Marsh]", [["Edith Marsh Jr.", "Marsh"]]],
  ["particles", "[p:Ursel von der Aue], [p:von der Aue], [p:Aue]", [["Ursel von der Aue", "von der Aue", "Aue"]]],
  ["accents", "[p:Zoë Müller], [p:Muller]", [["Zoë Müller", "Muller"]]],
  ["capitals in a headline", "[p:VENN], [p:Orla Venn]", [["VENN", "Orla Venn"]]],
  ["hyphenated given name", "[p:Anne-Marie Dupont], [p:Dupont]", [["Anne-Marie Dupont", "Dupont"]]],
  ["family name first", "[p:Wu Lanying], [p:Wu]", [["Wu Lanying", "Wu"]]],
  ["given name alone", "[p:Orla Venn], [p:Orla]", [["Orla Venn", "Orla"]]],
  ["nothing in common", "[p:Orla Venn], [p:Marsh]", [["Orla Venn"], ["Marsh"]]],
  ["a place is no person", "[p:Orla Venn], [l:Venn]", [["Orla Venn"], ["Venn"]]],
  ["one country by several names", "[l:U.S.], [l:United States]", [["U.S.", "United States"]]],
  ["article before a place", "[l:the Hague], [l:Hague]", [["the Hague", "Hague"]]],
];

describe("resolve", () => {
  it.each(CASES)("%s", (_name, mentions, groups) => {
    expect(groupsOf(mentions)).toEqual(groups);
  });

  it("gives nothing for nothing", () => {
    expect(resolve([])).toEqual([]);
  });
});
