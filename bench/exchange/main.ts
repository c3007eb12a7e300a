import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type Extended, withExtension } from "../browser.ts";
import { fill } from "../library/fill.ts";
import { makeStore, type MadeStore } from "../library/notes.ts";
import { type Cost, costOf } from "./processes.ts";
import { openSettings } from "./settings.ts";
import { beginWatch, endWatch } from "./watch.ts";

const NOTES = 100_000;
/** Formats of a file each, and those that are read again into an empty library. */
const WAYS_OUT = ["backup", "obsidian", "html", "csv", "w3c", "ris"] as const;
const WAYS_IN = ["backup", "w3c", "csv"] as const;
const PATIENCE = 300_000;

/** Goals: notes a second; megabytes above the idle page; milliseconds without progress, and until a cancel holds. */
const GOALS = { speed: 5_000, memory: 150, gap: 500, cancel: 200 };

interface Timed {
  readonly speed: number;
  readonly gap: number;
  readonly cost: Cost;
}

interface Row extends Timed {
  readonly what: string;
  readonly cancel: number;
}

/**
 * Exports, backs up and imports made-up notes in Chromium, by the buttons of the settings. The answer is whether every
 * goal is met.
 */
export async function benchExchange(options: readonly string[]): Promise<boolean> {
  const names: readonly string[] = options.filter((option) => !/^\d+$/.test(option));
  const isWanted = (way: string): boolean => names.length === 0 || names.includes(way);
  const store = makeStore(Number(options.find((option) => /^\d+$/.test(option)) ?? NOTES));
  const folder = await mkdtemp(join(tmpdir(), "sourceline-exchange-"));
  const rows: Row[] = [];
  try {
    await withExtension(async (extended) => {
      // The background makes the database when it starts.
      await extended.office.waitForTimeout(500);
      await fill(extended.office, store);
      const page = await extended.context.newPage();
      for (const way of WAYS_OUT.filter(isWanted)) rows.push(await timeOut(page, extended, way, store, folder));
    });
    for (const way of WAYS_IN.filter(isWanted)) {
      const file = join(folder, way);
      const { look, take } = await withExtension((extended) => timeIn(extended, store, file));
      const cancel = await withExtension((extended) => cancelIn(extended, file));
      rows.push({ what: `look at ${way}`, ...look, cancel: cancel.look });
      rows.push({ what: `import ${way}`, ...take, cancel: cancel.take });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return report(rows);
}

function report(rows: readonly Row[]): boolean {
  console.log(`${"".padEnd(18)} notes/s  no progress  cancel  own memory  all memory    CPU`);
  for (const { what, speed, gap, cancel, cost } of rows) {
    console.log(
      `${what.padEnd(18)} ${speed.toFixed(0).padStart(7)} ${gap.toFixed(0).padStart(9)} ms ${cancel.toFixed(0).padStart(4)} ms` +
        ` ${cost.own.toFixed(0).padStart(8)} MB ${cost.all.toFixed(0).padStart(8)} MB ${cost.cpu.toFixed(1).padStart(5)} s`,
    );
  }
  console.log(
    `goals: ≥ ${GOALS.speed} notes/s, ≤ ${GOALS.gap} ms without progress, ≤ ${GOALS.cancel} ms until a cancel holds, ` +
      `≤ ${GOALS.memory} MB of its own above the idle page`,
  );
  return rows.every(
    ({ speed, gap, cancel, cost }) =>
      speed >= GOALS.speed && gap <= GOALS.gap && cancel <= GOALS.cancel && cost.own <= GOALS.memory,
  );
}

/** Times one way out, and leaves its file in the folder. Then cancels it half way. */
async function timeOut(
  page: Page,
  { origin }: Extended,
  way: (typeof WAYS_OUT)[number],
  { annotations }: MadeStore,
  folder: string,
): Promise<Row> {
  const section = way === "backup" ? "#backup" : "#export";
  const press = async (): Promise<void> => page.click(`${section} button.primary`);
  const prepare = async (): Promise<void> => {
    await openSettings(page, origin);
    if (way !== "backup") await page.selectOption("#export select", way);
  };
  await prepare();
  await page.evaluate(beginWatch, section);
  const downloaded = page.waitForEvent("download", { timeout: PATIENCE });
  const cost = await costOf(async () => {
    await press();
    await page.waitForSelector(`${section} a[download]`, { timeout: PATIENCE });
  });
  const { took, gap } = await page.evaluate(endWatch, null);
  await (await downloaded).saveAs(join(folder, way));

  await prepare();
  await press();
  const cancel = await cancelled(page, section);
  if ((await page.locator(`${section} a[download]`).count()) > 0)
    throw new Error(`${way}: a file in spite of a cancel`);
  return { what: way, speed: speedOf(annotations.length, took), gap, cancel, cost };
}

/** Ends what runs when it is half way, and gives how long it takes until that holds, in milliseconds. */
async function cancelled(page: Page, section: string): Promise<number> {
  return page.evaluate(async (selector) => {
    const part = document.querySelector(selector);
    const wait = async (until: () => boolean): Promise<void> => {
      while (!until()) await new Promise((later) => setTimeout(later, 5));
    };
    const progress = (): HTMLProgressElement | null => part?.querySelector("progress") ?? null;
    await wait(() => (progress()?.value ?? 0) > 0.3);
    const start = performance.now();
    part?.querySelector<HTMLElement>(".working button")?.click();
    await wait(() => progress() === null);
    return performance.now() - start;
  }, section);
}

const speedOf = (notes: number, milliseconds: number): number => (notes * 1_000) / milliseconds;

const TAKE = "#import .preview button.primary";

async function choose(page: Page, file: string): Promise<void> {
  await page.setInputFiles("input[type=file]", file);
}

/** Times one way in, into an empty library: the first reading, which only looks, and the second, which stores. */
async function timeIn(
  { context, office, origin }: Extended,
  { annotations }: MadeStore,
  file: string,
): Promise<Readonly<Record<"look" | "take", Timed>>> {
  const page = await context.newPage();
  const timed = async (act: () => Promise<void>, shown: string): Promise<Timed> => {
    await page.evaluate(beginWatch, "#import");
    const cost = await costOf(async () => {
      await act();
      await page.waitForSelector(shown, { timeout: PATIENCE });
    });
    const { took, gap } = await page.evaluate(endWatch, null);
    return { speed: speedOf(annotations.length, took), gap, cost };
  };
  await openSettings(page, origin);
  const look = await timed(() => choose(page, file), TAKE);
  const take = await timed(() => page.click(TAKE), "#import .notice:not(.working):not(.preview)");
  const all = await stored(office);
  if (all !== annotations.length) throw new Error(`${file}: ${all} of ${annotations.length} notes came in`);
  return { look, take };
}

/** Ends both readings half way, and gives how long it takes until that holds, in milliseconds. */
async function cancelIn(
  { context, office, origin }: Extended,
  file: string,
): Promise<Readonly<Record<"look" | "take", number>>> {
  const page = await context.newPage();
  await openSettings(page, origin);
  await choose(page, file);
  const look = await cancelled(page, "#import");
  await choose(page, file);
  await page.click(TAKE, { timeout: PATIENCE });
  const take = await cancelled(page, "#import");
  const half = await stored(office);
  await office.waitForTimeout(1_000);
  if ((await stored(office)) !== half) throw new Error(`${file}: stored more after the cancel`);
  return { look, take };
}

/** How many notes the database has. */
async function stored(office: Page): Promise<number> {
  return office.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open("sourceline");
      request.addEventListener("success", () => done(request.result));
      request.addEventListener("error", () => fail(new Error(String(request.error))));
    });
    const count = await new Promise<number>((done) => {
      const request = database.transaction("annotations").objectStore("annotations").count();
      request.addEventListener("success", () => done(request.result));
    });
    database.close();
    return count;
  });
}
