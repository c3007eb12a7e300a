import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Kept } from "../../../../extension/calls/journal.ts";
import { opened } from "../../../../extension/calls/sealing/seal.ts";
import { createOutbox, type Outbox, type OutboxEvent } from "../../../../extension/calls/outbox.ts";
import type { Annotation, Body } from "../../../../src/annotation/records/annotation.ts";
import { changedIn, madeAs, type Unsaved } from "../../../../src/annotation/unsaved.ts";
import { failure, type Result, success } from "../../../../src/result.ts";
import { stubWindow, type TestWindow } from "../../../window.ts";
import { draftOf, originOn } from "../../../records.ts";

/** The background: its records, what was sent to it in order, and whether it can store anything. */
const background = vi.hoisted(() => ({
  records: new Map<string, unknown>(),
  sent: [] as unknown[],
  isFull: false,
  answering: Promise.resolve(),
}));
const kept = vi.hoisted(() => new Map<string, Kept>());
const SEAL = vi.hoisted(() => ({ key: `${"A".repeat(43)}=`, grant: "grant" }));
const storage = vi.hoisted(() => ({ isBroken: false, isPrivate: false }));

vi.mock("../../../../extension/calls/call.ts", () => ({
  callBackground: async (call: string, input: (Unsaved & { at: string }) | null): Promise<Result<unknown>> => {
    if (call === "takeSeal") return storage.isPrivate ? failure("private", "") : success(SEAL);
    const { at: modified, ...unsaved } = input as Unsaved & { at: string };
    background.sent.push(unsaved);
    await background.answering;
    if (background.isFull) return failure("storage-full", "no space");
    const stored = background.records.get(unsaved.id) as Annotation | undefined;
    const base = stored ?? (unsaved.kind === "annotation" ? unsaved.made : { body: {} });
    if (base === null) return failure("not-found", "");
    const body = { ...base.body, ...unsaved.changes };
    const record = { ...base, body, revision: (stored?.revision ?? 0) + 1, modified };
    background.records.set(unsaved.id, record);
    return success(record);
  },
}));
vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      local: {
        set: async (items: Record<string, Kept>) => {
          if (storage.isBroken) throw new Error("no space");
          for (const [key, item] of Object.entries(items)) kept.set(key, item);
        },
        remove: async (keys: string | readonly string[]) => {
          for (const key of [keys].flat()) kept.delete(key);
        },
      },
    },
  },
}));

const draft = draftOf("the piles");
const typed = (changes: Partial<Body>): Unsaved => changedIn(draft.id, changes);
const onName = (note: string): Unsaved => ({
  kind: "name-note",
  id: crypto.randomUUID(),
  subject: { kind: "person", name: "Edvard Moen" },
  origin: originOn(),
  changes: { note },
});
/** What lies sealed in the extension's storage: what was left by a page that goes, and what is being written. */
const keptAs = (prefix: "unsaved:" | "writing:"): unknown[] =>
  [...kept].flatMap(([key, { grant, entry }]) =>
    key.startsWith(prefix) && grant === SEAL.grant ? [JSON.parse(opened(SEAL.key, entry) ?? "")] : [],
  );
const bodyOf = (id = draft.id): Body | undefined => (background.records.get(id) as Annotation | undefined)?.body;

