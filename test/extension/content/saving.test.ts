import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Annotation, AnnotationDraft, Body } from "../../../src/annotation/annotation.ts";
import { failure, type Result, success } from "../../../src/messaging/result.ts";
import { createSaving } from "../../../extension/content/saving.ts";

/** The background: its records, and whether it can be reached. */
const records = new Map<string, Annotation>();
let isReachable = true;
let calls: string[] = [];

vi.mock("../../../extension/messaging/unsent.ts", () => ({
  callWriting: async (call: string, input: unknown): Promise<Result<Annotation>> => {
    calls.push(call);
    await Promise.resolve();
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

const draft: AnnotationDraft = {
  id: "0b8f6c0e-6c39-4f5e-9d8e-0d7e4f1a2b3c",
  target: {
    source: "https://post.example/pier",
    page: "post.example/pier",
    title: "",
    selectors: { quote: { type: "TextQuoteSelector", exact: "the piles" }, position: null },
  },
  body: { colour: "yellow", note: "", tags: [] },
};
const warnings = new Set<unknown>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", (_type: string, listener: unknown) => warnings.add(listener));
  vi.stubGlobal("removeEventListener", (_type: string, listener: unknown) => warnings.delete(listener));
  records.clear();
  warnings.clear();
  isReachable = true;
  calls = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what is typed before the annotation is stored is saved after it", async () => {
  const saving = createSaving(() => {});
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
  const saving = createSaving((annotation) => told.push(annotation));
  isReachable = false;
  expect(await saving.create(draft)).toMatchObject({ ok: false, error: { code: "storage-full" } });
  expect(await saving.update(draft.id, { note: "a" }, null)).toMatchObject({ ok: false });
  expect(await saving.update(draft.id, { tags: ["claim"] }, null)).toMatchObject({ ok: false });
  expect(warnings.size).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saving.withUnsaved(draft.id, draft.body)).toEqual({ colour: "yellow", note: "a", tags: ["claim"] });
  expect(records.size).toBe(0);

  isReachable = true;
  await vi.advanceTimersByTimeAsync(31_000);
  expect(records.get(draft.id)?.body).toEqual({ colour: "yellow", note: "a", tags: ["claim"] });
  expect(told.at(-1)?.body.note).toBe("a");
  expect(warnings.size).toBe(0);
  calls = [];
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls).toEqual([]);
});

test("tries come further and further apart", async () => {
  const saving = createSaving(() => {});
  isReachable = false;
  await saving.create(draft);
  calls = [];
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(calls.length).toBeGreaterThan(10);
  expect(calls.length).toBeLessThan(30);
});

test("what was typed while a save was on its way is not taken for saved", async () => {
  const saving = createSaving(() => {});
  await saving.create(draft);
  const first = saving.update(draft.id, { note: "a" }, null);
  const second = saving.update(draft.id, { note: "ab" }, null);
  await Promise.all([first, second]);
  expect(records.get(draft.id)?.body.note).toBe("ab");
  expect(saving.withUnsaved(draft.id, draft.body)).toEqual(draft.body);
});

test("what is given up is not tried again", async () => {
  const saving = createSaving(() => {});
  isReachable = false;
  await saving.create(draft);
  saving.forget(draft.id);
  expect(warnings.size).toBe(0);
  calls = [];
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls).toEqual([]);
});
