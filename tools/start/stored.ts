import type { BrowserDriver } from "../browsers/driver.ts";

/** What the extension's database holds, read and changed behind its back. Nobody is told of a change. */

/** Every record of a table, deleted ones too. */
export async function storedRecords<T>(browser: BrowserDriver, table: string): Promise<T[]> {
  return (await inDatabase(browser, { kind: "list", table })) as T[];
}

/** Stores a record as it is, in the place of one with its id. */
export async function putRecord(browser: BrowserDriver, table: string, record: object): Promise<void> {
  await inDatabase(browser, { kind: "put", table, record });
}

export async function deleteRecord(browser: BrowserDriver, table: string, id: string): Promise<void> {
  await inDatabase(browser, { kind: "delete", table, id });
}

/** Empties every table, as a fresh profile has it. */
export async function emptyDatabase(browser: BrowserDriver): Promise<void> {
  await inDatabase(browser, { kind: "clear" });
}

interface ExtensionStorage {
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<Readonly<Record<string, unknown>>>;
      remove(keys: readonly string[]): Promise<void>;
    };
  };
}

/** Takes away what is on its way into the database. */
export const emptyJournal = (browser: BrowserDriver): Promise<unknown> => inJournal(browser, true);

/** How many records are on their way into the database. */
export const sizeOfJournal = (browser: BrowserDriver): Promise<number> => inJournal(browser, false);

/** Gives how many entries the journal has, or had before it was emptied. */
const inJournal = (browser: BrowserDriver, isEmptied: boolean): Promise<number> =>
  browser.inExtension(async (empties) => {
    const { local } = (globalThis as unknown as { readonly chrome: ExtensionStorage }).chrome.storage;
    const keys = Object.keys(await local.get(null)).filter((key) => /^(?:writing|unsaved):/.test(key));
    if (empties) await local.remove(keys);
    return keys.length;
  }, isEmptied);

type Work =
  | { readonly kind: "list"; readonly table: string }
  | { readonly kind: "put"; readonly table: string; readonly record: object }
  | { readonly kind: "delete"; readonly table: string; readonly id: string }
  | { readonly kind: "clear" };

/** Gives what was listed. The function travels into the browser as source, and so has everything in it that it needs. */
function inDatabase(browser: BrowserDriver, asked: Work): Promise<unknown> {
  return browser.inExtension(async (work) => {
    const failed = (request: IDBRequest | IDBTransaction) => request.error ?? new Error("the database did not answer");
    const database = await new Promise<IDBDatabase | null>((resolve, reject) => {
      const request = indexedDB.open("sourceline");
      // The extension has not made it yet, and must find no empty one in its place.
      request.addEventListener("upgradeneeded", () => {
        request.transaction?.abort();
        resolve(null);
      });
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(failed(request)));
    });
    if (database === null) {
      if (work.kind === "put" || work.kind === "delete") throw new Error("there is no database yet");
      return [];
    }
    const tables = work.kind === "clear" ? [...database.objectStoreNames] : [work.table];
    const transaction = database.transaction(tables, "readwrite");
    const stores = tables.map((name) => transaction.objectStore(name));
    const requests = stores.map((store) => {
      if (work.kind === "list") return store.getAll();
      if (work.kind === "put") return store.put(work.record);
      return work.kind === "delete" ? store.delete(work.id) : store.clear();
    });
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve());
      transaction.addEventListener("error", () => reject(failed(transaction)));
    });
    database.close();
    return requests[0]?.result ?? null;
  }, asked);
}