let life: AbortController;
let outbox: Outbox;
let events: OutboxEvent[];
let page: TestWindow;
let hide: () => void;
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(async () => {
  vi.useFakeTimers();
  page = stubWindow();
  const heard = new Map<string, (event: Pick<Event, "isTrusted">) => void>();
  const addEventListener = heard.set.bind(heard);
  vi.stubGlobal("document", { visibilityState: "visible", addEventListener });
  hide = () => {
    Object.assign(document, { visibilityState: "hidden" });
    heard.get("visibilitychange")?.({ isTrusted: true });
  };
  Object.assign(background, { sent: [], isFull: false, answering: Promise.resolve() });
  background.records.clear();
  kept.clear();
  Object.assign(storage, { isBroken: false, isPrivate: false });
  life = new AbortController();
  outbox = createOutbox(life.signal);
  await settle();
  events = [];
  outbox.watch((event) => events.push(event));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what is written", () => {
  test("is sent when typing has rested, or has gone on for long", async () => {
    background.records.set(draft.id, { ...draft, revision: 1 });
    for (const note of ["a", "ab", "abc"]) {
      outbox.put(typed({ note }), "after-rest");
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(background.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(background.sent).toMatchObject([{ changes: { note: "abc" } }]);
    for (let count = 0; count < 10; count += 1) {
      outbox.put(typed({ note: "x".repeat(count + 1) }), "after-rest");
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(background.sent).toHaveLength(2);
  });

  test("is sent at once where it is chosen, or asked for", async () => {
    background.records.set(draft.id, { ...draft, revision: 1 });
    outbox.put(typed({ colour: "pink" }), "at-once");
    await settle();
    expect(bodyOf()?.colour).toBe("pink");
    outbox.put(typed({ note: "a" }), "after-rest");
    expect(await outbox.flush(draft.id)).toBe(true);
    expect(bodyOf()?.note).toBe("a");
  });

  test("is sent when the page is hidden", async () => {
    background.records.set(draft.id, { ...draft, revision: 1 });
    outbox.put(typed({ note: "a" }), "after-rest");
    hide();
    await settle();
    expect(bodyOf()?.note).toBe("a");
  });

  test("before an annotation is stored is saved after it", async () => {
    outbox.put(madeAs(draft), "at-once");
    const created = outbox.settled(draft.id);
    // The annotation is on its way.
    await Promise.resolve();
    outbox.put(typed({ note: "early" }), "after-rest");
    expect(outbox.unsavedOf(draft.id)).toMatchObject({ made: { target: draft.target }, changes: { note: "early" } });
    expect(await created).toMatchObject({ ok: true });
    expect(outbox.unsavedOf(draft.id)).toMatchObject({ made: null });
    await vi.advanceTimersByTimeAsync(400);
    expect(bodyOf()?.note).toBe("early");
    expect(outbox.unsavedOf(draft.id)).toBeNull();
  });

  test("while a save is on its way is not taken for saved, and waits for its answer", async () => {
    background.records.set(draft.id, { ...draft, revision: 1 });
    let answer = (): void => {};
    background.answering = new Promise((resolve) => (answer = resolve));
    outbox.put(typed({ note: "a" }), "at-once");
    await settle();
    outbox.put(typed({ note: "ab" }), "at-once");
    await settle();
    expect(background.sent).toHaveLength(1);
    answer();
    await settle();
    expect(bodyOf()?.note).toBe("ab");
    expect(outbox.unsavedOf(draft.id)).toBeNull();
  });
});

describe("what can't be saved", () => {
  test.each([
    ["an annotation", madeAs(draft), draft.id],
    ["a note on a name", onName("mayor"), null],
  ])("is kept, tried again, and saved in one go: %s. Until then the page warns", async (_what, first, known) => {
    const id = known ?? first.id;
    const more = (changes: Partial<Body>): Unsaved => ({ ...first, changes }) as Unsaved;
    background.isFull = true;
    outbox.put(first, "at-once");
    outbox.put(more({ note: "a" }), "at-once");
    outbox.put(more({ tags: ["claim"] }), "at-once");
    await settle();
    expect(outbox.failureOf(id)?.code).toBe("storage-full");
    expect(page.isHeard("beforeunload")).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outbox.unsavedOf(id)?.changes).toEqual({ note: "a", tags: ["claim"] });
    expect(background.records.size).toBe(0);

    background.isFull = false;
    await vi.advanceTimersByTimeAsync(31_000);
    expect(bodyOf(id)).toMatchObject({ note: "a", tags: ["claim"] });
    expect(outbox.failureOf(id)).toBeNull();
    expect(page.isHeard("beforeunload")).toBe(false);
    background.sent = [];
    await vi.advanceTimersByTimeAsync(120_000);
    expect(background.sent).toEqual([]);
  });

  test("is tried further and further apart", async () => {
    background.isFull = true;
    outbox.put(madeAs(draft), "at-once");
    await settle();
    background.sent = [];
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(background.sent.length).toBeGreaterThan(10);
    expect(background.sent.length).toBeLessThan(30);
  });

  test("is told once where nobody attends to it, and not with every try again", async () => {
    background.isFull = true;
    const leave = outbox.attend(draft.id, () => {});
    outbox.put(madeAs(draft), "at-once");
    await settle();
    leave();
    void outbox.flush(draft.id);
    await vi.advanceTimersByTimeAsync(60_000);
    const unseen = events.flatMap((event) => (event.kind === "sent" ? [event.isUnseen] : []));
    expect(unseen.slice(0, 2)).toEqual([false, true]);
    expect(unseen.slice(2).length).toBeGreaterThan(2);
    expect(unseen.slice(2)).not.toContain(true);
    background.isFull = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(events.at(-1)).toMatchObject({ kind: "sent", result: { ok: true }, isUnseen: true });
  });

  test("keeps the browser asking as long as any of it is left", async () => {
    background.isFull = true;
    const [first, second] = [onName("mayor"), onName("chairs the board")];
    outbox.put(first, "at-once");
    outbox.put(second, "at-once");
    await settle();
    outbox.discard(second.id);
    expect(page.isHeard("beforeunload")).toBe(true);
    outbox.discard(first.id);
    expect(page.isHeard("beforeunload")).toBe(false);
  });

  test("and is given up is not tried again, and can be taken back", async () => {
    background.isFull = true;
    outbox.put(madeAs(draft), "at-once");
    outbox.put(typed({ note: "a" }), "at-once");
    await settle();
    const left = outbox.discard(draft.id);
    expect(page.isHeard("beforeunload")).toBe(false);
    expect([outbox.unsavedOf(draft.id), outbox.discard(draft.id)]).toEqual([null, null]);
    background.sent = [];
    await vi.advanceTimersByTimeAsync(120_000);
    expect(background.sent).toEqual([]);
    background.isFull = false;
    outbox.put(left!, "at-once");
    await settle();
    expect(bodyOf()?.note).toBe("a");
  });

  test("is tried once more at most when the reader has left the page, and nothing asks any more", async () => {
    background.isFull = true;
    outbox.put(madeAs(draft), "at-once");
    await settle();
    expect(page.isHeard("beforeunload")).toBe(true);
    life.abort();
    expect(page.isHeard("beforeunload")).toBe(false);
    background.sent = [];
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(background.sent).toHaveLength(1);
    // An editor that was open hands over what was typed last.
    outbox.put(typed({ note: "late" }), "at-once");
    await settle();
    expect(background.sent).toHaveLength(2);
    expect(page.isHeard("beforeunload")).toBe(false);
  });
});

test("the answer to what was given up says nothing of what was written since", async () => {
  let answer = (): void => {};
  background.answering = new Promise((resolve) => (answer = resolve));
  const note = onName("may");
  outbox.put(note, "at-once");
  await settle();
  outbox.discard(note.id);
  outbox.put({ ...note, changes: { note: "mayor" } }, "after-rest");
  answer();
  await settle();
  expect(outbox.unsavedOf(note.id)?.changes).toEqual({ note: "mayor" });
  await vi.advanceTimersByTimeAsync(400);
  expect(bodyOf(note.id)?.note).toBe("mayor");
});

describe("what is not saved lies in a document of its own besides", () => {
  /** What lies there, opened. */
  let beside: unknown[];
  beforeEach(async () => {
    beside = [];
    outbox = createOutbox(life.signal, undefined, (all) => {
      beside = all.map(({ entry }) => JSON.parse(opened(SEAL.key, entry) ?? ""));
    });
    await settle();
  });

  test("at once, while the storage has not answered yet, and until it is saved", async () => {
    background.records.set(draft.id, { ...draft, revision: 1 });
    storage.isBroken = true;
    outbox.put(typed({ note: "a" }), "after-rest");
    outbox.put(typed({ note: "ab" }), "after-rest");
    expect(beside).toMatchObject([{ id: draft.id, changes: { note: "ab" }, at: expect.any(String) }]);
    const other = onName("mayor");
    outbox.put(other, "after-rest");
    expect(beside).toMatchObject([{ id: draft.id }, { id: other.id }]);
    await outbox.flush(draft.id);
    expect(beside).toMatchObject([{ id: other.id, changes: { note: "mayor" } }]);
    outbox.discard(other.id);
    expect(beside).toEqual([]);
  });

  test("as soon as there is something to seal it with", async () => {
    storage.isPrivate = true;
    outbox = createOutbox(life.signal, undefined, (all) => (beside = [...all]));
    await settle();
    outbox.put(typed({ note: "a" }), "after-rest");
    await settle();
    expect(beside).toEqual([]);
    storage.isPrivate = false;
    outbox.put(typed({ note: "ab" }), "after-rest");
    await settle();
    expect(beside).toHaveLength(1);
  });
});

describe("when the page goes", () => {
  const go = (): void => page.raise("pagehide");

  test("what was typed a moment ago, or has no answer, is left behind, and sent without waiting", async () => {
    background.records.set(draft.id, { ...draft, revision: 1 });
    background.answering = new Promise(() => {});
    outbox.put(typed({ note: "a" }), "at-once");
    await settle();
    outbox.put(typed({ tags: ["claim"] }), "after-rest");
    expect(keptAs("unsaved:")).toEqual([]);
    background.sent = [];
    go();
    const all = { kind: "annotation", id: draft.id, changes: { note: "a", tags: ["claim"] } };
    expect(background.sent).toMatchObject([all]);
    expect(keptAs("unsaved:")).toMatchObject([{ ...all, at: expect.any(String) }]);
  });

  test("a script of the page that says so is not believed", () => {
    background.records.set(draft.id, { ...draft, revision: 1 });
    outbox.put(typed({ note: "a" }), "after-rest");
    page.raise("pagehide", false);
    expect([keptAs("unsaved:").length, background.sent]).toEqual([0, []]);
  });

  test("so is what is typed while it goes", () => {
    go();
    outbox.put(typed({ note: "last" }), "after-rest");
    expect(keptAs("unsaved:")).toMatchObject([{ changes: { note: "last" } }]);
    expect(background.sent).toHaveLength(1);
  });

  test("an annotation that was never stored is left whole, with its note", async () => {
    background.isFull = true;
    outbox.put(madeAs(draft), "at-once");
    await settle();
    outbox.put(typed({ note: "early" }), "after-rest");
    go();
    expect(keptAs("unsaved:")).toMatchObject([{ made: { target: draft.target }, changes: { note: "early" } }]);
  });

  test("what is saved is neither left nor sent again", async () => {
    outbox.put(madeAs(draft), "at-once");
    await settle();
    background.sent = [];
    go();
    expect([keptAs("unsaved:").length, background.sent]).toEqual([0, []]);
  });

  test("and comes back, what it left is taken away once it is saved, and typing is saved as before", async () => {
    background.records.set(draft.id, { ...draft, revision: 1 });
    outbox.put(typed({ note: "a" }), "after-rest");
    go();
    page.raise("pageshow");
    await settle();
    expect([keptAs("unsaved:").length, bodyOf()?.note]).toEqual([0, "a"]);
    background.sent = [];
    outbox.put(typed({ note: "ab" }), "after-rest");
    expect([keptAs("unsaved:").length, background.sent]).toEqual([0, []]);
    await vi.advanceTimersByTimeAsync(400);
    expect(bodyOf()?.note).toBe("ab");
  });
});

describe("while it is written", () => {
  beforeEach(() => background.records.set(draft.id, { ...draft, revision: 1 }));

  test("every letter is kept at once, and no longer once it is saved", async () => {
    for (const note of ["f", "fu", "full"]) {
      outbox.put(typed({ note }), "after-rest");
      await settle();
      expect(keptAs("writing:")).toMatchObject([{ id: draft.id, changes: { note }, at: expect.any(String) }]);
    }
    expect(background.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect([bodyOf()?.note, kept.size]).toEqual(["full", 0]);
  });

  test("what came while an earlier letter was being kept is kept after it, and of several the last", async () => {
    for (const note of ["f", "fu", "ful", "full"]) outbox.put(typed({ note }), "after-rest");
    await settle();
    expect(keptAs("writing:")).toMatchObject([{ changes: { note: "full" } }]);
  });

  test("what was typed while a part was on its way stays kept, on the revision that was stored", async () => {
    let answer = (): void => {};
    background.answering = new Promise((resolve) => (answer = resolve));
    outbox.put(typed({ note: "a" }), "at-once");
    await settle();
    outbox.put(typed({ note: "ab" }), "after-rest");
    answer();
    await settle();
    expect(keptAs("writing:")).toMatchObject([{ changes: { note: "ab" }, base: 2 }]);
  });

  test("what is typed says which revision its writer was shown, until something of it is stored", async () => {
    let answer = (): void => {};
    background.answering = new Promise((resolve) => (answer = resolve));
    outbox.put(typed({ note: "a" }), "at-once", 1);
    await settle();
    expect(background.sent).toMatchObject([{ base: 1 }]);
    // A revision that came while there was something unsaved was not shown in the note's text.
    outbox.put(typed({ note: "ab" }), "after-rest", 7);
    expect(keptAs("writing:")).toMatchObject([{ base: 1 }]);
    answer();
    await settle();
    expect(keptAs("writing:")).toMatchObject([{ changes: { note: "ab" }, base: 2 }]);
  });

  test("the last of it is the newest, though the clock is set back: while it is sent, and after it was stored", async () => {
    vi.setSystemTime(Date.UTC(2021, 5, 1));
    outbox.put(madeAs(draft), "at-once");
    await settle();
    outbox.put(typed({ note: "a" }), "after-rest");
    vi.setSystemTime(Date.UTC(2020, 5, 1));
    outbox.put(typed({ note: "ab" }), "after-rest");
    await settle();
    expect(keptAs("writing:")).toMatchObject([{ at: "2021-06-01T00:00:00.000Z" }]);
    await vi.advanceTimersByTimeAsync(400);
    expect(keptAs("writing:")).toEqual([]);
    outbox.put(typed({ note: "abc" }), "after-rest");
    await settle();
    expect(keptAs("writing:")).toMatchObject([{ at: "2021-06-01T00:00:00.000Z" }]);
  });

  test("nothing of it can be read there, nor of which record it is", async () => {
    background.answering = new Promise(() => {});
    outbox.put(typed({ note: "nobody knows" }), "after-rest");
    page.raise("pagehide");
    await settle();
    expect(kept.size).toBe(2);
    expect(JSON.stringify([...kept])).not.toMatch(new RegExp(`nobody|note|${draft.id}`));
  });

  test("what can't be saved stays kept; what is given up does not", async () => {
    background.isFull = true;
    outbox.put(typed({ note: "a" }), "at-once");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(keptAs("writing:")).toMatchObject([{ changes: { note: "a" } }]);
    outbox.discard(draft.id);
    await settle();
    expect(kept.size).toBe(0);
  });

  test("where the extension's storage takes nothing, it is saved all the same", async () => {
    storage.isBroken = true;
    outbox.put(typed({ note: "a" }), "after-rest");
    await vi.advanceTimersByTimeAsync(400);
    expect([bodyOf()?.note, kept.size]).toEqual(["a", 0]);
  });
});

describe("in a private window", () => {
  const openPrivately = async (): Promise<void> => {
    storage.isPrivate = true;
    outbox = createOutbox(life.signal);
    await settle();
  };

  test("nothing is kept beside the sending, not even when the page goes", async () => {
    await openPrivately();
    outbox.put(typed({ note: "a" }), "after-rest");
    page.raise("pagehide");
    await settle();
    expect(kept.size).toBe(0);
  });

  test("it is, from when the user allows it", async () => {
    await openPrivately();
    outbox.put(typed({ note: "a" }), "after-rest");
    await settle();
    storage.isPrivate = false;
    outbox.put(typed({ note: "ab" }), "after-rest");
    await settle();
    expect(keptAs("writing:")).toMatchObject([{ changes: { note: "ab" } }]);
  });
});
