import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { launchChromium } from "../../tools/browsers/chromium.ts";
import { launchFirefox } from "../../tools/browsers/firefox.ts";

const KINDS = ["default", "relaxed", "strict"] as const;

/** Writes notes one by one in turn under each promise, and gives how long each took, in milliseconds. */
async function writeInTurn({ kinds, runs }: { readonly kinds: readonly string[]; readonly runs: number }) {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open("bench-durability", 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore("notes", { keyPath: "id" }));
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(request.error ?? new Error("the database did not answer")));
  });
  const times: Record<string, number[]> = {};
  for (let run = 0; run < runs; run += 1) {
    for (const kind of kinds) {
      const start = performance.now();
      await new Promise<void>((done, fail) => {
        const durability = kind as IDBTransactionDurability;
        const transaction = database.transaction("notes", "readwrite", { durability });
        transaction.objectStore("notes").put({ id: run % 20, note: "x".repeat(400) });
        transaction.addEventListener("complete", () => done());
        transaction.addEventListener("error", () => fail(transaction.error ?? new Error("nothing was written")));
      });
      (times[kind] ??= []).push(performance.now() - start);
    }
  }
  database.close();
  indexedDB.deleteDatabase("bench-durability");
  return times;
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);

/** Tells what it costs that a note is on the disk before it is said to be saved. */
export async function benchDurability(options: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: options,
    options: { browser: { type: "string", default: "chromium" }, runs: { type: "string", default: "200" } },
  });
  const isFirefox = values.browser === "firefox";
  const launch = isFirefox ? launchFirefox : launchChromium;
  const browser = await launch({ extension: resolve(isFirefox ? "dist/firefox" : "dist/chrome") });
  try {
    const times = await browser.inExtension(writeInTurn, { kinds: KINDS, runs: Number(values.runs) });
    console.log(`${values.browser}, ${values.runs} notes under each promise, one transaction each, in turn:`);
    for (const kind of KINDS) {
      const sorted = (times[kind] ?? []).toSorted((a, b) => a - b);
      console.log(`${kind.padEnd(8)} median ${at(sorted, 0.5)} ms, 95% within ${at(sorted, 0.95)} ms`);
    }
  } finally {
    await browser.close();
  }
  return true;
}
