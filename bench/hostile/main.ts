import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { HEAVY } from "../../tools/pages/heavy.ts";
import { serveFolder } from "../../tools/start/server.ts";
import { withExtension, withPage } from "../browser.ts";
import { type Tasks, tasksDuring } from "../tasks.ts";

/** How much longer than the page's own the longest task may be, in milliseconds. */
const GOAL = 50;
/** How long a page may take to load, and to be read, in milliseconds. */
const PATIENCE = 180_000;
/** How long a page is watched when it has loaded, and been read: what it does then is its own. */
const REST = 3_000;
const PLAIN = "/plain.html";

/**
 * Opens pages that hand over far too much, in a browser with the built extension and in one without, and tells the
 * longest tasks of the page's thread. The answer is whether ours are no longer than the page's own by more than the goal.
 */
export async function benchHostile(options: string[]): Promise<boolean> {
  const { values } = parseArgs({ args: options, options: { only: { type: "string", default: "" } } });
  const names = Object.keys(HEAVY).filter((name) => name.includes(values.only));
  const paths = new Map(names.map((name, index) => [name, `/heavy-${index}.html`]));
  const texts = new Map([...paths].map(([name, path]) => [path, HEAVY[name]?.() ?? ""]));
  const site = await serveFolder(
    resolve("test/fixtures/site"),
    texts.set(PLAIN, "<!doctype html><title>Plain</title>"),
  );
  let isMet = true;
  try {
    for (const [name, path] of paths) {
      const alone = await withPage((page) => watch(page, site.origin, path, false));
      const ours = await withExtension(async ({ context }) => watch(await context.newPage(), site.origin, path, true));
      const more = ours.longestCpu - alone.longestCpu;
      isMet &&= more <= GOAL;
      console.log(
        `${name}: longest task ${ours.longestCpu.toFixed(0)} ms CPU (${alone.longestCpu.toFixed(0)} without us), ` +
          `all tasks ${ours.cpu.toFixed(0)} ms (${alone.cpu.toFixed(0)}), ${ours.long} long ones (${alone.long})`,
      );
    }
  } finally {
    await site.close();
  }
  return isMet;
}

/** Loads a page, waits until names are painted on it where we are there, and tells what its thread did. */
async function watch(page: Page, origin: string, path: string, isOurs: boolean): Promise<Tasks> {
  page.setDefaultTimeout(PATIENCE);
  // Of the same site, so that the page comes into the same process, whose tasks are recorded.
  await page.goto(`${origin}${PLAIN}`);
  await page.bringToFront();
  const cdp = await page.context().newCDPSession(page);
  return tasksDuring(page, cdp, async () => {
    await page.goto(`${origin}${path}`);
    const isPainted = (): boolean => [...CSS.highlights.values()].some(({ size }) => size > 0);
    if (isOurs) await page.waitForFunction(isPainted, null, { polling: 500 });
    await page.waitForTimeout(REST);
  });
}
