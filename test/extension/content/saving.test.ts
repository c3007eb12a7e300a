import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Annotation, AnnotationDraft, Body } from "../../../src/annotation/annotation.ts";
import { failure, type Result, success } from "../../../src/messaging/result.ts";
import { createSaving } from "../../../extension/content/saving.ts";
import { draftOf } from "../../records.ts";
import { stubWindow, type TestWindow } from "../../window.ts";

/** The background: its records, and whether it can be reached. */
const records = new Map<string, Annotation>();
let isReachable = true;
let calls: string[] = [];
/** What was sent, in order. */
let inputs: unknown[] = [];
/** Resolves when the background answers. */
let answering: Promise<void> = Promise.resolve();

vi.mock("../../../extension/messaging/unsent.ts", () => ({
  watchForLeaving: () => {},
  callWriting: async (call: string, input: unknown): Promise<Result<Annotation>> => {
    calls.push(call);
    inputs.push(input);
    await answering;
    if (!isReachable) return failure("storage-full", "no space");
    const stamps = { schema: 1, created: "", modified: "", deleted: null } as const;
    if (call === "createAnnotation") {
      const draft = input as AnnotationDraft;
      const made = records.get(draft.id) ?? { ...draft, ...stamps, revision: 1 };
      records.set(draft.id, made);
      return success(made);
    }
    const { id, changes } = input as { id: string; changes: Partial<Body> };
    const stored = records.get(id);
    if (stored === undefined) return failure("not-found", "");
    const next = { ...stored, body: { ...stored.body, ...changes }, revision: stored.revision + 1 };
    records.set(id, next);
    return success(next);
  },
}));

const draft = draftOf("the piles");
let page: TestWindow;
let life = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  page = stubWindow();
  life = new AbortController();
  records.clear();
  isReachable = true;
  calls = [];
  inputs = [];
  answering = Promise.resolve();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what is typed before the annotation is stored is saved after it", async () => {
  const saving = createSaving(() => {}, life.signal);
  const created = saving.create(draft);
  const updated = saving.update(draft.id, { note: "early" }, null);
  expect(saving.isNew(draft.id)).toBe(true);
  expect(saving.withUnsaved(draft.id, draft.body).note).toBe("early");
  expect(await created).toMatchObject({ ok: true });
  expect(await updated).toMatchObject({ ok: true, value: { body: { note: "early" } } });
  expect(calls[0]).toBe("createAnnotation");
  expect(saving.isNew(draft.id)).toBe(false);
  expect(saving.withUnsaved(draft.id, draft.body)).toEqual(draft.body);
});

test("what can't be saved is kept, tried again, and saved in one go; until then the page warns", async () => {
  const told: Annotation[] = [];
  const saving = createSaving((annotation) => told.push(annotation), life.signal);
  isReachable = false;
  expect(await saving.create(draft)).toMatchObject({ ok: false, error: { code: "storage-full" } });
  expect(await saving.update(draft.id, { note: "a" }, null)).toMatchObject({ ok: false });
  expect(await saving.update(draft.id, { tags: ["claim"] }, null)).toMatchObject({ ok: false });
  expect(page.isHeard("beforeunload")).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saving.withUnsaved(draft.id, draft.body)).toEqual({ colour: "yellow", note: "a", tags: ["claim"] });
  expect(records.size).toBe(0);

  isReachable = true;
  await vi.advanceTimersByTimeAsync(31_000);
  expect(records.get(draft.id)?.body).toEqual({ colour: "yellow", note: "a", tags: ["claim"] });
  expect(told.at(-1)?.body.note).toBe("a");
  expect(page.isHeard("beforeunload")).toBe(false);
  calls = [];
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls).toEqual([]);
});

test("when the reader has left the page, nothing asks any more, and each thing is tried once more at most", async () => {
  const saving = createSaving(() => {}, life.signal);
  isReachable = false;
  await saving.create(draft);
  expect(page.isHeard("beforeunload")).toBe(true);
  life.abort();
  expect(page.isHeard("beforeunload")).toBe(false);
  calls = [];
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(calls).toEqual(["createAnnotation"]);
  // An editor that was open hands over what was typed last.
  await saving.update(draft.id, { note: "late" }, null);
  expect(page.isHeard("beforeunload")).toBe(false);
});

test("tries come further and further apart", async () => {
  const saving = createSaving(() => {}, life.signal);
  isReachable = false;
  await saving.create(draft);
  calls = [];
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(calls.length).toBeGreaterThan(10);
  expect(calls.length).toBeLessThan(30);
});

test("what was typed while a save was on its way is not taken for saved", async () => {
  const saving = createSaving(() => {}, life.signal);
  await saving.create(draft);
  const first = saving.update(draft.id, { note: "a" }, null);
  const second = saving.update(draft.id, { note: "ab" }, null);
  await Promise.all([first, second]);
  expect(records.get(draft.id)?.body.note).toBe("ab");
  expect(saving.withUnsaved(draft.id, draft.body)).toEqual(draft.body);
});

test("what is given up is not tried again", async () => {
  const saving = createSaving(() => {}, life.signal);
  isReachable = false;
  await saving.create(draft);
  saving.forget(draft.id);
  expect(page.isHeard("beforeunload")).toBe(false);
  calls = [];
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls).toEqual([]);
});

test("when the page goes, what is not saved is sent at once, not after the answer to what is under way", async () => {
  const saving = createSaving(() => {}, life.signal);
  await saving.create(draft);
  let answer = (): void => {};
  answering = new Promise((resolve) => {
    answer = resolve;
  });
  const first = saving.update(draft.id, { note: "a" }, null);
  await vi.advanceTimersByTimeAsync(0);
  const second = saving.update(draft.id, { tags: ["claim"] }, null);
  inputs = [];
  page.raise("pagehide");
  expect(inputs).toEqual([{ id: draft.id, changes: { note: "a", tags: ["claim"] }, edit: null }]);

  // The editor hands over what was typed last, before or after that.
  const third = saving.update(draft.id, { note: "ab" }, null);
  expect(inputs.at(-1)).toEqual({ id: draft.id, changes: { note: "ab", tags: ["claim"] }, edit: null });

  // The page was kept after all.
  page.raise("pageshow");
  answer();
  await Promise.all([first, second, third]);
  expect(records.get(draft.id)?.body).toEqual({ colour: "yellow", note: "ab", tags: ["claim"] });
  expect(saving.withUnsaved(draft.id, draft.body)).toEqual(draft.body);
  inputs = [];
  void saving.update(draft.id, { note: "abc" }, null);
  expect(inputs).toEqual([]);
});

test("when the page goes before a highlight is stored, the highlight is sent before its note", async () => {
  const saving = createSaving(() => {}, life.signal);
  isReachable = false;
  await saving.create(draft);
  calls = [];
  page.raise("pagehide");
  expect(calls).toEqual(["createAnnotation"]);

  page.raise("pageshow");
  void saving.update(draft.id, { note: "early" }, null);
  calls = [];
  page.raise("pagehide");
  expect(calls).toEqual(["createAnnotation", "updateAnnotation"]);
});

test("when the page goes, what is saved is not sent again", async () => {
  const saving = createSaving(() => {}, life.signal);
  await saving.create(draft);
  await saving.update(draft.id, { note: "a" }, null);
  calls = [];
  page.raise("pagehide");
  expect(calls).toEqual([]);
});
