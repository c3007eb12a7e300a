import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import {
  annotationsOfPage,
  colourNames,
  everything,
  settingsOfSite,
  tagsInUse,
} from "../../../../extension/store/queries.ts";
import { createSubjectWriter } from "../../../../extension/store/name-note-writer.ts";
import { guarded } from "../../../../extension/store/records.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { draftOf, PAGE } from "../../../records.ts";

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
    const made = draftOf("the piles", { note: "whose?" });
    await writer.create(made);
    const { target } = draftOf("the planks");
    const moved = await writer.retarget(made.id, target);
    expect(moved).toMatchObject({ ok: true, value: { revision: 2, target, body: { note: "whose?" } } });
    expect(await writer.retarget(made.id, target)).toEqual(moved);
    expect(await writer.retarget(crypto.randomUUID(), target)).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  test("stamps a new record", async () => {
    const saved = await createWriter(database, now).create(draftOf("the piles"));
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
    await writer.create(first);
    await writer.update(first.id, { ...first.body, note: "ask Brandt" });
    const again = await writer.create(first);
    expect(again).toMatchObject({ ok: true, value: { revision: 2, body: { note: "ask Brandt" } } });
    expect(await database.annotations.count()).toBe(1);
  });

  test("counts a revision for each change, and none where nothing changes", async () => {
    const writer = createWriter(database, now);
    const { id, body } = draftOf("the piles");
    await writer.create({ ...draftOf("the piles"), id });
    await writer.update(id, { ...body, colour: "pink" });
    const same = await writer.update(id, { ...body, colour: "pink" });
    expect(same).toMatchObject({ ok: true, value: { revision: 2, body: { colour: "pink" } } });
  });

  test("deletes so that it can be undone, and twice is the same as once", async () => {
    const writer = createWriter(database, now);
    const { id } = draftOf("x");
    await writer.create({ ...draftOf("the piles"), id });
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
    await writer.create({ ...draftOf("the piles"), id });
    const deleted = await writer.remove(id);
    const typed = await writer.update(id, { note: "ask Brandt" });
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

  test("says so where there is nothing to change", async () => {
    const answer = await createWriter(database, now).update(crypto.randomUUID(), draftOf("x").body);
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
    await writer.takeUp({
      annotations: [],
      corrections: [],
      sites: [],
      subjectNotes: [],
      articles: [],
      colourNames: { green: "Claims", pink: "Ask again" },
    });
    expect(await colourNames(database)).toEqual({ green: "Figures", pink: "Ask again" });
    expect((await everything(database)).colourNames).toEqual({ green: "Figures", pink: "Ask again" });
    await writer.nameColours({});
    expect(await colourNames(database)).toEqual({});
  });
});

describe("queries", () => {
  test("tags are those of live notes, the most used first", async () => {
    const writer = createWriter(database, now);
    await writer.create(draftOf("a", { tags: ["pier"] }));
    await writer.create(draftOf("b", { tags: ["claim", "pier"] }));
    const gone = draftOf("c", { tags: ["gone"] });
    await writer.create(gone);
    await writer.remove(gone.id);
    await createSubjectWriter(database, now).saveNote({
      id: crypto.randomUUID(),
      subject: { kind: "person", name: "Agnes Lund" },
      origin: { source: "https://post.example/pier", page: PAGE, title: "" },
      changes: { tags: ["pier", "board"] },
    });
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
});
