import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserDriver, until } from "../browsers/driver.ts";
import { STORIES } from "../start/samples.ts";
import { centreOf } from "../start/steps.ts";
import { readPage } from "./readers-work.ts";

const SOURCE = "Johanna Brandt";
/** The highlight in the library whose article is opened beside it. */
const OPENED = "I regret the coffee";
const PANEL_WIDTH = 360;

/** Where the two pictures go, and how large they are, in CSS pixels. */
interface Prints {
  /** A story with its panel beside it. */
  readonly story: { readonly file: string; readonly width: number; readonly height: number };
  readonly library: { readonly file: string; readonly width: number; readonly height: number };
}

/** For README and docs. */
export const docsPrints = (root: string): Prints => ({
  story: { file: join(root, "docs", "picture.png"), width: 1_201, height: 640 },
  library: { file: join(root, "docs", "library.png"), width: 1_280, height: 720 },
});

/** For the stores, in the one size that all three of them take. */
export const storePrints = (root: string): Prints => ({
  story: { file: join(root, "store", "pictures", "article.png"), width: 1_280, height: 800 },
  library: { file: join(root, "store", "pictures", "library.png"), width: 1_280, height: 800 },
});

/** Takes a picture of a story with its panel and a card, and one of the library. */
export async function takePrints(
  browser: BrowserDriver,
  origin: string,
  folder: string,
  { story, library }: Prints,
): Promise<void> {
  const page = join(folder, "page.png");
  const panel = join(folder, "panel.png");
  // One pixel is the line between the two.
  await browser.resize(story.width - PANEL_WIDTH - 1, story.height);
  await readPage(browser, `${origin}${STORIES.nested}`);
  const { x, y } = await centreOf(browser, SOURCE);
  // The name above the middle, so that its card has room below.
  const down = y - story.height / 5;
  await browser.evaluate((pixels) => scrollBy({ top: pixels, behavior: "instant" }), down);
  await browser.click(x, y - down);
  await until("the card", () =>
    browser.inOverlay((overlay) => overlay.querySelectorAll(".card .statements li").length > 1, null),
  );
  // What is the reader's own comes into its frame a moment later.
  await until("the notes on the name", () =>
    browser.inPrivateFrame((frame) => frame.querySelector("main button") !== null, null),
  );
  await browser.screenshot(page);
  await browser.openPanel(PANEL_WIDTH, story.height);
  await until("the panel's sources", () =>
    browser.inPanel(() => document.querySelectorAll(".source-line").length > 2, null),
  );
  // At its first size it has been painted twice, one below the other.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await browser.panelScreenshot(panel);
  await browser.closePanel();
  await browser.resize(story.width, story.height);
  await showBeside(browser, [page, panel]);
  await browser.screenshot(story.file);

  await browser.resize(library.width, library.height);
  await browser.goto(`${browser.extensionOrigin}/library/library.html`);
  await until("the library's notes", () =>
    browser.evaluate((words) => {
      const rows = [...document.querySelectorAll<HTMLElement>(".row-note .row-text")];
      const row = rows.find(({ textContent }) => textContent?.includes(words));
      row?.click();
      return row !== undefined;
    }, OPENED),
  );
  await until("the article beside them", () =>
    browser.evaluate(() => document.querySelectorAll(".pane .note").length > 1, null),
  );
  await browser.screenshot(library.file);
}

/** Shows pictures side by side, with a line between them, at their own size. */
async function showBeside(browser: BrowserDriver, files: readonly string[]): Promise<void> {
  const sources = files.map((file) => `data:image/png;base64,${readFileSync(file).toString("base64")}`);
  await browser.goto("about:blank");
  await browser.evaluate(async (wanted) => {
    Object.assign(document.body.style, { margin: "0", display: "flex", gap: "1px", background: "#888888" });
    for (const src of wanted) {
      const image = new Image();
      image.src = src;
      await image.decode();
      document.body.append(image);
    }
  }, sources);
}
