import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Database } from "../../../../extension/store/database.ts";

describe("an opening that fails", () => {
  let database: Database;
  beforeEach(() => {
    database = new Database(`test-${crypto.randomUUID()}`);
    return () => database.close();
  });
  /** Whatever waits for a failed opening is told of it first. */
  const aMoment = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, 5);
    });

  test("is told to whoever waited, and tried again at the next use", async () => {
    const refused = vi.spyOn(Dexie.dependencies.indexedDB, "open").mockImplementation(() => {
      throw new DOMException("the backing store could not be opened", "AbortError");
    });
    const waiting = [database.annotations.count(), database.sites.count()];
    for (const one of waiting) await expect(one).rejects.toThrow("the backing store could not be opened");
    await aMoment();
    await expect(database.annotations.count()).rejects.toThrow("the backing store could not be opened");
    refused.mockRestore();
    await aMoment();
    expect(await database.annotations.count()).toBe(0);
  });

  test.each([
    ["before it is looked whether a sync is set up", "open"],
    ["while it is looked", "lookForSync"],
  ] as const)("closed by another's upgrade %s, it is opened at the next use", async (_when, step) => {
    const close = (): void => database.close({ disableAutoOpen: false });
    const { lookForSync } = database;
    if (step === "open") database.on("ready", close);
    else {
      vi.spyOn(database, "lookForSync").mockImplementationOnce(async () => {
        await lookForSync.call(database);
        close();
      });
    }
    const first = database.annotations.count().catch(() => null);
    expect(await Promise.race([first, aMoment().then(aMoment)])).not.toBe(0);
    await aMoment();
    database.on("ready").unsubscribe(close);
    expect(await database.annotations.count()).toBe(0);
  });

  test("a database that was closed for good is not opened again", async () => {
    await database.open();
    database.close();
    await aMoment();
    await expect(database.annotations.count()).rejects.toThrow("Database has been closed");
  });
});
