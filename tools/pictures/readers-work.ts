import type { PageReport } from "../../extension/calls/page-report.ts";
import { type BrowserDriver, until } from "../browsers/driver.ts";
import { STORIES } from "../start/samples.ts";
import { askReader, savedNotes, selectWords } from "../start/steps.ts";

/** What somebody who read the sample site has marked there: words, and what was noted on them. */
const WORK: readonly (readonly [path: string, words: string, note: string])[] = [
  [STORIES.nested, "Nobody asked me about the piles", ""],
  [STORIES.nested, "I regret the coffee", "Ask him what he was told on the Monday."],
  [STORIES.nested, "a matter for next week", "Who decides this, and when?"],
  [STORIES.letter, "the pier", "A letter to the paper: check the name."],
];

/** Opens a page and waits until its reader has finished. */
export async function readPage(browser: BrowserDriver, url: string): Promise<PageReport> {
  await browser.goto(url);
  return until("the page to be read", async () => {
    const report = await askReader(browser);
    return report?.state === "done" ? report : null;
  });
}

/** Highlights passages and writes notes as a reader does, so that every surface has something to show. */
export async function doReadersWork(browser: BrowserDriver, origin: string): Promise<void> {
  let kept = 0;
  for (const [path, words, note] of WORK) {
    await readPage(browser, `${origin}${path}`);
    await selectWords(browser, words);
    if (note === "") await browser.shortcut("highlight", "Alt+J");
    else await browser.shortcut("highlight-and-note", "Alt+Shift+J");
    kept += 1;
    await until("the highlight", async () => (await savedNotes(browser)).length === kept);
    if (note === "") continue;
    await until("the editor", () =>
      browser.inPrivateFrame((frame) => frame.activeElement?.localName === "textarea", null),
    );
    await browser.type(note);
    await browser.press("Escape");
    await until("the note", async () => (await savedNotes(browser)).some(({ body }) => body.note === note));
  }
}
