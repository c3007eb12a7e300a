import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import { launchChromium } from "../../tools/browsers/chromium.ts";
import { type BrowserDriver, until } from "../../tools/browsers/driver.ts";
import { launchFirefox } from "../../tools/browsers/firefox.ts";
import { STORIES } from "../../tools/start/samples.ts";
import { serveFolder } from "../../tools/start/server.ts";
import { askReader, selectWords } from "../../tools/start/steps.ts";
import { storedRecords } from "../../tools/start/stored.ts";
import { median } from "../peers/median.ts";

/** How soon after the shortcut a key is to be kept, once the page has opened an editor before, in milliseconds. */
const GOAL = 100;
/** What is typed, without a pause, from before the shortcut until the editor shows some of it. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".repeat(8);

/** What came of one shortcut. Times are milliseconds after it, each no shorter than it really was. */
interface Opening {
  /** When the first key came that is in the note. */
  readonly firstKept: number;
  /** When the editor showed a letter. */
  readonly shown: number;
  /** How many keys came after the shortcut and before that, and went to the page. */
  readonly unheard: number;
}

/** Presses the shortcut while somebody types, and tells which keys came into the note. */
async function openWhileTyping(browser: BrowserDriver, words: string): Promise<Opening> {
  await selectWords(browser, words);
  /** When each letter had surely been typed. */
  const typed: number[] = [];
  let isShown = false;
  const type = async (): Promise<void> => {
    for (const letter of LETTERS) {
      if (isShown) return;
      // The keys of Firefox's driver get lost where the focus goes from one document to another.
      await (browser.name === "firefox" ? browser.shortcut("", letter) : browser.type(letter));
      typed.push(Date.now());
    }
  };
  const inField = (): Promise<string | null> =>
    browser.inPrivateFrame((frame) => frame.querySelector("textarea")?.value ?? null, null);
  const typing = type();
  const pressed = await browser.shortcut("highlight-and-note", "Alt+Shift+J");
  const shown = await until("a letter in the editor", async () => ((await inField()) ? Date.now() : null));
  isShown = true;
  await typing;
  const text = LETTERS.slice(0, typed.length);
  const note = await until("all of it to be saved", async () => {
    const records = await storedRecords<Annotation>(browser, "annotations");
    const saved = records.find(({ target }) => target.selectors.quote.exact === words)?.body.note ?? "";
    return saved !== "" && text.endsWith(saved) ? saved : null;
  });
  await browser.press("Escape");
  await until("the editor to close", async () => (await inField()) === null);
  const first = text.length - note.length;
  return {
    firstKept: (typed[first] ?? 0) - pressed,
    shown: shown - pressed,
    unheard: typed.slice(0, first).filter((at) => at > pressed).length,
  };
}

/** Tells how soon after the shortcut for a note what is typed is kept. The answer is whether the goal is met. */
export async function benchFirstKey(options: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: options,
    options: { browser: { type: "string", default: "chromium" }, runs: { type: "string", default: "12" } },
  });
  const isFirefox = values.browser === "firefox";
  const launch = isFirefox ? launchFirefox : launchChromium;
  const site = await serveFolder(resolve("test/fixtures/site"));
  const browser = await launch({ extension: resolve(isFirefox ? "dist/firefox" : "dist/chrome") });
  try {
    await browser.goto(`${site.origin}${STORIES.nested}`);
    const text = await until("the page to be read", async () => {
      const report = await askReader(browser);
      return report?.state === "done" ? (report.article?.text ?? null) : null;
    });
    // Each run needs words of its own, which stand there once.
    const all = text.match(/\p{Ll}{7,}/gu) ?? [];
    const words = all.filter((word) => text.split(word).length === 2).slice(0, Number(values.runs) + 1);
    const openings: Opening[] = [];
    for (const word of words) openings.push(await openWhileTyping(browser, word));
    const [cold, ...warm] = openings;
    const firstKept = median(warm.map((opening) => opening.firstKept));
    const slowest = Math.max(...warm.map((opening) => opening.firstKept));
    const shown = median(warm.map((opening) => opening.shown));
    const unheard = Math.max(...warm.map((opening) => opening.unheard));
    console.log(
      `${values.browser}: the first key that is kept came ${firstKept} ms after the shortcut (slowest ${slowest}), the editor ` +
        `showed it after ${shown} ms; before it at most ${unheard} keys went to the page; medians of ${warm.length} on a page ` +
        `that had shown an editor. The first time: ${cold?.firstKept} and ${cold?.shown} ms.`,
    );
    return firstKept <= GOAL;
  } finally {
    await browser.close();
    await site.close();
  }
}
