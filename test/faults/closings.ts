import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BrowserDriver } from "../../tools/browsers/driver.ts";
import { STORIES } from "../../tools/start/samples.ts";
import { serveFolder, type Site } from "../../tools/start/server.ts";
import { randomFrom } from "./random.ts";
import { fieldText, keptOf, launch, open, typeSome, wait, writeOnName, writeOnWords } from "./writing.ts";

/** How long after the last key something is closed at most, in milliseconds. */
const LATEST = 600;

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
  // Whichever comes first: what the page sends last may find nobody to hear it, or one who ends as it hears. It is saved when
  // the background is woken again, at the latest by the next article.
  "background ended while the tab closes": async (browser, site) => {
    await Promise.all([browser.endBackground(), browser.closeTab()]);
    await browser.goto(`${site.origin}${STORIES.feature}`);
  },
  "extension updated": (browser) => browser.updateExtension(async () => {}),
  "extension updated while one types": async (browser) => {
    const typed = { surely: "", maybe: "" };
    const before = (await fieldText(browser)) ?? "";
    // Firefox ends the old version's scripts on the spot: nobody hears the keys that come then.
    const letters = browser.name === "firefox" ? "" : "and more";
    await browser.updateExtension(async () => {
      for (const letter of letters) {
        await browser.type(letter);
        // What can't be kept any more the field does not take, and soon the editor goes.
        const text = await fieldText(browser);
        if (text === null) typed.maybe = letter;
        if (text === null) return;
        typed.surely = text.slice(before.length);
      }
    });
    return typed;
  },
};

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
  const random = randomFrom(Number(values.seed));
  console.log(`closings in ${values.browser}, --seed ${values.seed}`);
  const site = await serveFolder(join(process.cwd(), "test/fixtures/site"));
  const browser = await launch(values.browser, { updates: true });
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
