import { describe, expect, test } from "vitest";
import { applyCorrections } from "../../../../src/corrections/apply.ts";
import type { Correction } from "../../../../src/corrections/corrections.ts";
import { formsOf } from "../../../../src/corrections/splitting.ts";
import { countNames } from "../../../../src/reading/names.ts";
import { analysis, apart, BEFORE, give, people, person, same, sheet, source, TEXT } from "./pier.ts";

describe("two are one", () => {
  const cases: readonly [string, readonly Correction[], readonly string[]][] = [
    [
      "two people: under the fuller name or the chosen one",
      [same(person("Karl Berg"), person("Nina Holm"))],
      ["Nina Holm: 0 1 2 3 4 6", ...BEFORE.slice(2)],
    ],
    [
      "a source and a person, whichever was chosen: under the person's name",
      [same(person("Nina Holm"), source("a police officer"))],
      ["Karl Berg: 0 1 2 3", "Nina Holm: 4 5 6", "the harbour office: 7 8", "Iran: 9"],
    ],
    [
      "two sources: under the chosen one",
      [same(source("a police officer"), source("the harbour office"))],
      ["Karl Berg: 0 1 2 3", "Nina Holm: 4 6", "the harbour office: 5 7 8", "Iran: 9"],
    ],
    [
      "three, one after the other",
      [same(source("a police officer"), person("Nina Holm")), same(person("Nina Holm"), person("Karl Berg"))],
      ["Karl Berg: 0 1 2 3 4 5 6", "the harbour office: 7 8", "Iran: 9"],
    ],
    ["one whom the article does not have", [same(person("Karl Berg"), person("Lars Moe"))], BEFORE],
    ["one and the same", [same(person("Karl Berg"), person("Karl Berg"))], BEFORE],
    ["a surname finds nobody", [same(person("Berg"), person("Nina Holm"))], BEFORE],
    [
      "and then a statement of theirs is somebody else's, as often as they say it",
      [same(source("a police officer"), person("Nina Holm")), give(5, person("Karl Berg"))],
      ["Karl Berg: 0 1 2 3 5 6", "Nina Holm: 4", "the harbour office: 7 8", "Iran: 9"],
    ],
  ];
  test.each(cases)("%s", (_what, corrections, expected) => {
    expect(sheet(applyCorrections(TEXT, analysis, corrections))).toEqual(expected);
  });

  test("their names and mentions are one's", () => {
    const result = applyCorrections(TEXT, analysis, [
      same(person("Karl Berg"), person("Nina Holm")),
      same(source("a police officer"), person("Nina Holm")),
    ]);
    expect(people(result)).toEqual([
      "person Nina Holm [a police officer, Karl Berg, Berg] 4",
      "place Iran [] 1",
      "place Port Amsel [] 1",
    ]);
    const before = countNames(analysis);
    expect(countNames(result)).toMatchObject({ people: before.people - 1, others: before.others - 1 });
  });
});

describe("one is two", () => {
  const cases: readonly [string, readonly Correction[], readonly string[]][] = [
    [
      "a surname is somebody else's, with what a pronoun says after it",
      [apart(person("Karl Berg"), "Berg")],
      ["Karl Berg: 0 3", "Berg: 1 2", ...BEFORE.slice(1)],
    ],
    [
      "a description is, and the name keeps its mentions",
      [apart(person("Karl Berg"), "the mayor")],
      ["Karl Berg: 0 1 2", "The mayor: 3", ...BEFORE.slice(1)],
    ],
    [
      "a short form of a source",
      [apart(source("the harbour office"), "The office")],
      [...BEFORE.slice(0, 3), "the harbour office: 7", "The office: 8", "Iran: 9"],
    ],
    ["a form that the article does not have", [apart(person("Karl Berg"), "the governor")], BEFORE],
    ["the only form that is left stays", [apart(person("Nina Holm"), "Nina Holm")], BEFORE],
    [
      "and one again, by a later thought",
      [apart(person("Karl Berg"), "Berg"), same(person("Berg"), person("Karl Berg"))],
      BEFORE,
    ],
    [
      "for this page, though one everywhere",
      [
        apart(person("Nina Holm"), "a police officer"),
        { ...same(source("a police officer"), person("Nina Holm")), scope: { kind: "always" } } as Correction,
      ],
      BEFORE,
    ],
  ];
  test.each(cases)("%s", (_what, corrections, expected) => {
    expect(sheet(applyCorrections(TEXT, analysis, corrections))).toEqual(expected);
  });

  test("the two have their own mentions and names", () => {
    const result = applyCorrections(TEXT, analysis, [apart(person("Karl Berg"), "Berg")]);
    expect(people(result)).toEqual([
      "person Karl Berg [] 1",
      "person Berg [] 1",
      "person Nina Holm [] 2",
      "place Iran [] 1",
      "place Port Amsel [] 1",
    ]);
    expect(result.entities[1]?.role).toBeNull();
  });

  test.each([
    [person("Karl Berg"), ["Berg", "The mayor"]],
    [person("Nina Holm"), []],
    [source("the harbour office"), ["The office"]],
    [source("nobody"), []],
  ])("what may be taken apart: %o", (pointed, forms) => {
    expect(formsOf(TEXT, analysis, pointed)).toEqual(forms);
  });
});
