import { describe, expect, test } from "vitest";
import { nameKey, nameKeys, type NameKind } from "../../../../src/annotation/records/name.ts";

describe("two articles' subjects are taken for the same", () => {
  const cases: readonly [string, NameKind, string, NameKind, string, boolean][] = [
    ["the same name", "person", "Edvard Moen", "person", "Edvard Moen", true],
    ["white space", "person", "Edvard  Moen ", "person", "Edvard\nMoen", true],
    ["accents", "person", "José Núñez", "person", "Jose Nunez", true],
    ["upper and lower case", "person", "EDVARD MOEN", "person", "Edvard Moen", true],
    ["apostrophes", "person", "Liam O’Brien", "person", "Liam O'Brien", true],
    ["hyphens", "person", "Anna‑Lena Berg", "person", "Anna-Lena Berg", true],
    ["stops of initials", "person", "J. K. Holt", "person", "J.K. Holt", true],
    ["the article", "source", "The Harbour Board", "source", "Harbour Board", true],
    ["an organisation and a source", "organisation", "Radio Nord", "source", "Radio Nord", true],
    ["a name in another script", "person", "Ольга Петрова", "person", "ольга петрова", true],
    ["another name", "person", "Edvard Moen", "person", "Edvard Moe", false],
    ["a person and a place", "person", "Lindholm", "place", "Lindholm", false],
    ["a person and an organisation", "person", "Harris", "organisation", "Harris", false],
    ["a name that is only the article", "source", "The", "source", "", false],
    ["Theo is not the o", "person", "Theo", "person", "o", false],
  ];
  test.each(cases)("%s", (_what, kind, name, otherKind, otherName, isSame) => {
    expect(nameKey(kind, name) === nameKey(otherKind, otherName)).toBe(isSame);
  });
});

describe("what finds a subject", () => {
  test("a person's surname finds nobody, a fuller form does", () => {
    const subject = { kind: "person", name: "Edvard J. Moen", aliases: ["Edvard Moen", "Moen"] } as const;
    expect(nameKeys(subject)).toEqual(["person:edvard j moen", "person:edvard moen"]);
  });

  test("every form of any other name does, once", () => {
    const subject = { kind: "organisation", name: "Ministry of Transport", aliases: ["MoT", "the MoT"] } as const;
    expect(nameKeys(subject)).toEqual(["source:ministry of transport", "source:mot"]);
  });
});
