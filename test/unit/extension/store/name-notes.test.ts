import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { keptOnNames } from "../../../../extension/store/name-note-queries.ts";
import { createNameNoteWriter, type NameNoteWriter } from "../../../../extension/store/name-note-writer.ts";
import { createWriter, type Writer } from "../../../../extension/store/writer.ts";
import type { AnnotationDraft, Body } from "../../../../src/annotation/records/annotation.ts";
import type { ArticleNames } from "../../../../src/annotation/records/kept-article.ts";
import type { NameNoteDraft } from "../../../../src/annotation/records/name-note.ts";
import { PAGE as PIER, draftOf, made, notedOnName, originOn } from "../../../records.ts";
import { everything } from "../../../everything.ts";
import { takeIn } from "../../../take-in.ts";

const FERRY = "post.example/ferry";
const MOEN = { kind: "person", name: "Edvard Moen", aliases: ["Moen"] } as const;
const LUND = { kind: "person", name: "Agnes Lund", aliases: [] } as const;
let database: Database;
let writer: Writer;
let subjects: NameNoteWriter;
let clock: number;
const now = (): Date => new Date((clock += 1_000));

const noteOn = (name: string, changes: Partial<Body>, page = PIER): NameNoteDraft => ({
  id: crypto.randomUUID(),
  subject: { kind: "person", name },
  origin: originOn(page),
  changes,
});
const highlight = (page: string): AnnotationDraft => draftOf("the piles", {}, page);
const names = (page: string, ...named: ArticleNames["subjects"]): ArticleNames => ({
  ...originOn(page),
  source: `https://${page}?from=front`,
  outlet: "The Harbour Post",
  published: "1998-04-02",
  subjects: named,
  sheet: null,
  fingerprint: null,
});
const pagesNaming = async (subject: ArticleNames["subjects"][number], from = "elsewhere.example"): Promise<string[]> =>
  (await keptOnNames(database, [subject], from)).articles.map(({ page }) => page);

beforeEach(() => {
  clock = Date.parse("1998-04-02T08:00:00Z");
  database = new Database(`test-${crypto.randomUUID()}`);
  writer = createWriter(database, now);
  subjects = createNameNoteWriter(database, now);
});

