import { openSync, closeSync, readdirSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BrowserDriver, until } from "../../tools/browsers/driver.ts";
import { makeProfile, removeProfile } from "../../tools/browsers/profile.ts";
import { serveFolder, type Site } from "../../tools/start/server.ts";
import { storedRecords } from "../../tools/start/stored.ts";
import { type Random, randomFrom } from "./random.ts";
import { keptOf, launch, open, read, typeSome, wait, writeOnWords } from "./writing.ts";

/** How long after the last key a browser is killed at most, in milliseconds. */
const LATEST = 600;
/** How long a letter is on its way to the disk, in milliseconds: what came later may be lost with the browser. */
const ON_ITS_WAY = 250;

/** What one run has: a profile that outlives its browsers, and the pages. */
interface Run {
  readonly random: Random;
  readonly site: Site;
  start(): Promise<BrowserDriver>;
  readonly profile: string;
}

/** Each gives what went wrong, in words, or `null`. */
const FAULTS: Readonly<Record<string, (run: Run) => Promise<string | null>>> = {
  "browser killed": async ({ random, site, start }) => {
    const first = await start();
    await open(first, site);
    await writeOnWords(first);
    const text = await typeSome(first, random);
    const delay = Math.round(random.next() * LATEST);
    await wait(delay);
    await first.kill();
    const second = await start();
    const kept = await keptOf(second, false, [text]);
    await second.close();
    if (kept === text || (delay < ON_ITS_WAY && text.startsWith(kept))) return null;
    return `“${text}” became “${kept}”, killed after ${delay} ms`;
  },
  "database damaged": async ({ random, site, start, profile }) => {
    const first = await start();
    await open(first, site);
    await writeOnWords(first);
    const before = await typeSome(first, random);
    await keptOf(first, false, [before]);
    await first.kill();
    const files = scribble(profile, random);
    const second = await start();
    try {
      if (files === 0) return "there was no database to damage";
      await read(second, site);
      await writeOnWords(second);
      const after = await typeSome(second, random);
      const told = await Promise.race([
        until("a word on what is not saved", () => isSaidUnsaved(second)),
        until("the note", async () => (await keptOf(second, false, [after, before + after])).endsWith(after)),
      ]).catch(() => null);
      return told === null ? `“${after}” was neither saved nor said to be unsaved` : null;
    } finally {
      await second.close();
    }
  },
  "database held by an old version": async ({ random, site, start }) => {
    const browser = await start();
    try {
      await read(browser, site);
      await writeOnWords(browser);
      // What is stored after it was copied goes with the database that is deleted for this.
      await until("the highlight", async () => (await storedRecords(browser, "annotations")).length > 0);
      await holdOldDatabase(browser);
      const text = await typeSome(browser, random);
      await until("a word on what is not saved", () => isSaidUnsaved(browser));
      await letGo(browser);
      const kept = await until("the note", async () => (await keptOf(browser, false, [text])) || null, 60_000);
      return kept === text ? null : `“${text}” became “${kept}”`;
    } finally {
      await browser.close();
    }
  },
};

/** Whether an editor on the page says that something is not saved. */
const isSaidUnsaved = async (browser: BrowserDriver): Promise<boolean> =>
  (await browser.inPrivateFrame((frame) => /not saved/i.test(frame.body.textContent ?? ""), null)) === true;

/** Writes rubbish over the database's files. Gives how many there were. */
function scribble(profile: string, random: Random): number {
  const files = readdirSync(profile, { recursive: true, encoding: "utf8" }).filter(
    (path) =>
      /IndexedDB[\\/]chrome-extension_[^\\/]+\.leveldb[\\/]\w/.test(path) ||
      /moz-extension[^\\/]*[\\/]idb[\\/][^\\/]+\.sqlite$/.test(path),
  );
  for (const file of files) {
    const path = join(profile, file);
    const { size } = statSync(path);
    const handle = openSync(path, "r+");
    const rubbish = Buffer.from(Array.from({ length: 64 }, () => random.between(0, 255)));
    for (let place = 0; place < size; place += 512) writeSync(handle, rubbish, 0, Math.min(64, size - place), place);
    closeSync(handle);
  }
  return files.length;
}

/** Has an old version's page hold the database: makes it anew in a former version, with its highlights, and keeps it open. */
const holdOldDatabase = (browser: BrowserDriver): Promise<void> =>
  browser.inExtension(async () => {
    const done = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("the database did not answer")));
        request.addEventListener("upgradeneeded", () => {
          const notes = request.result.createObjectStore("annotations", { keyPath: "id" });
          for (const path of ["target.page", "created", "modified"]) notes.createIndex(path, path);
          request.result.createObjectStore("sites", { keyPath: "site" });
        });
      });
    const current = await done(indexedDB.open("sourceline"));
    const all = current.transaction("annotations").objectStore("annotations").getAll();
    await new Promise((resolve) => all.addEventListener("success", resolve));
    current.close();
    // Dexie counts in tens.
    const makeOld = async (): Promise<IDBDatabase> => {
      await done(indexedDB.deleteDatabase("sourceline"));
      return done(indexedDB.open("sourceline", 10));
    };
    let old: IDBDatabase | null = null;
    while (old === null) {
      // The background may have made it anew in between.
      old = await makeOld().catch((error: unknown) => {
        if ((error as Error).name !== "VersionError") throw error;
        return null;
      });
    }
    const kept = old.transaction("annotations", "readwrite");
    for (const record of all.result) kept.objectStore("annotations").put(record);
    await new Promise((resolve) => kept.addEventListener("complete", resolve));
    Object.assign(globalThis, { heldByOld: old });
  }, null);

const letGo = (browser: BrowserDriver): Promise<void> =>
  browser.inExtension(() => (globalThis as unknown as { heldByOld: IDBDatabase }).heldByOld.close(), null);

/** Kills browsers, and what they keep on the disk. Gives whether nothing was lost or kept quiet about. */
export async function killings(options: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: options,
    options: {
      browser: { type: "string", default: "chromium" },
      runs: { type: "string", default: "10" },
      only: { type: "string", default: "" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
    },
  });
  const random = randomFrom(Number(values.seed));
  console.log(`killings in ${values.browser}, --seed ${values.seed}`);
  const site = await serveFolder(join(process.cwd(), "test/fixtures/site"));
  let isAllWell = true;
  for (const [fault, cause] of Object.entries(FAULTS)) {
    // A page of Firefox's extension can't outlive its background, which would hold the database.
    if (!fault.startsWith(values.only) || (values.browser === "firefox" && fault.includes("old version"))) continue;
    const wrong: string[] = [];
    for (let run = 0; run < Number(values.runs); run += 1) {
      const profile = makeProfile("killed");
      const problem = await cause({ random, site, profile, start: () => launch(values.browser, { profile }) });
      if (problem !== null) wrong.push(`  ${problem}, run ${run}`);
      await removeProfile(profile);
    }
    console.log(`${fault}: ${values.runs} runs, ${wrong.length} went wrong`);
    for (const line of wrong) console.log(line);
    isAllWell &&= wrong.length === 0;
  }
  await site.close();
  return isAllWell;
}
