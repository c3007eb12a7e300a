import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Annotation, Body } from "../../../../src/annotation/records/annotation.ts";
import { type Result, success } from "../../../../src/result.ts";
import { createMarks } from "../../../../extension/reader/highlights/marks.ts";
import type { Painter } from "../../../../extension/dom/painting/painter.ts";
import { annotationOf, ID } from "../../../records.ts";

/** The record in the background, and what was asked of it. */
let record: Annotation;
let calls: string[];

const revise = (changes: Partial<Annotation>): Result<Annotation> => {
  record = { ...record, ...changes, revision: record.revision + 1 };
  return success(record);
};

vi.mock("../../../../extension/calls/call.ts", () => ({
  callBackground: async (call: string): Promise<Result<unknown>> => {
    calls.push(call);
    if (call === "deleteAnnotation") return revise({ deleted: `1998-04-02T08:00:0${String(calls.length)}Z` });
    if (call === "restoreAnnotation") return revise({ deleted: null });
    return success(null);
  },
}));
vi.mock("../../../../extension/calls/unsent.ts", () => ({
  watchForLeaving: () => {},
  callWriting: async (_call: string, { changes }: { changes: Partial<Body> }): Promise<Result<Annotation>> =>
    revise({ body: { ...record.body, ...changes } }),
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
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  calls = [];
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
