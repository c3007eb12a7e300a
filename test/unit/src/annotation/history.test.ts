import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Annotation, type Body, COLOURS } from "../../../../src/annotation/records/annotation.ts";
import {
  isEmptyStep,
  joinSteps,
  moveOver,
  type Step,
  stepBetween,
  takesBack,
  type Version,
} from "../../../../src/annotation/history.ts";
import { annotationOf } from "../../../records.ts";

const BODY: Body = { colour: "yellow", note: "", tags: [] };

const annotation = (body: Partial<Body> = {}, deleted: string | null = null): Annotation =>
  annotationOf(body, { deleted });

const DELETED = "1998-04-02T09:00:00.000Z";
const version = (body: Partial<Body> = {}, isThere = true): Version => ({ body: { ...BODY, ...body }, isThere });
const step = (before: Annotation | null, after: Annotation, edit: string | null = null): Step => {
  const made = stepBetween(before, after, edit);
  if (made === null) throw new Error("no step");
  return made;
};

describe("stepBetween", () => {
  test.each([
    ["create", null, annotation()],
    ["edit", annotation(), annotation({ note: "ask Brandt" })],
    ["edit", annotation(), annotation({ tags: ["claim"] })],
    ["edit", annotation(), annotation({ note: "ask", colour: "pink" })],
    ["recolour", annotation(), annotation({ colour: "pink" })],
    ["delete", annotation(), annotation({}, DELETED)],
    ["restore", annotation({}, DELETED), annotation()],
  ])("tells %s", (kind, before, after) => {
    expect(stepBetween(before, after)).toMatchObject({ kind, page: "post.example/pier", quote: "the piles" });
  });

  test("is none where the reader changed nothing", () => {
    expect(stepBetween(annotation(), { ...annotation(), revision: 2 })).toBeNull();
  });
});

describe("joinSteps", () => {
  const first = step(annotation(), annotation({ note: "ask" }), "a");
  const second = step(annotation({ note: "ask" }), annotation({ note: "ask Brandt" }), "a");

  test("makes one step of typing in one editor", () => {
    expect(joinSteps(first, second)).toEqual({ ...first, after: second.after });
  });

  test.each([
    ["another stay in an editor", { ...second, edit: "b" }],
    ["no editor", { ...second, edit: null }],
    ["another annotation", { ...second, annotation: "other" }],
    ["another kind", { ...second, kind: "recolour" as const }],
  ])("keeps two of %s", (_what, other) => {
    expect(joinSteps(first, other)).toBeNull();
  });

  test("two changes without an editor stay two", () => {
    expect(joinSteps({ ...first, edit: null }, { ...second, edit: null })).toBeNull();
  });

  test("is an empty step where what was typed was taken out again", () => {
    const back = step(annotation({ note: "ask" }), annotation(), "a");
    const joined = joinSteps(first, back);
    expect(joined !== null && isEmptyStep(joined)).toBe(true);
    expect(isEmptyStep(first)).toBe(false);
  });
});

test("bringing back takes back the delete of the same annotation only", () => {
  const gone = step(annotation(), annotation({}, DELETED));
  const back = step(annotation({}, DELETED), annotation());
  expect(takesBack(back, gone)).toBe(true);
  expect(takesBack({ ...back, annotation: "other" }, gone)).toBe(false);
  expect(takesBack(gone, back)).toBe(false);
});

describe("moveOver", () => {
  const edited = step(annotation(), annotation({ note: "ask" }));
  const made = step(null, annotation());
  const gone = step(annotation({ note: "a" }), annotation({ note: "a" }, DELETED));

  test.each([
    ["undoes an edit", edited, "undo", version({ note: "ask" }), version()],
    ["redoes it", edited, "redo", version(), version({ note: "ask" })],
    [
      "leaves what the step did not touch",
      edited,
      "undo",
      version({ note: "ask", colour: "blue" }),
      version({ colour: "blue" }),
    ],
    ["undoes a new highlight", made, "undo", version(), version({}, false)],
    ["redoes it", made, "redo", version({}, false), version()],
    ["undoes a delete", gone, "undo", version({ note: "a" }, false), version({ note: "a" })],
    [
      "brings back what was put away, newer or not",
      gone,
      "undo",
      version({ note: "b" }, false),
      version({ note: "b" }),
    ],
    ["redoes a delete", gone, "redo", version({ note: "a" }), version({ note: "a" }, false)],
  ] as const)("%s", (_what, over, direction, stored, expected) => {
    expect(moveOver(over, direction, stored)).toEqual({ kind: "write", version: expected });
  });

  test.each([
    ["an edit of a note that was changed since", edited, "undo", version({ note: "newer" })],
    ["an edit of a note that was deleted since", edited, "undo", version({ note: "ask" }, false)],
    ["a new highlight that has a note since", made, "undo", version({ note: "newer" })],
    ["a delete, again, of a note that was changed since", gone, "redo", version({ note: "newer" })],
  ] as const)("leaves %s", (_what, over, direction, stored) => {
    expect(moveOver(over, direction, stored)).toEqual({ kind: "changed-since" });
  });

  test.each([
    ["an edit that is undone already", edited, "undo", version()],
    ["a delete that is undone already, by an import", gone, "undo", version({ note: "newer" })],
    ["a highlight that is gone already", made, "undo", version({ note: "newer" }, false)],
  ] as const)("has nothing to do for %s", (_what, over, direction, stored) => {
    expect(moveOver(over, direction, stored)).toEqual({ kind: "nothing" });
  });

  test("there and back again is where it was, whatever changed", () => {
    const body = fc.record({
      colour: fc.constantFrom(...COLOURS),
      note: fc.string({ maxLength: 5 }),
      tags: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    });
    const stored = fc.record({ body, isDeleted: fc.boolean() });
    fc.assert(
      fc.property(stored, stored, (from, to) => {
        const before = annotation(from.body, from.isDeleted ? DELETED : null);
        const after = annotation(to.body, to.isDeleted ? DELETED : null);
        const between = stepBetween(before, { ...after, body: from.isDeleted === to.isDeleted ? to.body : from.body });
        // A deleted note is not written in.
        if (between === null || (from.isDeleted && to.isDeleted)) return;
        const undone = moveOver(between, "undo", between.after);
        expect(undone).toEqual({ kind: "write", version: between.before });
        expect(moveOver(between, "redo", between.before)).toEqual({ kind: "write", version: between.after });
      }),
    );
  });
});
