import { expect, test } from "vitest";
import { MARKED_KINDS, type Marking, MARKING_LEVELS } from "../../../../src/annotation/records/marking.ts";
import { markedAt, markedAtRest } from "../../../../src/reading/marked.ts";
import type { ArticleName } from "../../../../src/reading/names.ts";

const span = (start: number) => ({ start, end: start + 4 });
const plan = {
  person: [span(10), span(50)],
  place: [span(20)],
  source: [span(30)],
  speaker: [span(40)],
  statement: [span(60)],
};
const nothing = { person: [], place: [], source: [], speaker: [], statement: [] };
const at = (level: Marking["level"], ...without: Marking["without"]): Marking => ({ level, without });
const named = { kind: "person", mentions: [span(10)] } as unknown as ArticleName;

test("each level marks what it says, and off marks all once the user asks", () => {
  expect(MARKING_LEVELS.map((level) => markedAtRest(plan, at(level)))).toEqual([
    plan,
    { ...plan, person: [], place: [] },
    nothing,
    plan,
  ]);
});

test("a kind that is switched off is not marked, and who is both is marked as the other", () => {
  expect(markedAtRest(plan, at("everything", "place", "statement"))).toEqual({ ...plan, place: [], statement: [] });
  expect(markedAtRest(plan, at("everything", "source"))).toEqual({
    ...plan,
    person: [span(10), span(40), span(50)],
    source: [],
    speaker: [],
  });
  expect(markedAtRest(plan, at("everything", "person"))).toEqual({ ...plan, person: [] });
  expect(markedAtRest(plan, at("everything", ...MARKED_KINDS))).toEqual(nothing);
});

test("while the user points at somebody, only they are marked where nothing is at rest", () => {
  expect(markedAt(plan, named, at("hover"))).toEqual({ ...plan, person: [span(10)], place: [] });
  expect(markedAt(plan, null, at("hover", "statement"))).toEqual({ ...plan, person: [], place: [], statement: [] });
  expect(markedAt(plan, named, at("sources"))).toEqual({ ...plan, person: [], place: [] });
  expect(markedAt(plan, named, at("everything"))).toEqual(plan);
});
