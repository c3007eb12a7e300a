import type { Page } from "playwright-core";
import { tasksDuring } from "../tasks.ts";
import type * as PageProgram from "./page.ts";

declare const sourcelineBench: typeof PageProgram;

const MARKS = 1000;
/** How long the page's text is to be, in UTF-16 code units. */
const PAGE_LENGTH = 95_000;
const RUNS = 5;

/** What the timed kinds of change may cost, in CPU milliseconds, and how long no task of the page's thread may run. */
const CPU_GOALS: ReadonlyMap<string, number> = new Map([
  ["none", 500],
  ["next day", 1500],
]);
const TASK_GOAL = 50;

/** Times the anchoring of many marks on a long page, put together from real ones; `open` shows a page's HTML. */
export async function measureSpeed(
  page: Page,
  pages: AsyncIterable<string>,
  open: (html: string) => Promise<void>,
): Promise<{ readonly table: string; readonly meetsGoals: boolean }> {
  const { html, added } = await collectLongPage(page, pages, open);
  const cdp = await page.context().newCDPSession(page);
  const lines = [`${MARKS} marks on a page of ${PAGE_LENGTH} letters, main thread, median of ${RUNS} cold runs`];
  let meetsGoals = true;
  for (const [condition, goal] of CPU_GOALS) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      await open(html);
      await page.evaluate(
        ([paragraphs, kind, count]) => {
          sourcelineBench.addParagraphs(paragraphs);
          sourcelineBench.prepareMarks("speed", kind, count);
        },
        [added, condition, MARKS] as const,
      );
      let found = 0;
      const tasks = await tasksDuring(page, cdp, async () => {
        found = await page.evaluate(() => sourcelineBench.anchorMarks());
      });
      runs.push({ ...tasks, found });
    }
    const cpu = median(runs.map((run) => run.cpu));
    const longest = Math.max(...runs.map((run) => run.longestCpu));
    const byClock = Math.max(...runs.map((run) => run.longest));
    lines.push(
      `${condition.padEnd(22)}${cpu.toFixed(0)} ms CPU, longest task of all runs ${longest.toFixed(1)} ms CPU ` +
        `(${byClock.toFixed(1)} ms by the clock), ${runs[0]?.found} found`,
    );
    if (!(cpu <= goal && longest < TASK_GOAL)) meetsGoals = false;
  }
  await cdp.detach();
  return { table: lines.join("\n"), meetsGoals };
}

/** The first page, and as many paragraphs of the next ones as make it long enough. */
async function collectLongPage(
  page: Page,
  pages: AsyncIterable<string>,
  open: (html: string) => Promise<void>,
): Promise<{ html: string; added: string[] }> {
  let first: string | null = null;
  let length = 0;
  const added: string[] = [];
  for await (const html of pages) {
    await open(html);
    if (first === null) {
      first = html;
      length = await page.evaluate(() => sourcelineBench.textLength());
      continue;
    }
    for (const paragraph of await page.evaluate(() => sourcelineBench.readParagraphs())) {
      if (length >= PAGE_LENGTH) return { html: first, added };
      added.push(paragraph);
      length += paragraph.length;
    }
  }
  throw new Error(`The data's pages hold less than ${PAGE_LENGTH} letters.`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
