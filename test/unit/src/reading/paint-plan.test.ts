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

describe("planPaint", () => {
  test("a source that is a name is underlined as a source only", () => {
    const plan = planPaint(
      analysis({
        entities: [
          { kind: "person", name: "Moen", aliases: [], role: null, mentions: [mention(0, 4), mention(40, 44)] },
        ],
        quotations: [quotation({ start: 0, end: 4 }, { start: 10, end: 30 })],
      }),
    );
    expect(plan.person).toEqual([{ start: 40, end: 44 }]);
    expect(plan.source).toEqual([{ start: 0, end: 4 }]);
    expect(plan.statement).toEqual([{ start: 10, end: 30 }]);
  });

  test("a source that contains names leaves them as what they are", () => {
    const plan = planPaint(
      analysis({
        entities: [{ kind: "place", name: "Lindholm", aliases: [], role: null, mentions: [mention(14, 22)] }],
        quotations: [quotation({ start: 0, end: 40 }, { start: 50, end: 60 })],
      }),
    );
    expect(plan.place).toEqual([{ start: 14, end: 22 }]);
    expect(plan.source).toEqual([
      { start: 0, end: 14 },
      { start: 22, end: 40 },
    ]);
  });

  test("nested statements are painted once", () => {
    const source = { start: 90, end: 95 };
    const plan = planPaint(
      analysis({ quotations: [quotation(source, { start: 0, end: 80 }), quotation(source, { start: 10, end: 50 })] }),
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
