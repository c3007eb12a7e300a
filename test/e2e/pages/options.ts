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
  "back up": "#backup button.primary",
  "import's outcome": "#import .notice:not(.working):not(.preview)",
  "import's progress": "#import progress",
  "import's preview": "#import .preview",
  "import's samples": "#import .samples li",
  "import it": "#import .preview button.primary",
  "leave it": "#import .preview button:not(.primary)",
  "end the import": "#import .working button",
  "export's format": "#export select",
  export: "#export button.primary",
  template: "#export textarea",
  "template's preview": "#export figure pre",
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
  const chooseFile = (text: string, name = "backup.json"): Promise<unknown> =>
    until("the import", () =>
      browser.evaluate(
        ([content, called]) => {
          const input = document.querySelector<HTMLInputElement>("input[type=file]");
          if (input === null) return false;
          const transfer = new DataTransfer();
          transfer.items.add(new File([content], called, { lastModified: 891_507_600_000 }));
          input.files = transfer.files;
          input.dispatchEvent(new Event("change", { bubbles: true }));
          return true;
        },
        [text, name] as const,
      ),
    );

  /** The text of the file that a section of the settings has made, unpacked where it is packed. */
  const madeFile = async (section: string): Promise<{ name: string; text: string }> => {
    const link = await until("the file", () =>
      browser.evaluate((selector) => {
        const anchor = document.querySelector<HTMLAnchorElement>(selector);
        return anchor === null ? null : { name: anchor.download, url: anchor.href };
      }, `#${section} a[download]`),
    );
    const text = await browser.evaluate(async ({ name, url }) => {
      const { body } = await fetch(url);
      if (body === null) return "";
      return new Response(name.endsWith(".gz") ? body.pipeThrough(new DecompressionStream("gzip")) : body).text();
    }, link);
    return { name: link.name, text };
  };

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
    /** Imports a file, whatever it would do, and gives what came of it. */
    async import(text: string, name?: string): Promise<string[]> {
      await chooseFile(text, name);
      await until(
        "the file to be read",
        async () => (await seen.shows("import's preview")) || seen.shows("import's outcome"),
      );
      if (await seen.shows("import it")) await done.pressPart("import it");
      else if (await seen.shows("leave it")) return seen.texts("import's preview");
      return until("the import to end", async () => {
        const texts = await seen.texts("import's outcome");
        return texts.length > 0 ? texts : null;
      });
    },
    chooseFile,
    /** Has a backup made, and gives its text. */
    async backUp(): Promise<string> {
      await until("the ways out", () => seen.shows("back up"));
      await done.pressPart("back up");
      const { name, text } = await madeFile("backup");
      expect(name).toMatch(/^sourceline-\d{4}-\d\d-\d\d\.json\.gz$/);
      return text;
    },
    /** Exports everything in a format, and gives the file. */
    async export(format: string): Promise<{ name: string; text: string }> {
      await until("the ways out", () => seen.shows("export's format"));
      await browser.evaluate(
        ([selector, value]) => {
          const select = document.querySelector<HTMLSelectElement>(selector)!;
          select.value = value;
          select.dispatchEvent(new Event("change", { bubbles: true }));
        },
        [PARTS["export's format"], format] as const,
      );
      await done.pressPart("export");
      return madeFile("export");
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
