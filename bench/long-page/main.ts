import { resolve } from "node:path";
import { longStoryPage } from "../../tools/pages/long-story.ts";
import { serveFolder } from "../../tools/start/server.ts";
import { withExtension } from "../browser.ts";
import { tasksDuring } from "../tasks.ts";

const WORDS = 100_000;
const RUNS = 5;
/** No task of the page's thread may take longer, in milliseconds. */
const GOAL = 50;
/** How long a run may take, in milliseconds. */
const PATIENCE = 60_000;
const PATH = "/long.html";

/**
 * Has the built extension read a very long story and paint it, and tells how long it kept the page's thread at a time.
 * The answer is whether the goal is met.
 */
export async function benchLongPage(): Promise<boolean> {
  const site = await serveFolder(resolve("test/fixtures/site"), new Map([[PATH, longStoryPage(WORDS)]]));
  try {
    return await withExtension(async ({ context, office }) => {
      // Read when it is asked for, so that the page's own loading is over by then.
      const choose = (mode: string) =>
        office.evaluate(
          `chrome.runtime.sendMessage({ call: "saveSiteSettings", input: { site: ${JSON.stringify(new URL(site.origin).host)}, mode: "${mode}" } })`,
        );
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      let longest = 0;
      for (let run = 1; run <= RUNS; run += 1) {
        await choose("never");
        await page.goto(`${site.origin}${PATH}`);
        await page.bringToFront();
        const started = Date.now();
        let ranges = 0;
        const tasks = await tasksDuring(page, cdp, async () => {
          await choose("auto");
          const painted = await page.waitForFunction(
            () => {
              const sizes = [...CSS.highlights.values()].map(({ size }) => size);
              return CSS.highlights.has("sourceline-statement") && sizes.reduce((sum, size) => sum + size, 0);
            },
            null,
            { polling: 250, timeout: PATIENCE },
          );
          ranges = Number(await painted.jsonValue());
          await page.waitForTimeout(1_000);
        });
        longest = Math.max(longest, tasks.longestCpu);
        console.log(
          `run ${run}: ${WORDS} words, ${ranges} ranges, ${tasks.cpu.toFixed(0)} ms CPU on the page's thread, ` +
            `longest task ${tasks.longestCpu.toFixed(1)} ms CPU (${tasks.longest.toFixed(1)} ms by the clock), ` +
            `${Date.now() - started} ms in all`,
        );
      }
      console.log(`longest task of ${RUNS} runs: ${longest.toFixed(1)} ms CPU`);
      return longest < GOAL;
    });
  } finally {
    await site.close();
  }
}
