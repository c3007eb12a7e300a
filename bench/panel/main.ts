import { resolve } from "node:path";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { longStoryPage } from "../../tools/pages/long-story.ts";
import { serveFolder } from "../../tools/start/server.ts";
import { withExtension } from "../browser.ts";
import { painted, tasksDuring } from "../tasks.ts";

/** A story of so many words has some sixty statements. */
const WORDS = 2_000;
const PATH = "/inquiry.html";
const RUNS = 7;
/** What opening the panel may take of its own thread until it is painted, in milliseconds of CPU. */
const GOAL = 100;
/** How many times the page is scrolled by a screen, and how long a step lasts, in milliseconds. */
const STEPS = 20;
const STEP = 100;
/** How long a page lies idle, in milliseconds. */
const IDLE = 3_000;

/**
 * Opens the built panel on an article with some sixty statements, and tells the CPU time of its thread until it is
 * painted; then scrolls the page and lets it lie idle, with the panel and without it. The answer is whether the panel
 * meets its goal.
 */
export async function benchPanel(): Promise<boolean> {
  const site = await serveFolder(resolve("test/fixtures/site"), new Map([[PATH, longStoryPage(WORDS)]]));
  try {
    return await withExtension(async ({ context, origin }) => {
      const page = await context.newPage();
      await page.goto(`${site.origin}${PATH}`);
      await page.bringToFront();
      await page.waitForFunction(() => CSS.highlights.has("sourceline-statement"), null, { polling: 250 });

      const openings = [];
      for (let run = 0; run < RUNS; run += 1) openings.push(await timeOpening(context, origin, page));
      const [least, median] = middle(openings.map(({ cpu }) => cpu));
      console.log(
        `the panel on ${openings[0]?.statements} statements: ${median.toFixed(0)} ms CPU until it is painted, the least of ` +
          `${RUNS} runs ${least.toFixed(0)} ms`,
      );

      // With and without in turn: a machine is busier at one time than at another.
      const without = [];
      const beside = [];
      for (let run = 0; run < RUNS; run += 1) {
        without.push(await timePage(context, page));
        const panel = await openPanel(context, origin, page);
        beside.push(await timePage(context, page));
        await panel.close();
      }
      for (const what of ["scrolling", "idle"] as const) {
        const [, before] = middle(without.map((times) => times[what]));
        const [, after] = middle(beside.map((times) => times[what]));
        console.log(
          `the page's thread, ${what}: ${before.toFixed(1)} ms CPU a second without the panel, ${after.toFixed(1)} ms with it ` +
            `(medians of ${RUNS} runs in turn)`,
        );
      }
      return median <= GOAL;
    });
  } finally {
    await site.close();
  }
}

/**
 * A tab with the panel's document, which is told that the article's tab is the one in front: the real panel has no size
 * without a window, and paints nothing.
 */
async function preparePanel(context: BrowserContext, origin: string, article: Page): Promise<Page> {
  const panel = await context.newPage();
  await panel.setViewportSize({ width: 360, height: 800 });
  await panel.addInitScript((url) => {
    const { tabs } = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
    const { query } = tabs;
    Object.assign(tabs, {
      query: async () => (await query.call(tabs, {})).filter((tab) => tab.url === url),
    });
  }, article.url());
  // In the extension's own process, which is there before a user opens the panel.
  await panel.goto(`${origin}/manifest.json`);
  return panel;
}

async function openPanel(context: BrowserContext, origin: string, article: Page): Promise<Page> {
  const panel = await preparePanel(context, origin, article);
  await show(panel, await context.newCDPSession(panel), origin);
  await article.bringToFront();
  return panel;
}

async function show(panel: Page, cdp: CDPSession, origin: string): Promise<void> {
  await panel.goto(`${origin}/panel/panel.html`);
  await painted(cdp, ".source-item");
}

async function timeOpening(context: BrowserContext, origin: string, article: Page) {
  const panel = await preparePanel(context, origin, article);
  const cdp = await context.newCDPSession(panel);
  const { cpu } = await tasksDuring(panel, cdp, () => show(panel, cdp, origin));
  const statements = await panel.evaluate(() => parseInt(document.querySelector(".list-head")?.textContent ?? "0", 10));
  await panel.close();
  return { cpu, statements };
}

/** What the page's thread takes in a second in which it is scrolled, and in one in which it lies idle. */
async function timePage(context: BrowserContext, page: Page) {
  const cdp = await context.newCDPSession(page);
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const scrolled = await tasksDuring(page, cdp, async () => {
    for (let step = 0; step < STEPS; step += 1) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(STEP);
    }
  });
  const idle = await tasksDuring(page, cdp, () => page.waitForTimeout(IDLE));
  await cdp.detach();
  return { scrolling: (scrolled.cpu * 1000) / (STEPS * STEP), idle: (idle.cpu * 1000) / IDLE };
}

/** The least and the middle one. */
function middle(numbers: readonly number[]): readonly [least: number, median: number] {
  const sorted = numbers.toSorted((a, b) => a - b);
  return [sorted[0] ?? Number.NaN, sorted[sorted.length >> 1] ?? Number.NaN];
}