describe("notes on names", () => {
  test("a new one is stamped; what is typed next is its next revision; a call that is repeated changes nothing", async () => {
    const draft = noteOn("Edvard Moen", { note: "mayor" });
    const { changes: _changes, ...rest } = draft;
    expect(await subjects.save(notedOnName(draft))).toEqual({
      ok: true,
      value: {
        ...rest,
        key: "person:edvard moen",
        body: { colour: "yellow", note: "mayor", tags: [] },
        schema: 1,
        revision: 1,
        created: "1998-04-02T08:00:01.000Z",
        modified: "1998-04-02T08:00:01.000Z",
        deleted: null,
      },
    });
    const next = { ...draft, changes: { tags: ["pier"] } };
    const saved = await subjects.save(notedOnName(next));
    expect(saved).toMatchObject({ ok: true, value: { revision: 2, body: { note: "mayor", tags: ["pier"] } } });
    expect(await subjects.save(notedOnName(next))).toEqual(saved);
    expect(await database.subjectNotes.count()).toBe(1);
  });

  test("is found by the name in any article, in every spelling, and by nobody else's", async () => {
    await subjects.save(notedOnName(noteOn("José Moen", { note: "mayor" })));
    const found = async (name: string, aliases: string[] = []): Promise<number> =>
      (await keptOnNames(database, [{ kind: "person", name, aliases }], FERRY)).notes.length;
    expect(await found("Jose Moen")).toBe(1);
    expect(await found("José Ruiz Moen", ["Jose Moen", "Moen"])).toBe(1);
    expect(await found("Moen")).toBe(0);
    expect((await keptOnNames(database, [{ kind: "place", name: "José Moen", aliases: [] }], FERRY)).notes).toEqual([]);
  });

  test("deleted, it leaves a tombstone and can be restored; typing on brings it back too", async () => {
    const draft = noteOn("Edvard Moen", { note: "mayor" });
    await subjects.save(notedOnName(draft));
    const removed = await subjects.removeNote(draft.id);
    expect(await subjects.removeNote(draft.id)).toEqual(removed);
    expect((await keptOnNames(database, [MOEN], FERRY)).notes).toEqual([]);
    expect(await database.subjectNotes.count()).toBe(1);
    expect(await subjects.restoreNote(draft.id)).toMatchObject({ ok: true, value: { revision: 3, deleted: null } });
    await subjects.removeNote(draft.id);
    await subjects.save(notedOnName({ ...draft, changes: { note: "mayor of Port Amsel" } }));
    expect((await keptOnNames(database, [MOEN], FERRY)).notes).toMatchObject([
      { body: { note: "mayor of Port Amsel" } },
    ]);
    expect(await subjects.removeNote(crypto.randomUUID())).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  test("one that was emptied is not shown", async () => {
    const draft = noteOn("Edvard Moen", { note: "mayor" });
    await subjects.save(notedOnName(draft));
    await subjects.save(notedOnName({ ...draft, changes: { note: " " } }));
    expect((await keptOnNames(database, [MOEN], FERRY)).notes).toEqual([]);
  });
});

describe("the articles that name somebody", () => {
  test("one that was only read is not stored", async () => {
    await subjects.keepArticle(names(PIER, MOEN));
    expect(await database.articles.count()).toBe(0);
  });

  test("one with a highlight is, and is found from other pages only", async () => {
    await writer.save(made(highlight(PIER)));
    await subjects.keepArticle(names(PIER, MOEN, LUND));
    expect(await pagesNaming(MOEN)).toEqual([PIER]);
    expect(await pagesNaming({ ...MOEN, name: "Edvard Moen", aliases: [] }, FERRY)).toEqual([PIER]);
    expect(await pagesNaming(MOEN, PIER)).toEqual([]);
    expect(await pagesNaming({ ...MOEN, name: "Moen" })).toEqual([]);
  });

  test("one with a note on a name is; where the note says nothing any more it is not listed", async () => {
    const draft = noteOn("Agnes Lund", { note: "chairs the board" });
    await subjects.save(notedOnName(draft));
    await subjects.keepArticle(names(PIER, MOEN));
    expect(await pagesNaming(MOEN)).toEqual([PIER]);
    await subjects.removeNote(draft.id);
    expect(await pagesNaming(MOEN)).toEqual([]);
    expect((await everything(database)).articles).toEqual([]);
  });

  test("where the last highlight is deleted it is no longer listed, and is again when that is undone", async () => {
    const draft = highlight(PIER);
    await writer.save(made(draft));
    await subjects.keepArticle(names(PIER, MOEN));
    await writer.remove(draft.id);
    expect(await pagesNaming(MOEN)).toEqual([]);
    await writer.restore(draft.id);
    expect(await pagesNaming(MOEN)).toEqual([PIER]);
  });

  test("read again, it has the names of now; read again as it was, nothing is written", async () => {
    await writer.save(made(highlight(PIER)));
    await subjects.keepArticle(names(PIER, MOEN));
    await subjects.keepArticle({ ...names(PIER, MOEN), source: "https://post.example/pier?utm_source=mail" });
    expect(await database.articles.get(PIER)).toMatchObject({
      revision: 1,
      source: "https://post.example/pier?from=front",
    });
    await subjects.keepArticle(names(PIER, LUND));
    expect(await pagesNaming(MOEN)).toEqual([]);
    expect(await pagesNaming(LUND)).toEqual([PIER]);
    expect(await database.articles.get(PIER)).toMatchObject({ revision: 2, created: "1998-04-02T08:00:02.000Z" });
  });
});

test("a backup has notes on names and the articles, and brings both back", async () => {
  await writer.save(made(highlight(PIER)));
  await subjects.keepArticle(names(PIER, MOEN));
  await subjects.save(notedOnName(noteOn("Edvard Moen", { note: "mayor" })));
  const backup = await everything(database);
  expect([backup.subjectNotes.length, backup.articles.length]).toEqual([1, 1]);
  const other = new Database(`test-${crypto.randomUUID()}`);
  const taken = await takeIn(other, backup, now);
  expect(taken).toEqual({ ok: true, value: { added: 2, updated: 0, unchanged: 0, articles: 1 } });
  expect(await everything(other)).toEqual(backup);
});

test("a database of version 2 takes notes on names", async () => {
  const name = `test-${crypto.randomUUID()}`;
  const former = new Dexie(name);
  former.version(2).stores({
    annotations: "id, target.page, created, modified",
    sites: "site",
    corrections: "id, scope.kind, scope.page, modified",
  });
  await former.open();
  former.close();
  const current = new Database(name);
  expect(await createNameNoteWriter(current).save(notedOnName(noteOn("Edvard Moen", { note: "mayor" })))).toMatchObject(
    {
      ok: true,
    },
  );
  expect((await keptOnNames(current, [MOEN], FERRY)).notes).toHaveLength(1);
  current.close();
});
