import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { forgetDeleted, KEPT_FOR } from "../../../../extension/store/forget-deleted.ts";
import { createLibraryWriter, type LibraryWriter } from "../../../../extension/store/library-writer.ts";
import { isKept } from "../../../../extension/store/name-note-queries.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import type { BulkChange, BulkStep } from "../../../../src/annotation/records/bulk.ts";
import { mergedKeys, type NameMerge } from "../../../../src/annotation/records/merge.ts";
import type { Body } from "../../../../src/annotation/records/annotation.ts";
import { draftOf, made, originOn, PAGE } from "../../../records.ts";
import { everything } from "../../../everything.ts";

let database: Database;
let library: LibraryWriter;
let clock: number;
const now = (): Date => new Date((clock += 1_000));

beforeEach(() => {
  clock = Date.parse("1998-04-02T08:00:00Z");
  database = new Database(`test-${crypto.randomUUID()}`);
  library = createLibraryWriter(database, now);
});

const notes = async (...bodies: readonly Partial<Body>[]): Promise<string[]> => {
  const writer = createWriter(database, now);
  const drafts = bodies.map((body, index) => draftOf(`passage ${index}`, body));
  for (const draft of drafts) await writer.save(made(draft));
  return drafts.map(({ id }) => id);
};
const change = async (ids: readonly string[], asked: BulkChange): Promise<readonly BulkStep[]> => {
  const done = await library.changeMany({ ids, change: asked });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};
const undo = async (steps: readonly BulkStep[]): Promise<void> => {
  for (const step of steps) await library.changeMany(step);
};
const bodies = async (ids: readonly string[]) =>
  (await database.annotations.bulkGet([...ids])).map((note) => ({ ...note?.body, isThere: note?.deleted === null }));

test.each<[string, BulkChange, number]>([
  ["a tag, whatever its case", { kind: "add-tag", tag: "claim" }, 2],
  ["a tag less", { kind: "remove-tag", tag: "claim" }, 1],
  ["a colour", { kind: "colour", colour: "pink" }, 2],
  ["deleting", { kind: "delete" }, 3],
])("%s is given to those that lack it, and taken back from those alone", async (_what, asked, touched) => {
  const ids = await notes({ colour: "pink", tags: ["Claim", "pier"] }, { colour: "blue" }, { colour: "green" });
  const before = await bodies(ids);
  const back = await change([...ids, crypto.randomUUID()], asked);
  expect(back.flatMap((step) => step.ids)).toHaveLength(touched);
  expect(await bodies(ids)).not.toEqual(before);
  // The same again changes nothing.
  expect(await change(ids, asked)).toEqual([]);
  await undo(back);
  const after = await bodies(ids);
  expect(after.map(({ tags, ...rest }) => ({ ...rest, tags: tags?.toSorted() }))).toEqual(
    before.map(({ tags, ...rest }) => ({ ...rest, tags: tags?.toSorted() })),
  );
});

test("more notes than go into one transaction are changed together", async () => {
  const ids = await notes(...Array.from({ length: 620 }, () => ({})));
  const [back] = await change(ids, { kind: "add-tag", tag: "pier" });
  expect(back?.ids).toHaveLength(620);
  expect(await database.tags.get("pier")).toMatchObject({ count: 620 });
});

test("what lies in the bin is removed for good, with its steps, and nothing else is", async () => {
  const [binned = "", there = ""] = await notes({ tags: ["pier"] }, {});
  await change([binned], { kind: "delete" });
  const steps = await database.steps.count();
  expect(await library.removeForGood([binned, there, crypto.randomUUID()])).toEqual({ ok: true, value: 1 });
  expect(await database.annotations.toCollection().primaryKeys()).toEqual([there]);
  expect(await database.steps.count()).toBeLessThan(steps);
  expect(await database.tags.get("pier")).toBeUndefined();
  expect(await library.removeForGood([binned, there])).toEqual({ ok: true, value: 0 });
});

test("an article that is kept needs nothing written on it, until it is kept no longer", async () => {
  const names = { ...originOn(), outlet: null, published: null, subjects: [], sheet: null, fingerprint: null };
  expect(await library.setKept(PAGE, true, null)).toMatchObject({ ok: false, error: { code: "not-found" } });
  const first = await library.setKept(PAGE, true, names);
  const again = await library.setKept(PAGE, true, names);
  expect(first.ok && again.ok && again.value.kept === first.value.kept).toBe(true);
  const later = new Date(clock + KEPT_FOR + 100_000);
  await forgetDeleted(database, later);
  expect([await isKept(database, PAGE), (await everything(database)).articles.length]).toEqual([true, 1]);
  await library.setKept(PAGE, false, null);
  expect([await isKept(database, PAGE), (await everything(database)).articles.length]).toEqual([false, 0]);
  expect(await forgetDeleted(database, later)).toBe(true);
  expect(await database.articles.count()).toBe(0);
});

test("merges that hold make chains one, under the name that was chosen last; a split parts what it joined", async () => {
  const merge = async (into: string, from: string): Promise<NameMerge> => {
    const named = (key: string) => ({ key: `person:${key}`, name: key });
    const draft = { id: crypto.randomUUID(), kind: "person", into: named(into), from: named(from) } as const;
    const done = await library.merge(draft);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return done.value;
  };
  const heads = async (): Promise<string> =>
    [...mergedKeys(await database.merges.toArray())]
      .map(([key, head]) => `${key}>${head}`.replaceAll("person:", ""))
      .toSorted()
      .join(" ");
  await merge("b", "a");
  const second = await merge("c", "b");
  expect(await heads()).toBe("a>c b>c c>c");
  await merge("c", "a");
  expect(await heads()).toBe("a>c b>c c>c");
  await library.split(second.id);
  expect(await heads()).toBe("a>c b>c c>c");
  await library.mergeAgain(second.id);
  await merge("d", "c");
  expect(await heads()).toBe("a>d b>d c>d d>d");
});

test("a search is kept under a name, changed, taken away and brought back", async () => {
  const draft = { id: crypto.randomUUID(), name: "Pier", query: "pier" };
  await library.saveSearch(draft);
  await library.saveSearch({ ...draft, name: "The pier" });
  expect(await database.searches.get(draft.id)).toMatchObject({ name: "The pier", revision: 2 });
  await library.removeSearch(draft.id);
  expect((await database.searches.get(draft.id))?.deleted).not.toBeNull();
  await library.restoreSearch(draft.id);
  expect((await database.searches.get(draft.id))?.deleted).toBeNull();
});
