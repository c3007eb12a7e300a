import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Memory } from "../../tools/browsers/driver.ts";
import { until } from "../../tools/browsers/driver.ts";
import { STORIES } from "../../tools/start/samples.ts";
import { serveFolder } from "../../tools/start/server.ts";
import { askReader, savedNotes, selectWords } from "../../tools/start/steps.ts";
import { emptyDatabase } from "../../tools/start/stored.ts";
import { launch, wait } from "./writing.ts";

/** Pages that are seen in turn, each with words of its own to highlight. */
const VIEWS = [
  { path: STORIES.nested, words: "a matter for next week" },
  { path: STORIES.wire, words: "Eleven people have been hurt" },
  { path: STORIES.feature, words: "They never did" },
] as const;

/** How many page views pass between two looks at the memory. */
const EVERY = 25;
/** How much more memory the last looks may show than those after the first fifth, as a factor. */
const LEVEL = 1.15;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Reads and annotates page after page. Gives whether memory levelled off, no listener was left, and nothing broke. */
export async function soak(options: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: options,
    options: { browser: { type: "string", default: "chromium" }, pages: { type: "string", default: "500" } },
  });
  const site = await serveFolder(join(process.cwd(), "test/fixtures/site"));
  const browser = await launch(values.browser, {});
  const looks: Memory[] = [];
  let saved = 0;
  try {
    for (let view = 0; view < Number(values.pages); view += 1) {
      const { path, words } = VIEWS[view % VIEWS.length] as (typeof VIEWS)[number];
      // Always as much is stored as three page views leave: what grows then is no note.
      if (view % VIEWS.length === 0) await emptyDatabase(browser);
      await browser.goto(`${site.origin}${path}`);
      await until("the page to be read", async () => (await askReader(browser))?.state === "done");
      await selectWords(browser, words);
      await browser.shortcut("highlight-and-note", "Alt+Shift+J");
      await until("the note", async () =>
        (await savedNotes(browser)).some(({ target }) => target.selectors.quote.exact.includes(words.slice(0, 10))),
      );
      await browser.press("Escape");
      saved += 1;
      if ((view + 1) % EVERY !== 0) continue;
      // A page without anything of ours: whatever is left now was left behind.
      await browser.goto("about:blank");
      await wait(500);
      const look = await browser.memory();
      looks.push(look);
      const { total, listeners, documents } = look;
      const rest = listeners === null ? "" : `, ${listeners} listeners, ${documents} documents`;
      console.log(`${view + 1} pages: ${megabytes(total)}${rest}`);
    }
    const fifth = Math.ceil(looks.length / 5);
    const early = median(looks.slice(fifth, fifth * 2).map(({ total }) => total));
    const late = median(looks.slice(-fifth).map(({ total }) => total));
    const left = looks.map(({ listeners }) => listeners ?? 0);
    const isLevel = late <= early * LEVEL;
    const isClean = Math.max(...left.slice(-fifth)) <= Math.max(...left.slice(0, fifth));
    console.log(
      `${saved} notes in ${values.browser}; ${megabytes(early)} after the first fifth, ${megabytes(late)} at the end`,
    );
    console.log(`listeners: ${left[0]} at first, ${left.at(-1)} at the end; errors: ${browser.errors.length}`);
    for (const error of browser.errors.slice(0, 10)) console.log(`  ${error}`);
    return isLevel && isClean && browser.errors.length === 0;
  } finally {
    await browser.close();
    await site.close();
  }
}
