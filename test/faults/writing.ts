import { join } from "node:path";
import type { Noted } from "../../src/annotation/records/name-note.ts";
import { launchChromium, type LaunchOptions } from "../../tools/browsers/chromium.ts";
import { type BrowserDriver, until } from "../../tools/browsers/driver.ts";
import { launchFirefox } from "../../tools/browsers/firefox.ts";
import { STORIES } from "../../tools/start/samples.ts";
import type { Site } from "../../tools/start/server.ts";
import { askReader, centreOf, selectWords } from "../../tools/start/steps.ts";
import { emptyDatabase, emptyJournal, storedRecords } from "../../tools/start/stored.ts";
import type { Random } from "./random.ts";

/** What somebody does who writes notes in a browser, while things go wrong. */

/** How long a note is waited for that is not there yet, in milliseconds. */
const PATIENCE = 20_000;
/** How long a press may take until its field has the focus, likewise. */
const PRESS = 10_000;
const WORDS = "a matter for next week";
const NAME = "Tobias Renn";

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts a browser, "chromium" or "firefox", with the extension as it was built last. */
export const launch = (name: string, options: Omit<LaunchOptions, "extension">): Promise<BrowserDriver> =>
  name === "firefox"
    ? launchFirefox({ extension: join(process.cwd(), "dist/firefox"), ...options })
    : launchChromium({ extension: join(process.cwd(), "dist/chrome"), ...options });

/** Opens a story. */
export async function read(browser: BrowserDriver, site: Site): Promise<void> {
  await browser.goto(`${site.origin}${STORIES.nested}`);
  await until("the page to be read", async () => (await askReader(browser))?.state === "done");
}

/** Opens a story with nothing noted anywhere. */
export async function open(browser: BrowserDriver, site: Site): Promise<void> {
  await browser.goto("about:blank");
  await emptyDatabase(browser);
  await emptyJournal(browser);
  await read(browser, site);
}

const hasFocus = async (browser: BrowserDriver): Promise<boolean> =>
  (await browser.inPrivateFrame((frame) => frame.activeElement?.localName === "textarea", null)) === true;

const hasFocusSoon = (browser: BrowserDriver): Promise<boolean> =>
  until("the field", () => hasFocus(browser), PRESS).catch(() => false);

/** What stands in the note's field; `null` where there is none. */
export const fieldText = (browser: BrowserDriver): Promise<string | null> =>
  browser.inPrivateFrame((frame) => frame.querySelector("textarea")?.value ?? null, null);

export async function writeOnWords(browser: BrowserDriver): Promise<void> {
  await selectWords(browser, WORDS);
  await browser.shortcut("highlight-and-note", "Alt+Shift+J");
  await until("the editor", () => hasFocus(browser));
}

export async function writeOnName(browser: BrowserDriver): Promise<void> {
  const name = await centreOf(browser, NAME);
  await browser.click(name.x, name.y);
  let last = "";
  const button = await until("the button at rest", async () => {
    const frame = await browser.inOverlay((overlay) => {
      const box = overlay.querySelector("iframe.shown")?.getBoundingClientRect();
      return box === undefined ? null : { x: box.left, y: box.top };
    }, null);
    const inside = await browser.inPrivateFrame((tree) => {
      const box = tree.querySelector(".add")?.getBoundingClientRect();
      return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, null);
    const place = frame && inside && { x: frame.x + inside.x, y: frame.y + inside.y };
    const isAtRest = place !== null && JSON.stringify(place) === last;
    last = JSON.stringify(place);
    return isAtRest ? place : null;
  });
  const press = (): Promise<boolean> => browser.click(button.x, button.y).then(() => hasFocusSoon(browser));
  // On a busy machine the browser may hand a press to the page around a frame that has just been shown: it is pressed again.
  if (!(await press()) && !(await press())) throw new Error("the button opened no field");
}

/** Types a text of its own, now faster and now slower, and gives it. */
export async function typeSome(
  browser: BrowserDriver,
  random: Random,
  text = random.word(random.between(4, 19)),
): Promise<string> {
  for (const letter of text) {
    await browser.type(letter);
    await wait(random.next() * 120);
  }
  return text;
}

/** What is stored of the note in the end: its text, or what there is when it has been waited for long enough. */
export async function keptOf(browser: BrowserDriver, isOnName: boolean, texts: readonly string[]): Promise<string> {
  let kept = "";
  const end = Date.now() + PATIENCE;
  while (!texts.includes(kept) && Date.now() < end) {
    const notes = await storedRecords<Noted>(browser, isOnName ? "subjectNotes" : "annotations");
    kept = notes[0]?.body.note ?? "";
    await wait(40);
  }
  return kept;
}
