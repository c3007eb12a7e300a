import type { PageReport } from "../../extension/calls/page-report.ts";
import { type BrowserDriver, until } from "../browsers/driver.ts";
import { askReader, centreOf, savedNotes, selectWords } from "./steps.ts";

/** What is shown on the README's picture, of the story of the pier. */
const HIGHLIGHTED = "Nobody asked me about the piles";
const SOURCE = "Johanna Brandt";

/** The size of the picture, in pixels. */
export const PICTURE_SIZE = { width: 900, height: 640 } as const;

/** Takes the README's picture: a story with a highlight, and the card of who is quoted in it. */
export async function takePicture(browser: BrowserDriver, url: string, file: string): Promise<void> {
  await browser.goto(url);
  await until("the story", async (): Promise<PageReport | null> => {
    const report = await askReader(browser);
    return report?.state === "done" ? report : null;
  });
  await selectWords(browser, HIGHLIGHTED);
  await browser.shortcut("highlight", "Alt+J");
  await until("the highlight", async () => (await savedNotes(browser)).length === 1);
  const { x, y } = await centreOf(browser, SOURCE);
  // The name above the middle, so that its card has room below.
  const down = y - PICTURE_SIZE.height / 5;
  await browser.evaluate((pixels) => scrollBy({ top: pixels, behavior: "instant" }), down);
  await browser.click(x, y - down);
  await until("the card", () =>
    browser.inOverlay((overlay) => overlay.querySelectorAll(".card .statements li").length > 1, null),
  );
  await browser.screenshot(file);
}
