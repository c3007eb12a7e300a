import type { Page } from "playwright-core";
import type { MadeStore } from "./notes.ts";

/** How many records go into the browser at once. */
const SLICE = 2_000;

/** Stores made-up records behind the extension's back, as a version that logged and counted nothing left them. */
export async function fill(office: Page, { articles, annotations }: MadeStore): Promise<void> {
  for (const [table, records] of [
    ["articles", articles],
    ["annotations", annotations],
  ] as const) {
    for (let at = 0; at < records.length; at += SLICE) {
      await office.evaluate(put, { table, records: records.slice(at, at + SLICE) as readonly object[] });
    }
  }
}

/** Runs in the browser. */
const put = async ({ table, records }: { table: string; records: readonly object[] }): Promise<void> => {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open("sourceline");
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(new Error(String(request.error))));
  });
  const transaction = database.transaction(table, "readwrite");
  for (const record of records) transaction.objectStore(table).put(record);
  await new Promise((done, fail) => {
    transaction.addEventListener("complete", done);
    transaction.addEventListener("abort", () => fail(new Error(String(transaction.error))));
  });
  database.close();
};
