import { expect } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { doneIn, inDocument, seenIn } from "./parts.ts";

const PARTS = {
  state: ".state",
  correction: "#corrections li",
  "what is corrected": "#corrections .what",
  "corrections or none": "#corrections li, #corrections .state",
  "correction taken back": "#corrections .notice",
  "bring the correction back": "#corrections .notice button",
  export: "#backup button.primary",
  "delete all": "#backup .row button:not(.primary)",
  "import's outcome": "#backup .notice",
  "import's progress": "#backup progress",
  site: "#sites li",
  "no site": "#sites .state",
  "forget the site": "#sites li button",
  access: "#access .now",
  "change access": "#access button",
  "keep what is private": "#private input",
  shortcut: "#shortcuts li",
  "change shortcuts": "#shortcuts button",
  "name of green": '[aria-label="Name of the green highlights"]',
  "colour's outcome": "#colours .notice",
} as const;
export type OptionsPart = keyof typeof PARTS;

export type Options = ReturnType<typeof optionsOf>;

/** What a user does and sees in the settings. */
export function optionsOf(browser: BrowserDriver) {
  const within = inDocument((run, input, library) => browser.evaluate(run, input, library));
  const seen = seenIn(PARTS, within);
  const done = doneIn(PARTS, within);

  /** Gives the settings a file to import, as their chooser would. */
  const chooseFile = (text: string): Promise<unknown> =>
    until("the import", () =>
      browser.evaluate((content) => {
        const input = document.querySelector<HTMLInputElement>("input[type=file]");
        if (input === null) return false;
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], "backup.json", { type: "application/json" }));
        input.files = transfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
        return true;
      }, text),
    );

  return {
    ...seen,
    ...done,
    async open(): Promise<void> {
      await browser.goto(`${browser.extensionOrigin}/options/options.html`);
      await until("the settings to be loaded", async () => {
        const [state] = await seen.texts("corrections or none");
        return state !== undefined && !state.startsWith("Loading");
      });
    },
    /** Takes one of the corrections back, counted from the newest, 0. */
    takeBack: (index: number): Promise<void> =>
      browser.evaluate((wanted) => {
        const rows = document.querySelectorAll("#corrections li");
        rows[wanted]!.querySelector("button")!.click();
      }, index),
    /** Imports a file, and gives what came of it. */
    async import(text: string): Promise<string[]> {
      await chooseFile(text);
      return until("the import to end", async () => {
        const texts = await seen.texts("import's outcome");
        return texts.length > 0 && !texts[0]!.startsWith("Importing …") ? texts : null;
      });
    },
    chooseFile,
    /** Has a backup made, and gives its text. */
    async export(): Promise<string> {
      await done.pressPart("export");
      const link = await until("the backup", () =>
        browser.evaluate(() => {
          const anchor = document.querySelector<HTMLAnchorElement>("#backup a[download]");
          return anchor === null ? null : { name: anchor.download, url: anchor.href };
        }, null),
      );
      expect(link.name).toMatch(/^sourceline-\d{4}-\d\d-\d\d\.json$/);
      return browser.evaluate(async (url) => (await fetch(url)).text(), link.url);
    },
    /** Moves the mouse onto a part; what stands above it may come later, and move it. */
    hover: (part: OptionsPart): Promise<unknown> =>
      until(`the mouse on ${part}`, async () => {
        const middle = await browser.evaluate((selector) => {
          const element = document.querySelector(selector);
          element?.scrollIntoView({ block: "center" });
          const box = element?.getBoundingClientRect();
          return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }, PARTS[part]);
        if (middle === null) return false;
        await browser.hover(middle.x, middle.y);
        return browser.evaluate(
          (selector) => document.querySelector(selector)?.matches(":hover") === true,
          PARTS[part],
        );
      }),
  };
}
