import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Database, MARKING_KEY, type Setting } from "../../../../extension/store/database.ts";
import {
  annotationsOfPage,
  chosenSites,
  colourNames,
  readingOf,
  settingsOfSite,
} from "../../../../extension/store/queries.ts";
import { tagsInUse } from "../../../../extension/store/tag-counts.ts";
import { markingOf } from "../../../../extension/store/marking.ts";
import { createNameNoteWriter } from "../../../../extension/store/name-note-writer.ts";
import { guarded } from "../../../../extension/store/records.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { PAGE, changed, draftOf, made, notedOnName, ID } from "../../../records.ts";
import { everything } from "../../../everything.ts";
import { takeIn } from "../../../take-in.ts";

import { USUAL_MARKING } from "../../../../src/annotation/records/marking.ts";
import { ELSEWHERE, EVERYWHERE } from "../../../../src/annotation/records/site-settings.ts";

const EMPTY_LISTS = {
  annotations: [],
  corrections: [],
  sites: [],
  subjectNotes: [],
  merges: [],
  searches: [],
  articles: [],
};

let database: Database;
let clock: number;
const now = (): Date => new Date((clock += 1_000));

beforeEach(() => {
  clock = Date.parse("1998-04-02T08:00:00Z");
  database = new Database(`test-${crypto.randomUUID()}`);
});

