import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Annotation, type Body, EMPTY_BODY } from "../../../../src/annotation/records/annotation.ts";
import { failure, type Result, success } from "../../../../src/result.ts";
import { createOutbox } from "../../../../extension/calls/outbox.ts";
import { createHighlights } from "../../../../extension/reader/highlights/highlights.ts";
import type { Painter } from "../../../../extension/dom/painting/painter.ts";
import { annotationOf, ID } from "../../../records.ts";
import { stubWindow } from "../../../window.ts";

/** The record in the background, and what was asked of it. */
let record: Annotation;
let calls: string[];
let isFull: boolean;

const revise = (changes: Partial<Annotation>): Result<Annotation> => {
  record = { ...record, ...changes, revision: record.revision + 1 };
  return success(record);
};

vi.mock("../../../../extension/calls/call.ts", () => ({
  callBackground: async (call: string, input: { changes: Partial<Body> }): Promise<Result<unknown>> => {
    if (call === "takeSeal") return failure("private", "nothing is kept beside the sending");
    calls.push(call);
    if (call === "save" && isFull) return failure("storage-full", "no space");
    if (call === "save") return revise({ body: { ...record.body, ...input.changes } });
    if (call === "deleteAnnotation") return revise({ deleted: `1998-04-02T08:00:0${String(calls.length)}Z` });
    if (call === "restoreAnnotation") return revise({ deleted: null });
    return success(null);
  },
}));
vi.mock("webextension-polyfill", () => ({ default: {} }));
vi.mock("../../../../extension/reader/highlights/find.ts", () => ({
  describeRanges: async () => success({ target: annotationOf().target, ranges: [] }),
  findHighlights: async function* () {},
}));

/** The highlights of a document in which no page stands yet. */
const highlightsOf = () => {
  const outbox = createOutbox(new AbortController().signal);
  const pages = {
    all: () => [],
    of: () => {
      throw new Error("no page stands here");
    },
  };
  return createHighlights({ paint: () => {} } as unknown as Painter, pages, outbox, () => undefined);
};

beforeEach(() => {
  stubWindow();
  vi.stubGlobal("document", new EventTarget());
  calls = [];
  isFull = false;
  record = annotationOf();
});

afterEach(() => void vi.unstubAllGlobals());

test("what was deleted elsewhere comes back when the user still writes on it here", async () => {
  revise({ deleted: "1998-04-02T09:00:00Z" });
  highlightsOf().update(ID, { note: "ask Brandt" });
  await vi.waitFor(() => expect(record).toMatchObject({ deleted: null, body: { note: "ask Brandt" } }));
});

test("what was deleted here stays deleted, and keeps what its editor saved last", async () => {
  const highlights = highlightsOf();
  const removed = highlights.remove(ID);
  await vi.waitFor(() => expect(calls).toContain("deleteAnnotation"));
  highlights.update(ID, { note: "ask Brandt" });
  expect(await removed).toEqual(success(null));
  await vi.waitFor(() => expect(record.body.note).toBe("ask Brandt"));
  expect(calls).not.toContain("restoreAnnotation");
  expect(record).toMatchObject({ deleted: expect.any(String), body: { note: "ask Brandt" } });
  expect(highlights.get(ID)).toBeNull();
});

test("what was deleted before all of it was saved comes back with every word", async () => {
  const highlights = highlightsOf();
  isFull = true;
  highlights.update(ID, { note: "ask Brandt" });
  await highlights.remove(ID);
  expect(record).toMatchObject({ deleted: expect.any(String), body: { note: "" } });
  isFull = false;
  expect(await highlights.restore(ID)).toEqual(success(null));
  await vi.waitFor(() => expect(record).toMatchObject({ deleted: null, body: { note: "ask Brandt" } }));
});

test("so does what was deleted before any of it was saved", async () => {
  const highlights = highlightsOf();
  isFull = true;
  const made = await highlights.create({} as Range, EMPTY_BODY);
  if (!made.ok) throw new Error("no highlight was made");
  const { id } = made.value.highlight.annotation;
  highlights.update(id, { note: "ask Brandt" });
  await highlights.remove(id);
  expect(highlights.get(id)).toBeNull();
  expect(calls).not.toContain("deleteAnnotation");
  [isFull, calls] = [false, []];
  expect(await highlights.restore(id)).toEqual(success(null));
  expect(highlights.get(id)?.annotation.body.note).toBe("ask Brandt");
  await vi.waitFor(() => expect(record.body.note).toBe("ask Brandt"));
  expect(calls).toEqual(["save"]);
});
