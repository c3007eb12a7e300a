import { afterEach, describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { deleteRecord, emptyDatabase, storedRecords } from "../../../tools/start/stored.ts";
import { annotationOf } from "../../records.ts";
import { BROWSERS, useWorld } from "../harness.ts";

/** More than the index takes up in one step, and the count of tags in several. */
const NOTES = 4_000;

/** A note with a tag, on a page of its own; as every version since the first has stored it. */
const noteOn = (number: number) => {
  const page = `post.example/1998/${number}`;
  const quote = { type: "TextQuoteSelector" as const, exact: `passage ${number}` };
  const target = { source: `https://${page}`, page, title: `Story ${number}`, selectors: { quote, position: null } };
  return annotationOf({ note: `note ${number}`, tags: ["pier"] }, { id: crypto.randomUUID(), target });
};

/** Puts a database in the place of the extension's, as the version with the fourth form left it, with so many of one note. */
const leaveOldDatabase = (browser: BrowserDriver, note: object, count: number): Promise<void> =>
  browser.inExtension(
    async (made) => {
      const settled = (request: IDBRequest): Promise<unknown> =>
        new Promise((resolve, reject) => {
          request.addEventListener("success", () => resolve(request.result));
          request.addEventListener("error", () => reject(request.error ?? new Error("the database did not answer")));
        });
      await settled(indexedDB.deleteDatabase("sourceline"));
      const opening = indexedDB.open("sourceline", 40);
      opening.addEventListener("upgradeneeded", () => {
        const make = (
          name: string,
          key: IDBObjectStoreParameters,
          ...indexes: (readonly [string, boolean])[]
        ): void => {
          const store = opening.result.createObjectStore(name, key);
          for (const [index, multiEntry] of indexes) store.createIndex(index, index, { multiEntry });
        };
        const one = (name: string) => [name, false] as const;
        make("annotations", { keyPath: "id" }, one("target.page"), one("created"), one("modified"));
        make("sites", { keyPath: "site" });
        make("corrections", { keyPath: "id" }, one("scope.kind"), one("scope.page"), one("modified"));
        make("articles", { keyPath: "id" }, ["keys", true]);
        make("subjectNotes", { keyPath: "id" }, one("key"), one("origin.page"), one("created"), one("modified"));
        make("settings", { keyPath: "key" });
        make("steps", { keyPath: "number", autoIncrement: true }, one("undone"));
        make("sightings", { keyPath: "id" });
      });
      const database = (await settled(opening)) as IDBDatabase;
      const transaction = database.transaction("annotations", "readwrite");
      for (let number = 0; number < made.count; number += 1)
        transaction.objectStore("annotations").put({ ...made.note, id: crypto.randomUUID() });
      await new Promise((resolve) => transaction.addEventListener("complete", resolve));
      database.close();
    },
    { note, count },
  );

describe.each(BROWSERS)("the library after something went wrong, in %s", (name) => {
  const world = useWorld({ name });
  afterEach(async () => {
    const { browser } = world();
    await browser.goto("about:blank");
    await emptyDatabase(browser);
  });

  test("an index that is behind what the log still tells is made anew", async () => {
    const { browser, library } = world();
    await library.openWith([noteOn(1)], []);
    await library.untilCount("note", 1);
    const known = await storedRecords<{ number: number }>(browser, "changes");
    await library.openWith([noteOn(2)], []);
    await library.untilCount("note", 2);
    // As an index that was last open before the second note, of which the log knows no more.
    await browser.goto("about:blank");
    await browser.inExtension(
      (upTo) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("sourceline-search");
          opening.addEventListener("error", () => reject(new Error("the index did not open")));
          opening.addEventListener("success", () => {
            const store = opening.result.transaction("saved", "readwrite").objectStore("saved");
            const reading = store.get("index");
            reading.addEventListener("success", () => store.put({ ...reading.result, upTo }));
            store.transaction.addEventListener("complete", () => {
              opening.result.close();
              resolve();
            });
          });
        }),
      known.at(-1)?.number ?? 0,
    );
    const changes = await storedRecords<{ number: number }>(browser, "changes");
    for (const { number } of changes) await deleteRecord(browser, "changes", number as unknown as string);
    await library.openWith([noteOn(3)], []);
    await library.untilCount("note", 3);
  });

  test("a store of an older form is taken up, however often that is interrupted", async () => {
    const { browser, library } = world();
    await browser.goto("about:blank");
    await leaveOldDatabase(browser, noteOn(1), NOTES);
    // The new version starts, and the browser ends its background in the middle, and once more.
    for (let turn = 0; turn < 2; turn += 1) {
      await browser.reloadExtension();
      await browser.goto("about:blank");
      await browser.endBackground();
    }
    await library.open();
    // The page that makes the index goes in the middle of it, unless it was done before anybody could look.
    await until(
      "the index to be in the making",
      async () => (await library.shows("making")) || (await library.texts("count")).join("").startsWith("4,000 "),
    );
    await browser.goto("about:blank");
    await library.open();
    await library.untilSays("count", /^4,000 /);
    expect(await storedRecords(browser, "annotations")).toHaveLength(NOTES);

    await browser.goto("about:blank");
    await browser.reloadExtension();
    await until("all tags to be counted", async () => (await storedRecords(browser, "jobs")).length === 0, 60_000);
    expect(await storedRecords(browser, "tags")).toEqual([{ tag: "pier", spelled: "pier", count: NOTES }]);
  });
});
