import { describe, expect, test } from "vitest";
import type { Analysis } from "../../../../src/analyse.ts";
import { applyCorrections } from "../../../../src/corrections/apply.ts";
import type { Correction } from "../../../../src/corrections/corrections.ts";
import { withoutGivenNames } from "../../../../src/reading/given-names.ts";
import { countNames, listSources, nameAt } from "../../../../src/reading/names.ts";
import { statementText } from "../../../../src/reading/statements.ts";
import { analysis, apart, at, BEFORE, give, person, SAID, same, saved, sheet, source, TEXT } from "./pier.ts";

describe("a statement is given to its speaker", () => {
  const cases: readonly [string, readonly Correction[], readonly string[]][] = [
    ["nothing", [], BEFORE],
    [
      "to another person of the article",
      [give(3, person("Nina Holm"))],
      ["Karl Berg: 0 1 2", "Nina Holm: 3 4 6", ...BEFORE.slice(2)],
    ],
    [
      "to a source that is no name, and with it the repeated one; the same words of another stay hers",
      [give(5, source("the harbour office"))],
      ["Karl Berg: 0 1 2 3", "Nina Holm: 4 6", "the harbour office: 5 7 8", "Iran: 9"],
    ],
    [
      "to whoever speaks nowhere else, listed where it is said first",
      [give(0, person("Lars Moe"))],
      ["Lars Moe: 0", "Karl Berg: 1 2 3", ...BEFORE.slice(1)],
    ],
    [
      "by a typed name, in letters of any case, or a surname that one person has",
      [give(5, source("NINA holm")), give(9, source("berg"))],
      ["Karl Berg: 0 1 2 3 9", "Nina Holm: 4 5 6", "the harbour office: 7 8"],
    ],
    [
      "to a place: its government says it, not the place",
      [give(8, source("Port Amsel"))],
      [
        "Karl Berg: 0 1 2 3",
        "Nina Holm: 4 6",
        "a police officer: 5",
        "the harbour office: 7",
        "Port Amsel: 8",
        "Iran: 9",
      ],
    ],
    [
      "to nobody: listed under the words that it has",
      [give(1, null), give(9, null)],
      ["Karl Berg: 0 2 3", "Berg: 1", "Nina Holm: 4 6", "a police officer: 5", "the harbour office: 7 8", "Iran: 9"],
    ],
    ["to who says it already", [give(0, person("Karl Berg"))], BEFORE],
    [
      "the newest thought holds",
      [give(3, person("Nina Holm")), give(3, source("the harbour office"))],
      ["Karl Berg: 0 1 2", "the harbour office: 3 7 8", "Nina Holm: 4 6", "a police officer: 5", "Iran: 9"],
    ],
    ["taken back", [{ ...give(3, null), deleted: "1998-05-01T00:00:00.000Z" }], BEFORE],
    [
      "of a page that has it no more",
      [
        saved({
          about: "speaker",
          statement: { exact: "the bells rang all night long", prefix: "", suffix: "" },
          speaker: null,
        }),
      ],
      BEFORE,
    ],
  ];
  test.each(cases)("%s", (_what, corrections, expected) => {
    expect(sheet(applyCorrections(TEXT, analysis, corrections))).toEqual(expected);
  });

  test("every index points to where it should, and repeats go along", () => {
    const result = applyCorrections(TEXT, analysis, [give(5, null)]);
    expect(result.sources.flatMap(({ quotations }) => quotations).toSorted((a, b) => a - b)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    for (const [index, quoted] of result.sources.entries())
      for (const quotation of quoted.quotations) expect(result.quotations[quotation]?.speaker).toBe(index);
    expect(result.quotations[10]?.speaker).toBe(result.quotations[5]?.speaker);
    expect(result.sources[result.quotations[10]?.speaker ?? -1]?.kind).toBe("open");
  });

  test("a name of the user's own is counted as one, and never shown on the page", () => {
    const result = applyCorrections(TEXT, analysis, [give(3, source("Lars Moe"))]);
    const before = countNames(analysis);
    expect(countNames(result)).toEqual({ ...before, others: before.others + 1, quoted: before.quoted + 1 });
    expect(JSON.stringify(withoutGivenNames(TEXT, result))).not.toContain("Moe");
    expect(nameAt(withoutGivenNames(TEXT, result), at(3, "The mayor").start)).toMatchObject({
      name: "The mayor",
      isGiven: true,
    });
    expect(withoutGivenNames(TEXT, analysis)).toBe(analysis);
  });
});

describe("a statement is known by its words", () => {
  const wanted = {
    exact: "“We warned them of rot in all the piles”",
    prefix: "Holm said on Friday: ",
    suffix: " She left.",
  };
  const move = (text: string, content: string): string[] => {
    const start = text.indexOf(content);
    const changed: Analysis = {
      supported: true,
      entities: [],
      sources: [{ name: "Berg", kind: "person", entity: null, mentions: [], quotations: [0] }],
      quotations: [
        { ...analysis.quotations[0]!, content: [{ start, end: start + content.length }], source: null, speaker: 0 },
      ],
    };
    const claim = saved({ about: "speaker", statement: wanted, speaker: person("Nina Holm") });
    const result = applyCorrections(text, changed, [claim]);
    return result.sources.map(({ name }) => name);
  };
  test.each([
    ["in other quotation marks and white space", 'He said: "We warned  them\nof rot in all the piles"', ["Nina Holm"]],
    ["with a word more", "“We warned them all of rot in all the piles”", ["Nina Holm"]],
    ["that ends earlier", "“We warned them of rot in all”", ["Nina Holm"]],
    ["that is another", "“We warned nobody, for we saw no rot at all”", ["Berg"]],
  ])("%s", (_what, content, expected) => {
    expect(move(`Long before, it rained. ${content} That was all.`, content)).toEqual(expected);
  });

  test("a few words are found only as they are", () => {
    const short = saved({
      about: "speaker",
      statement: { exact: "It sank fast", prefix: "", suffix: "" },
      speaker: null,
    });
    expect(sheet(applyCorrections(TEXT, analysis, [short]))).toEqual(BEFORE);
  });
});

test("whatever is corrected, no statement is lost and none is counted twice", () => {
  const all: Correction[] = [
    ...SAID.map((_, line) =>
      give(line, line % 3 === 0 ? null : line % 3 === 1 ? person("Nina Holm") : source("A. Nother")),
    ),
    same(person("Karl Berg"), source("a police officer")),
    apart(person("Karl Berg"), "Berg"),
    same(source("Iran"), source("the harbour office")),
    apart(source("the harbour office"), "The office"),
  ];
  for (let left = 0; left < all.length; left += 1) {
    const result = applyCorrections(TEXT, analysis, all.toSpliced(left, 1));
    const listed = listSources(result).flatMap(({ statements }) => statements);
    expect(listed.map((statement) => statementText(TEXT, statement)).toSorted()).toEqual(
      analysis.quotations
        .filter(({ repeated }) => !repeated)
        .map((quotation) => statementText(TEXT, quotation))
        .toSorted(),
    );
  }
});
