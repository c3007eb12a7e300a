import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { createNameNoteWriter } from "../../../../extension/store/name-note-writer.ts";
import { countOldTags, tagsInUse } from "../../../../extension/store/tag-counts.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { createUndo } from "../../../../extension/store/undo.ts";
import { nextUndo } from "../../../../extension/store/step-log.ts";
import { annotationOf, changed, draftOf, made } from "../../../records.ts";

/** The tables of form 3, which had neither a log of changes nor counts. */
const FORM_3 = {
  annotations: "id, target.page, created, modified",
  sites: "site",
  corrections: "id, scope.kind, scope.page, modified",
  articles: "id, *keys",
  subjectNotes: "id, key, origin.page, created, modified",
  settings: "key",
  steps: "++number, undone",
  sightings: "id",
};

let name: string;
let database: Database;

beforeEach(() => {
  name = `test-${crypto.randomUUID()}`;
  database = new Database(name);
});

const logged = async (): Promise<unknown[]> =>
  (await database.changes.toArray()).flatMap(({ table, ids }) => (ids ?? [null]).map((id) => [table, id]));

describe("the log of changes", () => {
  test("whatever writes a record is in it, in the order of the writes", async () => {
    const writer = createWriter(database);
    const draft = draftOf("the piles");
    await writer.save(made(draft));
    await writer.save(changed(draft.id, { note: "ask" }));
    await writer.remove(draft.id);
    await createUndo(database).move((await nextUndo(database))!.number, "undo");
    await database.annotations.delete(draft.id);
    expect(await logged()).toEqual(Array.from({ length: 5 }, () => ["annotations", draft.id]));
  });

  test("what is not written in the end is not in it", async () => {
    const draft = draftOf("the piles");
    await database
      .transaction("rw", database.annotations, async () => {
        await database.annotations.add(annotationOf({ tags: ["pier"] }, { id: draft.id }));
        throw new Error("the disk is full");
      })
      .catch(() => null);
    expect(await logged()).toEqual([]);
    expect(await tagsInUse(database)).toEqual([]);
  });

  test("a table that is emptied is told as a whole", async () => {
    await database.annotations.add(annotationOf());
    await database.annotations.clear();
    expect((await logged()).at(-1)).toEqual(["annotations", null]);
  });

  test("an article's record is in it", async () => {
    const writer = createWriter(database);
    await writer.save(made(draftOf("the piles", {}, "post.example/pier")));
    await createNameNoteWriter(database).keepArticle({
      page: "post.example/pier",
      source: "https://post.example/pier",
      title: "Pier",
      outlet: null,
      published: null,
      subjects: [],
      sheet: null,
      fingerprint: null,
    });
    expect((await logged()).at(-1)).toEqual(["articles", "post.example/pier"]);
  });
});

describe("the counts of tags", () => {
  test("they follow what is tagged, untagged, deleted and brought back, whatever the case", async () => {
    const writer = createWriter(database);
    const [pier, ferry] = [
      draftOf("the piles", { tags: ["Harbour"] }),
      draftOf("the ferry", { tags: ["harbour", "claim"] }),
    ];
    await writer.save(made(pier));
    await writer.save(made(ferry));
    expect(await tagsInUse(database)).toEqual([
      { tag: "Harbour", count: 2 },
      { tag: "claim", count: 1 },
    ]);
    await writer.save(changed(ferry.id, { tags: ["claim"] }));
    await writer.remove(pier.id);
    expect(await tagsInUse(database)).toEqual([{ tag: "claim", count: 1 }]);
    await writer.restore(pier.id);
    expect(await tagsInUse(database)).toEqual([
      { tag: "claim", count: 1 },
      { tag: "Harbour", count: 1 },
    ]);
  });

  test("a store of form 3 is counted in slices, which may be ended and go on, while the user writes", async () => {
    const old = new Dexie(name);
    old.version(3).stores(FORM_3);
    const ids = Array.from(
      { length: 1_200 },
      (_, index) => `${String(index).padStart(8, "0")}-6c39-4f5e-9d8e-0d7e4f1a2b3c`,
    );
    const article = {
      id: "post.example/pier",
      page: "post.example/pier",
      title: "Pier",
      subjects: [],
      keys: [],
      schema: 1,
    };
    await old.table("annotations").bulkAdd(ids.map((id) => annotationOf({ tags: ["pier"] }, { id })));
    await old.table("articles").add(article);
    old.close();

    expect(await tagsInUse(database)).toEqual([]);
    const writer = createWriter(database);
    // It is ended after its first slice: the next is refused, as when the browser ends the background.
    let slices = 0;
    const ended = new Database(name);
    ended.jobs.hook("creating", () => {
      slices += 1;
    });
    ended.jobs.hook("updating", () => {
      slices += 1;
      if (slices > 1) throw new Error("ended");
    });
    await expect(countOldTags(ended)).rejects.toThrow();
    ended.close();
    expect(await tagsInUse(database)).toEqual([{ tag: "pier", count: 500 }]);
    // One that is counted, and one that is not yet.
    await writer.save(changed(ids[10]!, { tags: [] }));
    await writer.save(changed(ids[1_100]!, { tags: ["ferry"] }));
    await countOldTags(database);
    expect(await tagsInUse(database)).toEqual([
      { tag: "pier", count: 1_198 },
      { tag: "ferry", count: 1 },
    ]);
    await countOldTags(database);
    expect((await tagsInUse(database))[0]).toEqual({ tag: "pier", count: 1_198 });
    expect(await database.articles.get("post.example/pier")).toMatchObject({
      schema: 3,
      sheet: null,
      kept: null,
      fingerprint: null,
    });
  });
});
