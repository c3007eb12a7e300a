import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import { NO_PREFERENCES } from "../../../../src/exchange/backup.ts";
import { collect } from "../../../../src/exchange/collect.ts";
import { Database } from "../../../../extension/store/database.ts";
import { SETUP } from "../../../../extension/store/sync-rows.ts";
import { storedKeys, takeUp } from "../../../../extension/store/take-up.ts";
import { tagsInUse } from "../../../../extension/store/tag-counts.ts";
import { annotationOf } from "../../../records.ts";

const NONE = collect([], NO_PREFERENCES);
const now = () => new Date("1998-05-01T00:00:00.000Z");
let database: Database;

beforeEach(() => {
  database = new Database(`test-${crypto.randomUUID()}`);
});

const noted = (note: string, revision = 1): Annotation => ({
  ...annotationOf({ note, tags: ["pier"] }),
  id: crypto.randomUUID(),
  revision,
});

test("what somebody stored since the keys were asked for is joined with what comes in, and nothing newer is lost", async () => {
  const keys = await storedKeys(database);
  const [fresh, older, newer] = [noted("new"), noted("from the file"), noted("from the file")];
  const meanwhile = [
    { ...older, revision: 7, body: { ...older.body, note: "typed meanwhile", tags: ["quay"] } },
    { ...newer, body: { ...newer.body, note: "typed before" } },
  ];
  await database.annotations.bulkPut(meanwhile);
  const annotations = [fresh, older, { ...newer, revision: 2 }];
  const taken = await takeUp(database, { ...NONE, annotations }, keys, { now });
  expect(taken).toEqual({ ok: true, value: { added: 1, updated: 1, unchanged: 1, articles: 0 } });
  const stored = await database.annotations.bulkGet(annotations.map(({ id }) => id));
  expect(stored.map((one) => one?.body.note)).toEqual(["new", "typed meanwhile", "from the file"]);
  expect(await tagsInUse(database)).toEqual([
    { tag: "pier", count: 2 },
    { tag: "quay", count: 1 },
  ]);
});

test("what was removed for good since then comes in as new", async () => {
  const one = noted("here");
  await database.annotations.put(one);
  const keys = await storedKeys(database);
  await database.annotations.delete(one.id);
  const taken = await takeUp(database, { ...NONE, annotations: [one] }, keys, { now });
  expect(taken).toMatchObject({ value: { added: 1, unchanged: 0 } });
  expect(await database.annotations.count()).toBe(1);
});

test("what fails leaves nothing of its batch, and no count of its tags", async () => {
  const keys = await storedKeys(database);
  const broken = { ...NONE, annotations: [noted("a")], sites: [{ mode: "never" }] } as unknown as typeof NONE;
  expect(await takeUp(database, broken, keys, { now })).toMatchObject({ ok: false, error: { code: "storage-failed" } });
  expect(await database.annotations.count()).toBe(0);
  expect(await tagsInUse(database)).toEqual([]);
});

test("what comes in is noted for a sync that was set up elsewhere since the page was opened", async () => {
  const keys = await storedKeys(database);
  await takeUp(database, { ...NONE, annotations: [noted("before")] }, keys, { now });
  expect(await database.outgoing.count()).toBe(0);
  const other = await new Database(database.name).open();
  await other.table("sync").put({ name: SETUP });
  const one = noted("after");
  await takeUp(database, { ...NONE, annotations: [one] }, keys, { now });
  expect((await database.outgoing.toArray()).map(({ id }) => id)).toEqual([one.id]);
});

test("what is ended while it is stored leaves nothing of its batch, and says that it failed", async () => {
  const keys = await storedKeys(database);
  const control = new AbortController();
  const annotations = Array.from({ length: 200 }, (_, number) => noted(`note ${number}`));
  let written = 0;
  database.annotations.hook("creating", () => {
    written += 1;
    if (written === 100) control.abort();
  });
  const taken = await takeUp(database, { ...NONE, annotations }, keys, { signal: control.signal, now });
  expect(taken).toMatchObject({ ok: false });
  expect(await database.annotations.count()).toBe(0);
  expect(await tagsInUse(database)).toEqual([]);
});
