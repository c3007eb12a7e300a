import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Annotation, type Body, EMPTY_BODY } from "../../../src/annotation/annotation.ts";
import { failure, type Result, success } from "../../../src/messaging/result.ts";
import { createMarks } from "../../../extension/content/marks.ts";
import type { Painter } from "../../../extension/dom/painter.ts";
import { annotationOf, ID } from "../../records.ts";
import { stubWindow } from "../../window.ts";

/** The record in the background, and what was asked of it. */
let record: Annotation;
let calls: string[];
let isFull: boolean;

const revise = (changes: Partial<Annotation>): Result<Annotation> => {
  record = { ...record, ...changes, revision: record.revision + 1 };
  return success(record);
};

vi.mock("../../../extension/messaging/call.ts", () => ({
  callBackground: async (call: string): Promise<Result<unknown>> => {
    calls.push(call);
    if (call === "deleteAnnotation") return revise({ deleted: `1998-04-02T08:00:0${String(calls.length)}Z` });
    if (call === "restoreAnnotation") return revise({ deleted: null });
    return success(null);
  },
}));
vi.mock("../../../extension/messaging/unsent.ts", () => ({
  watchForLeaving: () => {},
  callWriting: async (call: string, input: { changes?: Partial<Body> }): Promise<Result<Annotation>> => {
    calls.push(call);
    if (isFull) return failure("storage-full", "no space");
    return revise({ body: { ...record.body, ...input.changes } });
  },
}));
vi.mock("../../../extension/content/mark-anchor.ts", () => ({
  describeRanges: async () => success({ target: annotationOf().target, ranges: [] }),
  findMarks: async function* () {},
}));

/** The marks of a document in which no page stands yet. */
const marksOf = () =>
  createMarks(
    { paint: () => {} } as unknown as Painter,
    {
      all: () => [],
      of: () => {
        throw new Error("no page stands here");
      },
    },
    new AbortController().signal,
  );

beforeEach(() => {
  stubWindow();
  calls = [];
  isFull = false;
  record = annotationOf();
});

afterEach(() => void vi.unstubAllGlobals());

test("what was deleted elsewhere comes back when the reader still writes on it here", async () => {
  revise({ deleted: "1998-04-02T09:00:00Z" });
  const saved = await marksOf().update(ID, { note: "ask Brandt" }, null);
  expect(saved).toMatchObject({ ok: true, value: { annotation: { deleted: null, body: { note: "ask Brandt" } } } });
  expect(record).toMatchObject({ deleted: null, body: { note: "ask Brandt" } });
});

test("what was deleted here stays deleted, and keeps what its editor saved last", async () => {
  const marks = marksOf();
  const removed = marks.remove(ID);
  await vi.waitFor(() => expect(calls).toContain("deleteAnnotation"));
  await marks.update(ID, { note: "ask Brandt" }, null);
  expect(await removed).toEqual(success(null));
  expect(calls).not.toContain("restoreAnnotation");
  expect(record).toMatchObject({ deleted: expect.any(String), body: { note: "ask Brandt" } });
  expect(marks.get(ID)).toBeNull();
});

test("what was deleted before all of it was saved comes back with every word", async () => {
  const marks = marksOf();
  isFull = true;
  await marks.update(ID, { note: "ask Brandt" }, null);
  await marks.remove(ID);
  expect(record).toMatchObject({ deleted: expect.any(String), body: { note: "" } });
  isFull = false;
  expect(await marks.restore(ID)).toEqual(success(null));
  await vi.waitFor(() => expect(record).toMatchObject({ deleted: null, body: { note: "ask Brandt" } }));
});

test("so does what was deleted before any of it was saved", async () => {
  const marks = marksOf();
  isFull = true;
  const made = await marks.create({} as Range, EMPTY_BODY);
  if (!made.ok) throw new Error("no mark was made");
  const { id } = made.value.mark.annotation;
  await marks.update(id, { note: "ask Brandt" }, null);
  await marks.remove(id);
  expect(marks.get(id)).toBeNull();
  expect(calls).not.toContain("deleteAnnotation");
  [isFull, calls] = [false, []];
  expect(await marks.restore(id)).toEqual(success(null));
  expect(marks.get(id)?.annotation.body.note).toBe("ask Brandt");
  await vi.waitFor(() => expect(record.body.note).toBe("ask Brandt"));
  expect(calls).toEqual(expect.arrayContaining(["createAnnotation", "updateAnnotation"]));
  expect(calls).not.toContain("restoreAnnotation");
});
