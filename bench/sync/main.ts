import type { Page } from "playwright-core";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import { PASSWORD, startCouch, USER } from "../../tools/couch.ts";
import { type Extended, withExtension } from "../browser.ts";
import { type Cost, costOf } from "../exchange/processes.ts";
import { beginWatch, endWatch } from "../exchange/watch.ts";
import { fill } from "../library/fill.ts";
import { makeStore } from "../library/notes.ts";
import { timesUntilSeen } from "./seen.ts";
import { countOf } from "./stored.ts";

const NOTES = 10_000;
const PATIENCE = 1_200_000;
/** Goals: seconds for the first join, and milliseconds until a highlight is seen on the other machine. */
const GOAL = 60;
const SEEN_GOAL = 5_000;
/** How often it is looked whether all is the same here and there, in milliseconds. */
const PACE = 200;

interface Row {
  readonly what: string;
  /** Milliseconds: until all is the same here and there, and the longest time in which no progress was painted. */
  readonly took: number;
  readonly gap: number;
  readonly cost: Cost;
  /** Seconds of the processor's clock that the server took, and this process. */
  readonly server: number;
}

/**
 * Joins a new database from a machine with made-up notes, and then from an empty one, by the buttons of the settings. The
 * server is PouchDB's own, in this process. Then has two that have met tell each other of highlights. The answer is whether all
 * is within the goals.
 */
export async function benchSync(options: readonly string[]): Promise<boolean> {
  const store = makeStore(Number(options.find((option) => /^\d+$/.test(option)) ?? NOTES));
  const records = store.annotations.length + store.articles.length;
  const couch = await startCouch();
  try {
    const sent = await withExtension(async (machine) => {
      // The background makes the database when it starts.
      await machine.office.waitForTimeout(500);
      await fill(machine.office, store);
      return joined(machine, "send all", couch.address);
    });
    const taken = await withExtension(async (machine) => {
      const row = await joined(machine, "take all", couch.address);
      const count = await machine.office.evaluate(countOf, "annotations");
      if (count !== store.annotations.length) throw new Error(`${count} of ${store.annotations.length} notes came`);
      return row;
    });
    const areSoon = report([sent, taken], records);
    return (await benchSeen(couch.address, store.annotations[0])) && areSoon;
  } finally {
    await couch.close();
  }
}

/** Two machines that have met: how soon what is highlighted on one is on the other. */
async function benchSeen(address: string, made: Annotation | undefined): Promise<boolean> {
  if (made === undefined) return true;
  const times = await withExtension((desk) =>
    withExtension(async (laptop) => {
      for (const machine of [desk, laptop]) await joined(machine, "meet", address, "few");
      return timesUntilSeen(desk.office, laptop.office, made);
    }),
  );
  const [middle, longest] = [times[times.length >> 1] ?? 0, times.at(-1) ?? 0];
  console.log(`seen on the other machine after ${middle} ms, the longest of ${times.length} ${longest} ms`);
  console.log(`goal: ≤ ${SEEN_GOAL} ms`);
  return longest <= SEEN_GOAL;
}

function report(rows: readonly Row[], records: number): boolean {
  console.log(`${records} records\n${"".padEnd(9)}  took  no progress  own memory    CPU  server`);
  for (const { what, took, gap, cost, server } of rows) {
    console.log(
      `${what.padEnd(9)} ${(took / 1_000).toFixed(1).padStart(4)} s ${gap.toFixed(0).padStart(9)} ms ` +
        `${cost.own.toFixed(0).padStart(8)} MB ${cost.cpu.toFixed(1).padStart(5)} s ${server.toFixed(1).padStart(5)} s`,
    );
  }
  console.log(`goal: ≤ ${GOAL} s each; CPU is the browser's`);
  return rows.every(({ took }) => took <= GOAL * 1_000);
}

async function joined(
  { context, office, origin }: Extended,
  what: string,
  address: string,
  database = "notes",
): Promise<Row> {
  const page = await context.newPage();
  await page.goto(`${origin}/options/options.html`);
  const typed = { address, database, user: USER, password: PASSWORD, passphrase: "a pier of seventeen piles" };
  for (const [field, text] of Object.entries(typed)) await page.fill(`#sync .set-up .${field}`, text);
  await page.click("#sync .set-up [type=submit]");
  await page.waitForSelector("#sync .preview button", { timeout: PATIENCE });
  await page.evaluate(beginWatch, "#sync");
  const before = process.cpuUsage();
  const cost = await costOf(async () => {
    await page.click("#sync .preview button");
    await untilSame(office);
  });
  const { user, system } = process.cpuUsage(before);
  return { what, ...(await page.evaluate(endWatch, null)), cost, server: (user + system) / 1_000_000 };
}

/** Waits until a first round has ended well. */
async function untilSame(office: Page): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await office.evaluate(isSame))) {
    if (Date.now() > end) throw new Error("the join did not come to its end");
    await office.waitForTimeout(PACE);
  }
}

/** Whether the sync says that all was the same once. Runs in the browser. */
async function isSame(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((done) => {
    const request = indexedDB.open("sourceline");
    request.addEventListener("success", () => done(request.result));
  });
  const last = await new Promise<string | null>((done) => {
    const request = database.transaction("sync").objectStore("sync").get("progress");
    request.addEventListener("success", () => done((request.result as { last?: string } | undefined)?.last ?? null));
  });
  database.close();
  return last !== null;
}