describe("createWriter", () => {
  test("puts a record on other words, once, and keeps what was written", async () => {
    const writer = createWriter(database, now);
    const draft = draftOf("the piles", { note: "whose?" });
    await writer.save(made(draft));
    const { target } = draftOf("the planks");
    const moved = await writer.retarget(draft.id, target);
    expect(moved).toMatchObject({ ok: true, value: { revision: 2, target, body: { note: "whose?" } } });
    expect(await writer.retarget(draft.id, target)).toEqual(moved);
    expect(await writer.retarget(crypto.randomUUID(), target)).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  test("stamps a new record", async () => {
    const saved = await createWriter(database, now).save(made(draftOf("the piles")));
    expect(saved).toMatchObject({
      ok: true,
      value: {
        schema: 1,
        revision: 1,
        created: "1998-04-02T08:00:01.000Z",
        modified: "1998-04-02T08:00:01.000Z",
        deleted: null,
      },
    });
  });

  test("saves the same draft once, and keeps what was changed since", async () => {
    const writer = createWriter(database, now);
    const first = draftOf("the piles");
    await writer.save(made(first));
    await writer.save(changed(first.id, { ...first.body, note: "ask Brandt" }));
    const again = await writer.save(made(first));
    expect(again).toMatchObject({ ok: true, value: { revision: 2, body: { note: "ask Brandt" } } });
    expect(await database.annotations.count()).toBe(1);
  });

  test("counts a revision for each change, and none where nothing changes", async () => {
    const writer = createWriter(database, now);
    const { id, body } = draftOf("the piles");
    await writer.save(made({ ...draftOf("the piles"), id }));
    await writer.save(changed(id, { ...body, colour: "pink" }));
    const same = await writer.save(changed(id, { ...body, colour: "pink" }));
    expect(same).toMatchObject({ ok: true, value: { revision: 2, body: { colour: "pink" } } });
  });

  test("deletes so that it can be undone, and twice is the same as once", async () => {
    const writer = createWriter(database, now);
    const { id } = draftOf("x");
    await writer.save(made({ ...draftOf("the piles"), id }));
    const deleted = await writer.remove(id);
    expect(await writer.remove(id)).toEqual(deleted);
    expect(await annotationsOfPage(database, PAGE)).toEqual([]);
    const restored = await writer.restore(id);
    expect(restored).toMatchObject({ ok: true, value: { deleted: null, revision: 3 } });
    expect(await annotationsOfPage(database, PAGE)).toHaveLength(1);
  });

  test("keeps what is typed into a deleted record, and says that it is deleted", async () => {
    const writer = createWriter(database, now);
    const { id } = draftOf("x");
    await writer.save(made({ ...draftOf("the piles"), id }));
    const deleted = await writer.remove(id);
    const typed = await writer.save(changed(id, { note: "ask Brandt" }));
    // The same instant, by which the page knows whose deletion it was.
    expect(typed).toMatchObject({
      ok: true,
      value: { deleted: deleted.ok && deleted.value.deleted, body: { note: "ask Brandt" } },
    });
    expect(await writer.restore(id)).toMatchObject({
      ok: true,
      value: { deleted: null, body: { note: "ask Brandt" } },
    });
  });

  test("makes and changes in one go, as two steps, and the same twice is the same as once", async () => {
    const draft = draftOf("the piles");
    const asked = { ...made(draft), changes: { note: "early" }, edit: ID };
    const saved = await createWriter(database, now).save(asked);
    expect(saved).toMatchObject({ ok: true, value: { revision: 2, body: { note: "early" } } });
    expect(await createWriter(database, now).save(asked)).toEqual(saved);
    expect((await database.steps.toArray()).map(({ kind }) => kind)).toEqual(["create", "edit"]);
  });

  test("stamps a change with when it was asked for, but never before the last one or in the future", async () => {
    const writer = createWriter(database, () => new Date("1998-04-02T12:00:00.000Z"));
    const at = (time: string): string => `1998-04-02T${time}.000Z`;
    const draft = draftOf("the piles");
    await writer.save(made(draft, at("09:00:00")));
    const modified = async (asked: string, note: string): Promise<unknown> => {
      const saved = await writer.save(changed(draft.id, { note }, null, at(asked)));
      return saved.ok && saved.value.modified;
    };
    expect(await modified("10:00:00", "a")).toBe(at("10:00:00"));
    expect(await modified("09:30:00", "b")).toBe(at("10:00:00"));
    expect(await modified("13:00:00", "c")).toBe(at("12:00:00"));
  });

  test("says so where there is nothing to change", async () => {
    const answer = await createWriter(database, now).save(changed(crypto.randomUUID(), draftOf("x").body));
    expect(answer).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  test("a full disk and a broken database are told apart", async () => {
    const full = await guarded(() => Promise.reject(new DOMException("no space", "QuotaExceededError")));
    expect(full).toMatchObject({ ok: false, error: { code: "storage-full" } });
    const broken = await guarded(() => Promise.reject(new DOMException("gone", "InvalidStateError")));
    expect(broken).toMatchObject({ ok: false, error: { code: "storage-failed" } });
  });
});

describe("the colours' names", () => {
  test("are stored whole, and a backup fills only what has no name here", async () => {
    const writer = createWriter(database, now);
    await writer.nameColours({ green: "Figures" });
    await takeIn(database, {
      ...EMPTY_LISTS,
      colourNames: { green: "Claims", pink: "Ask again" },
      marking: null,
    });
    expect(await colourNames(database)).toEqual({ green: "Figures", pink: "Ask again" });
    expect((await everything(database)).colourNames).toEqual({ green: "Figures", pink: "Ask again" });
    await writer.nameColours({});
    expect(await colourNames(database)).toEqual({});
  });
});

describe("what is marked on pages", () => {
  const empty = { ...EMPTY_LISTS, colourNames: {} };
  test("comes in from a backup where nothing was chosen here, and stays where something was", async () => {
    await takeIn(database, { ...empty, marking: { level: "sources", without: ["place"] } });
    expect(await markingOf(database)).toEqual({ level: "sources", without: ["place"] });
    expect((await everything(database)).marking).toEqual({ level: "sources", without: ["place"] });
    await takeIn(database, { ...empty, marking: { level: "off", without: [] } });
    await takeIn(database, { ...empty, marking: null });
    expect(await markingOf(database)).toEqual({ level: "sources", without: ["place"] });
  });

  test("keeps each of two choices that are made at once", async () => {
    const writer = createWriter(database, now);
    await Promise.all([
      writer.changeMarking({ level: "hover" }),
      writer.changeMarking({ kind: "place", isMarked: false }),
      writer.changeMarking({ kind: "person", isMarked: false }),
      writer.changeMarking({ kind: "place", isMarked: true }),
    ]);
    expect(await markingOf(database)).toEqual({ level: "hover", without: ["person"] });
  });

  test("is as if nothing was chosen where what is stored is damaged", async () => {
    const damaged = { key: MARKING_KEY, marking: { level: "loud", without: [] } } as unknown as Setting;
    await database.settings.put(damaged);
    expect(await markingOf(database)).toEqual(USUAL_MARKING);
    expect((await everything(database)).marking).toBeNull();
  });

  test("is not in a backup while nothing was chosen", async () => {
    expect((await everything(database)).marking).toBeNull();
    await createWriter(database, now).changeMarking({ level: USUAL_MARKING.level });
    expect((await everything(database)).marking).toEqual(USUAL_MARKING);
  });
});

describe("queries", () => {
  test("tags are those of live notes, the most used first", async () => {
    const writer = createWriter(database, now);
    await writer.save(made(draftOf("a", { tags: ["pier"] })));
    await writer.save(made(draftOf("b", { tags: ["claim", "pier"] })));
    const gone = draftOf("c", { tags: ["gone"] });
    await writer.save(made(gone));
    await writer.remove(gone.id);
    await createNameNoteWriter(database, now).save(
      notedOnName({
        id: crypto.randomUUID(),
        subject: { kind: "person", name: "Agnes Lund" },
        origin: { source: "https://post.example/pier", page: PAGE, title: "" },
        changes: { tags: ["pier", "board"] },
      }),
    );
    expect(await tagsInUse(database)).toEqual([
      { tag: "pier", count: 3 },
      { tag: "board", count: 1 },
      { tag: "claim", count: 1 },
    ]);
  });

  test("a site is highlighted until the reader says otherwise", async () => {
    expect(await settingsOfSite(database, "post.example")).toEqual({ site: "post.example", mode: "auto" });
    await createWriter(database, now).saveSite({ site: "post.example", mode: "never" });
    expect(await settingsOfSite(database, "post.example")).toEqual({ site: "post.example", mode: "never" });
    await createWriter(database, now).saveSite({ site: "post.example", mode: "auto" });
    expect(await settingsOfSite(database, "post.example")).toEqual({ site: "post.example", mode: "auto" });
    expect(await database.sites.count()).toBe(0);
  });

  test("only chosen sites are read where that is wanted, and none while everything is paused", async () => {
    const writer = createWriter(database, now);
    const modes = async (): Promise<string[]> =>
      Promise.all(
        ["post.example", "www.post.example", "herald.example"].map(
          async (site) => (await settingsOfSite(database, site)).mode,
        ),
      );
    await writer.saveSite({ site: "post.example", mode: "never" });
    expect(await modes()).toEqual(["never", "never", "auto"]);
    await writer.saveSite({ site: ELSEWHERE, mode: "never" });
    await writer.saveSite({ site: "www.post.example", mode: "auto" });
    expect(await modes()).toEqual(["auto", "auto", "never"]);
    expect(await readingOf(database)).toEqual({
      isPaused: false,
      usual: "never",
      chosen: [{ site: "www.post.example", mode: "auto" }],
    });
    await writer.saveSite({ site: EVERYWHERE, mode: "never" });
    expect(await modes()).toEqual(["never", "never", "never"]);
    expect(await readingOf(database)).toMatchObject({ isPaused: true, usual: "never" });
    // A pause is of the moment: no backup has it.
    expect(await chosenSites(database)).toHaveLength(2);
    await writer.saveSite({ site: EVERYWHERE, mode: "auto" });
    await writer.saveSite({ site: ELSEWHERE, mode: "auto" });
    expect(await modes()).toEqual(["auto", "auto", "auto"]);
  });
});

test("what is saved is on the disk: every write asks for it", async () => {
  const opened = vi.spyOn(IDBDatabase.prototype, "transaction");
  const writer = createWriter(database, now);
  await writer.save(made(draftOf("the ferry")));
  await writer.nameColours({ pink: "Claim" });
  const writes = opened.mock.calls.filter(([, mode]) => mode === "readwrite");
  expect(writes.length).toBeGreaterThanOrEqual(2);
  for (const [, , options] of writes) expect(options).toEqual({ durability: "strict" });
  opened.mockRestore();
});
