import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Annotation, Body } from "../../../../src/annotation/records/annotation.ts";
import { type Result, success } from "../../../../src/result.ts";
import { createOutbox } from "../../../../extension/calls/outbox.ts";
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
  callBackground: async (call: string, input: { changes: Partial<Body> }): Promise<Result<unknown>> => {
    calls.push(call);
    if (call === "save") return revise({ body: { ...record.body, ...input.changes } });
    if (call === "deleteAnnotation") return revise({ deleted: `1998-04-02T08:00:0${String(calls.length)}Z` });
    if (call === "restoreAnnotation") return revise({ deleted: null });
    return success(null);
  },
}));
vi.mock("webextension-polyfill", () => ({ default: {} }));

/** The marks of a document in which no page stands yet. */
const marksOf = () => {
  const outbox = createOutbox(new AbortController().signal);
  const pages = {
    all: () => [],
    of: () => {
      throw new Error("no page stands here");
    },
  };
  return createMarks({ paint: () => {} } as unknown as Painter, pages, outbox);
};

beforeEach(() => {
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("document", new EventTarget());
  calls = [];
  record = annotationOf();
});

afterEach(() => void vi.unstubAllGlobals());

test("what was deleted elsewhere comes back when the reader still writes on it here", async () => {
  revise({ deleted: "1998-04-02T09:00:00Z" });
  marksOf().update(ID, { note: "ask Brandt" });
  await vi.waitFor(() => expect(record).toMatchObject({ deleted: null, body: { note: "ask Brandt" } }));
});

test("what was deleted here stays deleted, and keeps what its editor saved last", async () => {
  const marks = marksOf();
  const removed = marks.remove(ID);
  await vi.waitFor(() => expect(calls).toContain("deleteAnnotation"));
  marks.update(ID, { note: "ask Brandt" });
  expect(await removed).toEqual(success(null));
  await vi.waitFor(() => expect(record.body.note).toBe("ask Brandt"));
  expect(calls).not.toContain("restoreAnnotation");
  expect(record).toMatchObject({ deleted: expect.any(String), body: { note: "ask Brandt" } });
  expect(marks.get(ID)).toBeNull();
});
