import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Opened, Opener } from "../../../../extension/background/seals.ts";
import type { Asker } from "../../../../extension/calls/entry.ts";
import { createSave, type Save, saveLeftBehind } from "../../../../extension/background/save.ts";
import { Database } from "../../../../extension/store/database.ts";
import { createNameNoteWriter } from "../../../../extension/store/name-note-writer.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import type { AnnotationDraft, Body } from "../../../../src/annotation/records/annotation.ts";
import { changedIn, madeAs, type Unsaved } from "../../../../src/annotation/unsaved.ts";
import { failure } from "../../../../src/result.ts";
import { changed, draftOf, ID, made, originOn } from "../../../records.ts";

type Listener = (changes: Record<string, { readonly newValue?: unknown }>) => void;
const extension = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  listeners: [] as Listener[],
  isUnreadable: false,
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://sourceline/${path}` },
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
const onName = (note: string): Unsaved => ({
  kind: "name-note",
  id: ID,
  subject: { kind: "person", name: "Edvard Moen" },
  origin: originOn(),
  changes: { note },
});
const noted = (note: string): Unsaved => changedIn(ID, { note });

const START = Date.UTC(2020, 0, 1);
/** An instant some seconds after the start. */
const instant = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
let clock: number;
let database: Database;
let writer: ReturnType<typeof createWriter>;
let save: Save;

const OWN: Asker = { url: "chrome-extension://sourceline/panel.html" };
/** Everything is open here: `sealed` says by whom. */
const seals = {
  isComplete: true,
  opener: async (): Promise<Opener> => ({
    isComplete: seals.isComplete,
    open: (kept) => (kept as { readonly sealed?: Opened } | null)?.sealed ?? null,
  }),
};
const sealed = (entry: unknown, sender = OWN) => ({ sealed: { entry, sender } });

/** What a page has left behind. */
const leave = (unsaved: unknown, seconds: number, sender = OWN): string => {
  const key = `unsaved:${crypto.randomUUID()}`;
  extension.kept[key] = sealed({ ...(unsaved as object), at: instant(seconds) }, sender);
  for (const listener of extension.listeners) listener({ [key]: { newValue: extension.kept[key] } });
  return key;
};
const untilNothingIsKept = (): Promise<void> =>
  vi.waitFor(() => expect(Object.keys(extension.kept).filter((key) => key.startsWith("unsaved:"))).toEqual([]));
const noteOf = async (): Promise<string | undefined> => (await database.annotations.get(ID))?.body.note;
const write = async (seconds: number, changes: Partial<Body>): Promise<void> => {
  const before = clock;
  clock = seconds;
  await writer.save(changed(ID, changes));
  clock = Math.max(before, seconds);
};

beforeEach(async () => {
  extension.kept = {};
  extension.listeners = [];
  seals.isComplete = true;
  clock = 100;
  await Dexie.delete("sourceline");
  database = new Database();
  const now = (): Date => new Date(START + clock * 1_000);
  writer = createWriter(database, now);
  save = createSave(writer, createNameNoteWriter(database, now));
});
afterEach(() => database.close());

test("a highlight and the changes to it are saved in the order in which they were made", async () => {
  leave(madeAs(draft), 1);
  leave(noted("f"), 2);
  leave(noted("full"), 3);
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("full");
});

test("of a note on a name the fullest is kept, and so it is when one is found after the other", async () => {
  leave(onName("f"), 1);
  leave(onName("fu"), 2);
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  leave(onName("full"), 3);
  await untilNothingIsKept();
  expect((await database.subjectNotes.get(ID))?.body.note).toBe("full");
});

test("what was changed later elsewhere is not overwritten", async () => {
  await writer.save(made(draft, instant(0)));
  await write(10, { note: "newer" });
  leave(noted("older"), 5);
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("newer");
});

test("nor is it after something was taken up before it", async () => {
  await writer.save(made(draft, instant(0)));
  leave(noted("left"), 5);
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  await write(200, { note: "newer" });
  leave(noted("older"), 6);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("newer");
});

test("what was left by one page does not overwrite what another asked for later", async () => {
  await writer.save(made(draft, instant(0)));
  await write(1, { note: "first" });
  leave(noted("asked for last"), 8);
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  leave(noted("asked for first"), 5);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("asked for last");
});

test("what was typed before the highlight was stored is newer than the highlight", async () => {
  await writer.save(made(draft, instant(4)));
  leave(noted("typed early"), 5);
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("typed early");
});

