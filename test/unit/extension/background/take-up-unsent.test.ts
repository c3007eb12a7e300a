import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { takeUpUnsent } from "../../../../extension/background/take-up-unsent.ts";
import type { Unsent } from "../../../../extension/calls/unsent.ts";
import { Database } from "../../../../extension/store/database.ts";
import { createSubjectWriter } from "../../../../extension/store/name-note-writer.ts";
import { createWriter, type Writer } from "../../../../extension/store/writer.ts";
import type { AnnotationDraft, Body } from "../../../../src/annotation/records/annotation.ts";
import { failure } from "../../../../src/result.ts";
import { draftOf, ID, originOn } from "../../../records.ts";

type Listener = (changes: Record<string, { readonly newValue?: unknown }>) => void;
const extension = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  listeners: [] as Listener[],
  isUnreadable: false,
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      local: {
        get: async () => {
          if (extension.isUnreadable) throw new Error("the storage can not be read");
          return { ...extension.kept };
        },
        remove: async (key: string) => void delete extension.kept[key],
        onChanged: { addListener: (listener: Listener) => extension.listeners.push(listener) },
      },
    },
    tabs: { query: async () => [] },
  },
}));

const draft: AnnotationDraft = { ...draftOf("the piles"), id: ID };
const subjectNote = (note: string): unknown => ({
  id: ID,
  subject: { kind: "person", name: "Edvard Moen" },
  origin: originOn(),
  changes: { note },
});
const noteUpdate = (note: string): unknown => ({ id: ID, changes: { note }, edit: null });

const START = Date.UTC(2020, 0, 1);
/** An instant some seconds after the start. */
const instant = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
let clock: number;
let database: Database;
let writer: Writer;

/** What a page has left behind. */
const leave = (call: Unsent["call"], input: unknown, seconds: number): string => {
  const at = instant(seconds);
  const key = `unsent:${at}:000001:${crypto.randomUUID()}`;
  extension.kept[key] = { call, input, at };
  for (const listener of extension.listeners) listener({ [key]: { newValue: extension.kept[key] } });
  return key;
};
const start = (using: Writer = writer): void =>
  takeUpUnsent(
    database,
    using,
    createSubjectWriter(database, () => new Date(START + clock * 1_000)),
  );
const untilNothingIsKept = (): Promise<void> => vi.waitFor(() => expect(Object.keys(extension.kept)).toEqual([]));
const noteOf = async (): Promise<string | undefined> => (await database.annotations.get(ID))?.body.note;
const write = async (seconds: number, changes: Partial<Body>): Promise<void> => {
  const before = clock;
  clock = seconds;
  await writer.update(ID, changes);
  clock = before;
};

beforeEach(async () => {
  extension.kept = {};
  extension.listeners = [];
  clock = 100;
  await Dexie.delete("sourceline");
  database = new Database();
  writer = createWriter(database, () => new Date(START + clock * 1_000));
});
afterEach(() => database.close());

test("a highlight and the changes to it are saved in the order in which they were made", async () => {
  leave("createAnnotation", draft, 1);
  leave("updateAnnotation", noteUpdate("f"), 2);
  leave("updateAnnotation", noteUpdate("full"), 3);
  start();
  await untilNothingIsKept();
  expect(await noteOf()).toBe("full");
});

test("of a note on a name the fullest is kept, and so it is when one is found after the other", async () => {
  leave("saveSubjectNote", subjectNote("f"), 1);
  leave("saveSubjectNote", subjectNote("fu"), 2);
  start();
  await untilNothingIsKept();
  leave("saveSubjectNote", subjectNote("full"), 3);
  await untilNothingIsKept();
  expect((await database.subjectNotes.get(ID))?.body.note).toBe("full");
});

test("what was changed later elsewhere is not overwritten", async () => {
  await writer.create(draft);
  await write(10, { note: "newer" });
  leave("updateAnnotation", noteUpdate("older"), 5);
  start();
  await untilNothingIsKept();
  expect(await noteOf()).toBe("newer");
});

test("nor is it after something was taken up before it", async () => {
  await writer.create(draft);
  leave("updateAnnotation", noteUpdate("left"), 5);
  start();
  await untilNothingIsKept();
  await write(200, { note: "newer" });
  leave("updateAnnotation", noteUpdate("older"), 6);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("newer");
});

test("what was left by one page does not overwrite what another asked for later", async () => {
  await writer.create(draft);
  await write(1, { note: "first" });
  leave("updateAnnotation", noteUpdate("asked for last"), 8);
  start();
  await untilNothingIsKept();
  leave("updateAnnotation", noteUpdate("asked for first"), 5);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("asked for last");
});

test("what was typed before the highlight was stored is newer than the highlight", async () => {
  await writer.create(draft);
  leave("updateAnnotation", noteUpdate("typed early"), 5);
  start();
  await untilNothingIsKept();
  expect(await noteOf()).toBe("typed early");
});

test.each(["storage-full", "storage-failed"] as const)("%s: everything of the record waits", async (code) => {
  let isFull = true;
  const keys = [leave("createAnnotation", draft, 1), leave("updateAnnotation", noteUpdate("kept"), 2)];
  start({ ...writer, create: async (made) => (isFull ? failure(code, "") : writer.create(made)) });
  const other = leave("saveSubjectNote", { ...(subjectNote("b") as object), id: crypto.randomUUID() }, 3);
  await vi.waitFor(() => expect(extension.kept).not.toHaveProperty([other]));
  expect(Object.keys(extension.kept)).toEqual(keys);

  isFull = false;
  leave("updateAnnotation", noteUpdate("and more"), 4);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("and more");
});

test("nothing is lost while the database can't be opened", async () => {
  await writer.create(draft);
  const get = vi.spyOn(database.annotations, "get").mockRejectedValueOnce(new Error("can't be opened"));
  const key = leave("updateAnnotation", noteUpdate("kept"), 5);
  start();
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  leave("updateAnnotation", { ...(noteUpdate("") as object), id: crypto.randomUUID() }, 6);
  await untilNothingIsKept();
  expect(extension.kept).not.toHaveProperty([key]);
  expect(await noteOf()).toBe("kept");
});

test("what can never be saved is thrown away", async () => {
  leave("createAnnotation", { id: ID }, 1);
  leave("createAnnotation", undefined, 2);
  leave("updateAnnotation", noteUpdate("of nothing"), 3);
  start();
  await untilNothingIsKept();
  expect(await database.annotations.count()).toBe(0);
});

test("what is no call is thrown away, and keeps nothing behind it from being saved", async () => {
  extension.kept = { "unsent:0:000001:a": null, "unsent:0:000002:b": { call: "createAnnotation" } };
  start();
  await untilNothingIsKept();
  leave("createAnnotation", draft, 1);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("");
});

test("where the storage can't be read once, it is read when something else is left", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  extension.isUnreadable = true;
  leave("createAnnotation", draft, 1);
  start();
  await vi.waitFor(() => expect(console.error).toHaveBeenCalled());
  extension.isUnreadable = false;
  leave("updateAnnotation", noteUpdate("full"), 2);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("full");
});
