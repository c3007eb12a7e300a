import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, expect, test } from "vitest";
import { createAnswers } from "../../../../extension/search/answers.ts";
import { type FollowedIndex, followStore, type Progress } from "../../../../extension/search/follow.ts";
import { forgetInIndex } from "../../../../extension/search/forget.ts";
import { createIndexShelf, type IndexShelf } from "../../../../extension/search/saved-index.ts";
import { Database } from "../../../../extension/store/database.ts";
import { createWriter, type Writer } from "../../../../extension/store/writer.ts";
import type { Noted } from "../../../../src/annotation/records/name-note.ts";
import { annotationOf, changed, draftOf, made } from "../../../records.ts";

let database: Database;
let writer: Writer;
let shelf: IndexShelf;
let shelfName: string;
let told: Progress[];

beforeEach(() => {
  database = new Database(`test-${crypto.randomUUID()}`);
  writer = createWriter(database);
  shelfName = `shelf-${crypto.randomUUID()}`;
  shelf = createIndexShelf(shelfName);
  told = [];
});

const follow = (): FollowedIndex => followStore(database, shelf, (progress) => told.push(progress));
const quotes = async (followed: FollowedIndex, query: string): Promise<string[]> => {
  await followed.catchUp();
  const { items } = await createAnswers(database, followed).find({ query, names: {}, limit: 50, also: [] });
  return items.map((note: Noted) => ("target" in note ? note.target.selectors.quote.exact : ""));
};
const many = (count: number) =>
  Array.from({ length: count }, (_, number) => {
    const id = `${String(number).padStart(8, "0")}-6c39-4f5e-9d8e-0d7e4f1a2b3c`;
    return { ...annotationOf({ note: `word${number}` }), id };
  });

test("what is written is found, changed or deleted, without anything being made anew", async () => {
  const followed = follow();
  const draft = draftOf("the rotten piles");
  await writer.save(made(draft));
  expect(await quotes(followed, "rotten")).toEqual(["the rotten piles"]);
  const rounds = told.length;
  await writer.save(changed(draft.id, { note: "ask the board" }));
  expect(await quotes(followed, "board")).toEqual(["the rotten piles"]);
  await writer.remove(draft.id);
  expect(await quotes(followed, "board")).toEqual([]);
  await writer.restore(draft.id);
  expect(await quotes(followed, "board")).toEqual(["the rotten piles"]);
  expect(told).toHaveLength(rounds);
});

test("what is saved is opened again, and takes up what was written meanwhile", async () => {
  await writer.save(made(draftOf("the rotten piles")));
  await quotes(follow(), "rotten");
  await writer.save(made(draftOf("a rotten ferry")));
  told = [];
  expect((await quotes(follow(), "rotten")).toSorted()).toEqual(["a rotten ferry", "the rotten piles"]);
  expect(told).toEqual([]);
});

test("an index that is lost, damaged or of another form is made anew", async () => {
  await writer.save(made(draftOf("the rotten piles")));
  await quotes(follow(), "rotten");
  const raw = new Dexie(shelfName);
  raw.version(1).stores({ saved: "name" });
  const row = (await raw.table("saved").get("index")) as { form: number; index: { terms: { postings: Uint8Array } } };
  const broken = [
    { ...row, form: 0 },
    { ...row, index: null },
    {
      ...row,
      index: {
        ...row.index,
        terms: { ...row.index.terms, postings: row.index.terms.postings.map((byte) => byte ^ 1) },
      },
    },
    { name: "index", form: 1 },
  ];
  for (const damaged of broken) {
    await raw.table("saved").put({ ...damaged, name: "index" });
    told = [];
    expect(await quotes(follow(), "rotten")).toEqual(["the rotten piles"]);
    expect(told).not.toEqual([]);
  }
  await raw.table("saved").clear();
  expect(await quotes(follow(), "rotten")).toEqual(["the rotten piles"]);
});

test("an index behind what the log still knows is made anew, also while it is open", async () => {
  const followed = follow();
  await writer.save(made(draftOf("the rotten piles")));
  await quotes(followed, "rotten");
  await writer.save(made(draftOf("a rotten ferry")));
  await writer.save(made(draftOf("rotten luck")));
  const last = await database.changes.toCollection().lastKey();
  await database.changes
    .where("number")
    .below(last as number)
    .delete();
  told = [];
  expect(await quotes(followed, "rotten")).toHaveLength(3);
  expect(told).not.toEqual([]);
});

test("an index of a database that is no longer there is made anew", async () => {
  await writer.save(made(draftOf("the rotten piles")));
  await quotes(follow(), "rotten");
  database = new Database(`test-${crypto.randomUUID()}`);
  expect(await quotes(follow(), "rotten")).toEqual([]);
});

test("making it may be ended, and goes on where it was; what was written meanwhile is in it", async () => {
  const records = many(4_500);
  await database.annotations.bulkAdd(records);
  // Ended after what was saved first: the shelf fails at the second time.
  let saves = 0;
  const ending: IndexShelf = {
    ...shelf,
    async save(saved) {
      saves += 1;
      if (saves > 1) throw new Error("ended");
      await shelf.save(saved);
    },
  };
  await expect(followStore(database, ending, () => {}, 2_000).catchUp()).rejects.toThrow("ended");
  await writer.save(changed(records[5]!.id, { note: "early" }));
  await writer.save(changed(records[4_400]!.id, { note: "late" }));
  const followed = follow();
  expect(await quotes(followed, "early")).toHaveLength(1);
  expect(told[0]!.done).toBeGreaterThanOrEqual(2_000);
  expect(told.at(-1)).toEqual({ done: 4_500, total: 4_500 });
  expect(await quotes(followed, "late")).toHaveLength(1);
  expect(await quotes(followed, '"word5"')).toEqual([]);
  expect(await quotes(followed, '"word4499"')).toHaveLength(1);
  const { notes } = await createAnswers(database, followed).totals(null);
  expect(notes).toBe(4_500);
});

test("what is removed for good at the browser's start is in neither index nor log, and nothing is made anew for it", async () => {
  const draft = draftOf("the rotten piles");
  await writer.save(made(draft));
  await writer.save(made(draftOf("the ferry", {}, "post.example/ferry")));
  await quotes(follow(), "rotten");
  await database.annotations.delete(draft.id);
  await forgetInIndex(database, shelf);
  expect(JSON.stringify(await shelf.load())).not.toMatch(/rotten|pier/);
  expect((await database.changes.toArray()).map(({ ids }) => ids)).toEqual([[]]);
  told = [];
  expect(await quotes(follow(), "ferry")).toEqual(["the ferry"]);
  expect(told).toEqual([]);
});

test("what is removed for good is in what is saved no longer", async () => {
  const followed = follow();
  const draft = draftOf("the rotten piles");
  await writer.save(made(draft));
  await quotes(followed, "rotten");
  await database.annotations.delete(draft.id);
  await followed.catchUp();
  expect(JSON.stringify(await shelf.load())).not.toMatch(/rotten|pier/);
});