test.each(["storage-full", "storage-failed"] as const)("%s: everything of the record waits", async (code) => {
  let isFull = true;
  const keys = [leave(madeAs(draft), 1), leave(noted("kept"), 2)];
  saveLeftBehind(
    async (asked, isLate) => (isFull && asked.kind === "annotation" ? failure(code, "") : save(asked, isLate)),
    seals,
  );
  const other = leave({ ...onName("b"), id: crypto.randomUUID() }, 3);
  await vi.waitFor(() => expect(extension.kept).not.toHaveProperty([other]));
  expect(Object.keys(extension.kept)).toEqual(keys);

  isFull = false;
  leave(noted("and more"), 4);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("and more");
});

test("nothing is lost while the database can't be opened", async () => {
  await writer.save(made(draft, instant(0)));
  const get = vi.spyOn(database.annotations, "get").mockRejectedValueOnce(new Error("can't be opened"));
  const key = leave(noted("kept"), 5);
  saveLeftBehind(save, seals);
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  leave({ ...noted(""), id: crypto.randomUUID() }, 6);
  await untilNothingIsKept();
  expect(extension.kept).not.toHaveProperty([key]);
  expect(await noteOf()).toBe("kept");
});

test("what can never be saved is thrown away", async () => {
  leave({ ...madeAs(draft), made: {} }, 1);
  leave(undefined, 2);
  leave(noted("of nothing"), 3);
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  expect(await database.annotations.count()).toBe(0);
});

test("what is nothing of ours is thrown away, and keeps nothing behind it from being saved", async () => {
  extension.kept = {
    "unsaved:a": null,
    "unsaved:b": sealed({ kind: "annotation" }),
    "unsaved:c": { ...madeAs(draft), at: instant(1) },
    markedSites: [],
  };
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  leave(madeAs(draft), 1);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("");
});

test("what can't be opened stays, as long as the key can't be read", async () => {
  seals.isComplete = false;
  extension.kept = { "unsaved:a": "sealed" };
  const { saveOf } = saveLeftBehind(save, seals);
  await saveOf(ID);
  expect(extension.kept).toHaveProperty(["unsaved:a"]);
  seals.isComplete = true;
  await saveOf(ID);
  expect(extension.kept).toEqual({});
});

test("what a page's script may not have saved is not saved because it lies there", async () => {
  const elsewhere = { url: "https://elsewhere.example/" };
  leave(madeAs(draft), 1, elsewhere);
  leave(onName("forged"), 2, { url: draft.target.source });
  const frame = { url: "about:srcdoc", origin: "null", tab: { url: draft.target.source } };
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  expect([await database.annotations.count(), await database.subjectNotes.count()]).toEqual([0, 0]);
  leave(madeAs(draft), 1, { url: draft.target.source });
  leave(onName("ours"), 2, frame);
  await untilNothingIsKept();
  expect([await database.annotations.count(), await database.subjectNotes.count()]).toEqual([1, 1]);
});

test("what was kept once and is put there again changes nothing that came after", async () => {
  const [madeOnce, notedOnce, nameOnce] = [leave(madeAs(draft), 1), leave(noted("old"), 2), leave(onName("old"), 3)];
  const copies = { ...extension.kept };
  const again = (...keys: string[]): void => {
    for (const key of keys) {
      extension.kept[key] = copies[key];
      for (const listener of extension.listeners) listener({ [key]: { newValue: copies[key] } });
    }
  };
  const names = createNameNoteWriter(database, () => new Date(START + clock * 1_000));
  saveLeftBehind(save, seals);
  await untilNothingIsKept();
  await writer.save(changed(ID, { note: "new" }));
  await names.removeNote(ID);
  again(madeOnce, notedOnce, nameOnce);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("new");
  expect((await database.subjectNotes.get(ID))?.deleted).not.toBeNull();
  await writer.remove(ID);
  again(madeOnce, notedOnce);
  await untilNothingIsKept();
  expect((await database.annotations.get(ID))?.deleted).not.toBeNull();
});

test("where the storage can't be read once, it is read when something else is left", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  extension.isUnreadable = true;
  leave(madeAs(draft), 1);
  saveLeftBehind(save, seals);
  await vi.waitFor(() => expect(console.error).toHaveBeenCalled());
  extension.isUnreadable = false;
  leave(noted("full"), 2);
  await untilNothingIsKept();
  expect(await noteOf()).toBe("full");
});

