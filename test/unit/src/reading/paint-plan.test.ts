import { describe, expect, test } from "vitest";
import type { Analysis } from "../../../../src/analyse.ts";
import { merge, planPaint, subtract } from "../../../../src/reading/paint-plan.ts";

const mention = (start: number, end: number) => ({ start, end, repeated: false });
const quotation = (source: { start: number; end: number }, content: { start: number; end: number }) => ({
  content: [content],
  type: "direct" as const,
  cue: null,
  source,
  speaker: 0,
  nested: false,
  repeated: false,
});

function analysis(parts: Partial<Analysis>): Analysis {
  return { supported: true, entities: [], sources: [], quotations: [], ...parts };
}

/** An entity of a story, and the source that it is. */
const person = (name: string, ...mentions: ReturnType<typeof mention>[]) => ({
  kind: "person" as const,
  name,
  aliases: [],
  role: null,
  mentions,
});
const sourceOf = (entity: number | null) => ({
  name: "a source",
  kind: "person" as const,
  entity,
  mentions: [],
  quotations: [0],
});
const TEXT = "Edvard Moen, the mayor of Port Amsel, said the pier was safe. Moen left.";
const spanOf = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};

describe("planPaint", () => {
  test("of a person who is quoted the name alone is marked, as both", () => {
    const first = spanOf("Edvard Moen");
    const later = spanOf("Moen", 30);
    const plan = planPaint(
      TEXT,
      analysis({
        entities: [person("Edvard Moen", mention(first.start, first.end), mention(later.start, later.end))],
        sources: [sourceOf(0)],
        quotations: [quotation(spanOf("Edvard Moen, the mayor of Port Amsel"), spanOf("the pier was safe"))],
      }),
    );
    expect(plan).toEqual({
      person: [later],
      place: [],
      source: [],
      speaker: [first],
      statement: [spanOf("the pier was safe")],
    });
  });

  test("a body that is quoted under its name is marked as a source", () => {
    const plan = planPaint(
      "Reuters said so.",
      analysis({
        entities: [{ ...person("Reuters", mention(0, 7)), kind: "organisation" }],
        sources: [sourceOf(0)],
        quotations: [quotation({ start: 0, end: 7 }, { start: 13, end: 15 })],
      }),
    );
    expect([plan.source, plan.speaker]).toEqual([[{ start: 0, end: 7 }], []]);
  });

  test.each([
    ["A dispatcher who asked not to be named", "A dispatcher"],
    ["an engineer, retired since 1991,", "an engineer"],
    ["Officials in Port Amsel", "Officials in Port Amsel"],
    ["the union – the largest –", "the union"],
    ["She", ""],
    ["they", ""],
  ])("of %s is marked: %s", (words, marked) => {
    const source = { start: 0, end: words.length };
    const said = { start: words.length + 6, end: words.length + 8 };
    const quoted = analysis({ sources: [sourceOf(null)], quotations: [quotation(source, said)] });
    const text = `${words} said so.`;
    const textOf = (spans: readonly { start: number; end: number }[]): string =>
      spans.map(({ start, end }) => text.slice(start, end)).join("|");
    expect(textOf(planPaint(text, quoted).source)).toBe(marked);
    // Under the mouse all of its words are.
    expect(textOf(planPaint(text, quoted, 0).source)).toBe(words);
  });

  test("a source that contains names leaves them as what they are", () => {
    const plan = planPaint(
      "Officials in Lindholm said",
      analysis({
        entities: [{ kind: "place", name: "Lindholm", aliases: [], role: null, mentions: [mention(13, 21)] }],
        sources: [sourceOf(null)],
        quotations: [quotation({ start: 0, end: 21 }, { start: 50, end: 60 })],
      }),
    );
    expect(plan.place).toEqual([{ start: 13, end: 21 }]);
    expect(plan.source).toEqual([{ start: 0, end: 13 }]);
  });

  test("nested statements are painted once", () => {
    const source = { start: 90, end: 95 };
    const plan = planPaint(
      "",
      analysis({
        sources: [sourceOf(null)],
        quotations: [quotation(source, { start: 0, end: 80 }), quotation(source, { start: 10, end: 50 })],
      }),
    );
    expect(plan.statement).toEqual([{ start: 0, end: 80 }]);
  });
});

test("merge sorts and joins what overlaps, and leaves neighbours apart", () => {
  const spans = [
    { start: 5, end: 9 },
    { start: 0, end: 3 },
    { start: 2, end: 4 },
    { start: 9, end: 12 },
  ];
  expect(merge(spans)).toEqual([
    { start: 0, end: 4 },
    { start: 5, end: 9 },
    { start: 9, end: 12 },
  ]);
});

test("subtract leaves what lies outside the holes", () => {
  const holes = [
    { start: 0, end: 2 },
    { start: 4, end: 5 },
    { start: 9, end: 20 },
  ];
  expect(subtract([{ start: 1, end: 10 }], holes)).toEqual([
    { start: 2, end: 4 },
    { start: 5, end: 9 },
  ]);
  expect(subtract([{ start: 9, end: 12 }], holes)).toEqual([]);
});
