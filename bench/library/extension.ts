import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../tools/browsers/find.mjs";
import { OFFLINE } from "../browser.ts";
import type { MadeStore } from "./notes.ts";

/** A Chromium with the built extension. */
export interface Extended {
  readonly context: BrowserContext;
  /** The origin of the extension's own pages, without a slash at its end. */
  readonly origin: string;
  /** A page of the extension that shows nothing, for what is asked of the background and the database. */
  readonly office: Page;
}

/** Opens it with a fresh profile, hands it to `use`, and closes it whatever happens. */
export async function withExtension<T>(use: (extended: Extended) => Promise<T>): Promise<T> {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("No Chromium was found; CHROMIUM_BIN may name one.");
  const extension = resolve("dist/chrome");
  const profile = await mkdtemp(join(tmpdir(), "sourceline-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [...OFFLINE, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    viewport: { width: 1400, height: 900 },
  });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    const origin = `chrome-extension://${new URL(worker.url()).host}`;
    const office = await context.newPage();
    await office.goto(`${origin}/manifest.json`);
    return await use({ context, origin, office });
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

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