describe("what is being written", () => {
  /** What an outbox that is there still, or was a moment ago, has kept. */
  const keep = (unsaved: Unsaved, at: string, base: number | null = null): string => {
    const key = `writing:${crypto.randomUUID()}`;
    extension.kept[key] = sealed({ ...unsaved, at, base });
    for (const listener of extension.listeners) listener({ [key]: { newValue: extension.kept[key] } });
    return key;
  };
  const untilNote = (note: string): Promise<void> => vi.waitFor(async () => expect(await noteOf()).toBe(note));
  const long = (): string => instant(2);

  test("is saved when the background starts, and taken away once nobody can be at it any more", async () => {
    await writer.save(made(draft, instant(0)));
    const key = keep(noted("killed"), long());
    saveLeftBehind(save, seals);
    await untilNote("killed");
    await vi.waitFor(() => expect(extension.kept).not.toHaveProperty([key]));
  });

  test("stays as long as somebody may be at it, who keeps it anew with every letter", async () => {
    clock = (Date.now() - START) / 1_000 + 1;
    await writer.save(made(draft, instant(0)));
    const key = keep(noted("half"), new Date().toISOString());
    saveLeftBehind(save, seals);
    await untilNote("half");
    expect(extension.kept).toHaveProperty([key]);
  });

  test("is saved for whoever opens the record next, and of that record alone", async () => {
    clock = (Date.now() - START) / 1_000 + 1;
    await writer.save(made(draft, instant(0)));
    const { saveOf } = saveLeftBehind(save, seals);
    keep(noted("half a word"), new Date().toISOString());
    await saveOf(crypto.randomUUID());
    expect(await noteOf()).toBe("");
    await saveOf(ID);
    expect(await noteOf()).toBe("half a word");
  });

  test("is saved once, however often its record is opened: whoever is told of that asks for it again", async () => {
    clock = (Date.now() - START) / 1_000 + 1;
    await writer.save(made(draft, instant(0)));
    let saves = 0;
    const { saveOf } = saveLeftBehind((asked, isLate) => {
      saves += 1;
      return save(asked, isLate);
    }, seals);
    keep(noted("half a word"), new Date().toISOString());
    await saveOf(ID);
    await saveOf(ID);
    expect(saves).toBe(1);
    keep(noted("half a word more"), new Date().toISOString());
    await saveOf(ID);
    expect(saves).toBe(2);
    expect(await noteOf()).toBe("half a word more");
  });

  test("is saved by the same background where it is not sent for some seconds, as by a page that was ended", async () => {
    await writer.save(made(draft, instant(0)));
    saveLeftBehind(save, seals);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const first = keep(noted("kil"), long());
      vi.advanceTimersByTime(4_000);
      delete extension.kept[first];
      keep(noted("killed"), long());
      vi.advanceTimersByTime(4_999);
      const before = await noteOf();
      vi.advanceTimersByTime(1);
      vi.useRealTimers();
      await untilNote("killed");
      expect(before).toBe("");
    } finally {
      vi.useRealTimers();
    }
  });

  test("is not saved with every letter", async () => {
    await writer.save(made(draft, instant(0)));
    saveLeftBehind(save, seals);
    const key = keep(noted("l"), long());
    leave(onName("left meanwhile"), 3);
    await untilNothingIsKept();
    expect(extension.kept).toHaveProperty([key]);
    expect(await noteOf()).toBe("");
  });
});

describe("with a clock that was set back", () => {
  test("what was left is not taken for old beside a record that bears a later instant", async () => {
    clock = 5_000;
    await writer.save(made(draft, instant(5_000)));
    clock = 100;
    extension.kept["unsaved:a"] = sealed({ ...noted("after"), at: instant(50), base: 1 });
    saveLeftBehind(save, seals);
    await untilNothingIsKept();
    expect(await noteOf()).toBe("after");
  });

  test.each([
    ["the clock was wrong when it was stored", 5_000, 50],
    ["the clock was wrong when it was left", 50, 5_000],
  ])("what was stored again since is not overwritten: %s", async (_what, stored, left) => {
    clock = stored;
    await writer.save(made(draft, instant(stored)));
    clock = 100;
    await writer.save(changed(ID, { note: "newer" }));
    extension.kept["unsaved:a"] = sealed({ ...noted("older"), at: instant(left), base: 1 });
    saveLeftBehind(save, seals);
    await untilNothingIsKept();
    expect(await noteOf()).toBe("newer");
  });

  test("no record goes back in time", async () => {
    clock = 5_000;
    await writer.save(made(draft, instant(5_000)));
    clock = 100;
    await writer.remove(ID);
    expect(await database.annotations.get(ID)).toMatchObject({ modified: instant(5_000), deleted: instant(100) });
  });
});
