import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Noted } from "../../src/annotation/records/name-note.ts";
import { launchChromium } from "../../tools/browsers/chromium.ts";
import { type BrowserDriver, until } from "../../tools/browsers/driver.ts";
import { launchFirefox } from "../../tools/browsers/firefox.ts";
import { STORIES } from "../../tools/start/samples.ts";
import { serveFolder, type Site } from "../../tools/start/server.ts";
import { type Random, randomFrom } from "./random.ts";
import { askReader, centreOf, selectWords } from "../../tools/start/steps.ts";
import { emptyDatabase, emptyJournal, storedRecords } from "../../tools/start/stored.ts";

/** How long after the last key something is closed at most, in milliseconds. */
const LATEST = 600;
/** How long a note is waited for that is not there yet, in milliseconds. */
const PATIENCE = 20_000;
const WORDS = "a matter for next week";
const NAME = "Tobias Renn";

/** What was typed in the middle of it: what the field took for sure, and then, maybe, one letter more. */
interface TypedMeanwhile {
  readonly surely: string;
  readonly maybe: string;
}

/** What is done to a page in which a note was just typed. */
const FAULTS: Readonly<Record<string, (browser: BrowserDriver, site: Site) => Promise<void | TypedMeanwhile>>> = {
  "tab closed": (browser) => browser.closeTab(),
  "page left": (browser, site) => browser.goto(`${site.origin}${STORIES.feature}`),
  "background ended": (browser) => browser.endBackground(),
  // Whichever comes first: what the page sends last may find nobody to hear it.
  "background ended while the tab closes": async (browser) => {
    await Promise.all([browser.endBackground(), browser.closeTab()]);
  },
  "extension updated": (browser) => browser.updateExtension(async () => {}),
  "extension updated while one types": async (browser) => {
    const typed = { surely: "", maybe: "" };
    // Firefox ends the old version's scripts on the spot: nobody hears the keys that come then.
    const letters = browser.name === "firefox" ? "" : "and more";
    await browser.updateExtension(async () => {
      for (const letter of letters) {
        await browser.type(letter);
        // The new version takes the old one's editor away.
        typed.maybe = letter;
        if (await browser.evaluate(() => document.activeElement === document.body, null)) return;
        Object.assign(typed, { surely: typed.surely + letter, maybe: "" });
      }
    });
    return typed;
  },
};

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Types notes and closes what they are typed in. Gives whether every note was kept whole. */
export async function closings(options: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: options,
    options: {
      browser: { type: "string", default: "chromium" },
      runs: { type: "string", default: "50" },
      only: { type: "string", default: "" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
    },
  });
  const isFirefox = values.browser === "firefox";
  const random = randomFrom(Number(values.seed));
  console.log(`closings in ${isFirefox ? "Firefox" : "Chromium"}, --seed ${values.seed}`);
  const root = process.cwd();
  const site = await serveFolder(join(root, "test/fixtures/site"));
  const extension = join(root, "dist", isFirefox ? "firefox" : "chrome");
  const browser = await (isFirefox ? launchFirefox : launchChromium)({ extension, updates: true });
  let allKept = true;
  try {
    for (const [fault, cause] of Object.entries(FAULTS)) {
      if (!fault.startsWith(values.only)) continue;
      const lost: string[] = [];
      const runs = Number(values.runs);
      for (let run = 0; run < runs; run += 1) {
        const isOnName = run % 2 === 1;
        await open(browser, site);
        await (isOnName ? writeOnName(browser) : writeOnWords(browser));
        const text = await typeSome(browser, random);
        const delay = Math.round(random.next() * LATEST);
        await wait(delay);
        const { surely, maybe } = (await cause(browser, site)) ?? { surely: "", maybe: "" };
        const whole = `${text}${surely}`;
        const kept = await keptOf(browser, isOnName, [whole, whole + maybe]);
        if (kept !== whole && kept !== whole + maybe)
          lost.push(`  “${whole}” became “${kept}” after ${delay} ms, run ${run}`);
      }
      console.log(`${fault}: ${runs} runs, ${lost.length} lost a letter`);
      for (const line of lost) console.log(line);
      allKept &&= lost.length === 0;
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return allKept;
}

/** Opens a story with nothing noted anywhere. */
async function open(browser: BrowserDriver, site: Site): Promise<void> {
  await browser.goto("about:blank");
  await emptyDatabase(browser);
  await emptyJournal(browser);
  await browser.goto(`${site.origin}${STORIES.nested}`);
  await until("the page to be read", async () => (await askReader(browser))?.state === "done");
}

const hasFocus = async (browser: BrowserDriver): Promise<boolean> =>
  (await browser.inOverlay((overlay) => overlay.activeElement?.localName === "textarea", null)) === true;

async function writeOnWords(browser: BrowserDriver): Promise<void> {
  await selectWords(browser, WORDS);
  await browser.shortcut("highlight-and-note", "Alt+Shift+J");
  await until("the editor", () => hasFocus(browser));
}

async function writeOnName(browser: BrowserDriver): Promise<void> {
  const name = await centreOf(browser, NAME);
  await browser.click(name.x, name.y);
  let last = "";
  const button = await until("the button at rest", async () => {
    const place = await browser.inOverlay((overlay) => {
      const box = overlay.querySelector(".card .add")?.getBoundingClientRect();
      return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, null);
    const isAtRest = place !== null && JSON.stringify(place) === last;
    last = JSON.stringify(place);
    return isAtRest ? place : null;
  });
  await browser.click(button.x, button.y);
  await until("the field", () => hasFocus(browser));
}

/** Types a text of its own, now faster and now slower, and gives it. */
async function typeSome(browser: BrowserDriver, random: Random): Promise<string> {
  const text = random.word(random.between(4, 19));
  for (const letter of text) {
    await browser.type(letter);
    await wait(random.next() * 120);
  }
  return text;
}

/** What is stored of the note in the end: its text, or what there is when it has been waited for long enough. */
async function keptOf(browser: BrowserDriver, isOnName: boolean, texts: readonly string[]): Promise<string> {
  let kept = "";
  const end = Date.now() + PATIENCE;
  while (!texts.includes(kept) && Date.now() < end) {
    const notes = await storedRecords<Noted>(browser, isOnName ? "subjectNotes" : "annotations");
    kept = notes[0]?.body.note ?? "";
    await wait(40);
  }
  return kept;
}
