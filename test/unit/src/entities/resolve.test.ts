import { describe, expect, it } from "vitest";
import type { EntityKind } from "../../../../src/entities/entity.ts";
import { nameWords } from "../../../../src/entities/merging/name.ts";
import { resolve } from "../../../../src/entities/merging/resolve.ts";
import { tokenise } from "../../../../src/text/tokenise.ts";

/** Groups of names, each written as in the text; a kind other than person stands before a colon. */
function groupsOf(names: readonly string[]): string[][] {
  const bare = names.map((name) => name.replace(/^\w+: /, ""));
  const mentions = names.map((name, index) => ({
    kind: (/^(\w+): /.exec(name)?.[1] ?? "person") as EntityKind,
    words: nameWords(tokenise(bare[index]!)),
  }));
  return resolve(mentions).map((group) => group.map((index) => bare[index]!));
}

const CASES: readonly (readonly [name: string, mentions: readonly string[], groups: readonly (readonly string[])[]])[] =
  [
    ["surname after full name", ["Orla Venn", "Venn"], [["Orla Venn", "Venn"]]],
    ["surname in the headline", ["Venn", "Orla Venn"], [["Venn", "Orla Venn"]]],
    [
      "two people of one surname",
      ["Orla Venn", "Tomas Venn", "Orla Venn"],
      [["Orla Venn", "Orla Venn"], ["Tomas Venn"]],
    ],
    [
      "a bare surname is the one named last",
      ["Orla Venn", "Tomas Venn", "Venn", "Orla Venn", "Venn"],
      [
        ["Orla Venn", "Orla Venn", "Venn"],
        ["Tomas Venn", "Venn"],
      ],
    ],
    ["middle initial", ["Edith W. Marsh", "Edith Marsh"], [["Edith W. Marsh", "Edith Marsh"]]],
    ["two middle initials", ["Edith W. Marsh", "Edith K. Marsh"], [["Edith W. Marsh"], ["Edith K. Marsh"]]],
    ["initial for a given name", ["Edith Marsh", "E. Marsh"], [["Edith Marsh", "E. Marsh"]]],
    ["suffix", ["Edith Marsh Jr.", "Marsh"], [["Edith Marsh Jr.", "Marsh"]]],
    ["particles", ["Ursel von der Aue", "von der Aue", "Aue"], [["Ursel von der Aue", "von der Aue", "Aue"]]],
    ["accents", ["Zoë Müller", "Muller"], [["Zoë Müller", "Muller"]]],
    ["capitals in a headline", ["VENN", "Orla Venn"], [["VENN", "Orla Venn"]]],
    ["hyphenated given name", ["Anne-Marie Dupont", "Dupont"], [["Anne-Marie Dupont", "Dupont"]]],
    ["family name first", ["Wu Lanying", "Wu"], [["Wu Lanying", "Wu"]]],
    ["given name alone", ["Orla Venn", "Orla"], [["Orla Venn", "Orla"]]],
    ["nothing in common", ["Orla Venn", "Marsh"], [["Orla Venn"], ["Marsh"]]],
    ["a place is no person", ["Orla Venn", "place: Venn"], [["Orla Venn"], ["Venn"]]],
    ["one country by several names", ["place: U.S.", "place: United States"], [["U.S.", "United States"]]],
    ["article before a place", ["place: the Hague", "place: Hague"], [["the Hague", "Hague"]]],
  ];

describe("resolve", () => {
  it.each(CASES)("%s", (_name, mentions, groups) => {
    expect(groupsOf(mentions)).toEqual(groups);
  });

  it("gives nothing for nothing", () => {
    expect(resolve([])).toEqual([]);
  });
});
