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
  "backup's state": "#backup .now",
  "back up every week": "#backup input[value=weekly]",
  "never back up by itself": "#backup input[value=never]",
  "next backup": "#backup .next",
  "failed backup": "#backup .schedule .error",
  reminder: ".reminder p",
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
  "what is wrong with the template": "#export .template .error",
  "the default template": "#export .template > button",
  "template's preview": "#export figure pre",
  "mark everything": "#marking .levels label:nth-of-type(1) input",
  "mark sources": "#marking .levels label:nth-of-type(2) input",
  "mark what is pointed at": "#marking .levels label:nth-of-type(3) input",
  "mark nothing": "#marking .levels label:nth-of-type(4) input",
  "mark places": "#marking .kinds label:nth-of-type(2) input",
  site: "#sites li",
  "no site": "#sites .state",
  "forget the site": "#sites li button",
  pause: "#reading [type=checkbox]",
  "read all but the sites below": "#reading [type=radio]",
  "read only the sites below": "#reading label:last-child [type=radio]",
  "site to add": "#sites form input",
  "add the site": "#sites form button",
  "no such site": "#sites [role=alert]",
  access: "#access .now",
  "change access": "#access button",
  "keep what is private": "#private input",
  shortcut: "#shortcuts li",
  "change shortcuts": "#shortcuts button",
  "sync code to paste": "#sync .set-up .code",
  "sync address": "#sync .set-up .address",
  "sync database": "#sync .set-up .database",
  "sync name": "#sync .set-up .user",
  "sync password": "#sync .set-up .password",
  "sync passphrase": "#sync .set-up .passphrase",
  "test the sync": "#sync .set-up [type=submit]",
  "sync's preview": "#sync .preview",
  "start the sync": "#sync .preview button",
  "what is wrong with the sync": "#sync [role=alert]",
  "sync's last": "#sync .last",
  "sync waits": "#sync .waiting",
  "sync now": "#sync .sync-now",
  "pause the sync": "#sync .pause",
  "sync is paused": "#sync .paused",
  "more of the sync": "#sync summary",
  "show the sync's code": "#sync .show-code",
  "code to scan": "#sync .qr path",
  "to settle": "#sync .unsettled li",
  "text to settle": "#sync .texts .text p",
  "keep both texts": "#sync .unsettled .both",
  "leave the sync": "#sync .leave",
  "remove from the server": "#sync .remove",
  "passphrase to start over with": "#sync .ending .again",
  "start the sync over": "#sync .start-over",
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

  const chooseFormat = async (format: string): Promise<void> => {
    await until("the ways out", () => seen.shows("export's format"));
    await browser.evaluate(
      ([selector, value]) => {
        const select = document.querySelector<HTMLSelectElement>(selector)!;
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      },
      [PARTS["export's format"], format] as const,
    );
  };

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

  /** Moves the mouse onto a part; what stands above it may come later, and move it. */
  const mouseOn = (part: OptionsPart): Promise<{ readonly x: number; readonly y: number }> =>
    until(`the mouse on ${part}`, async () => {
      const middle = await browser.evaluate((selector) => {
        const element = document.querySelector(selector);
        element?.scrollIntoView({ block: "center" });
        const box = element?.getBoundingClientRect();
        return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }, PARTS[part]);
      if (middle === null) return null;
      await browser.hover(middle.x, middle.y);
      const isOn = await browser.evaluate(
        (selector) => document.querySelector(selector)?.matches(":hover") === true,
        PARTS[part],
      );
      return isOn ? middle : null;
    });

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
    /** Gives the address of a server and the rest, and tests it. */
    async testSync(server: Readonly<Record<"address" | "database" | "name" | "password" | "passphrase", string>>) {
      for (const [field, text] of Object.entries(server)) await done.fill(`sync ${field}` as OptionsPart, text);
      await done.pressPart("test the sync");
    },
    /** The code for another machine. */
    async syncCode(): Promise<string> {
      await done.pressPart("show the sync's code");
      return until("the code", () =>
        browser.evaluate(() => document.querySelector<HTMLTextAreaElement>("#sync textarea")?.value, null),
      );
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
    chooseFormat,
    /** Whether a choice is made. */
    isChosen: (part: OptionsPart): Promise<boolean> =>
      browser.evaluate((selector) => document.querySelector<HTMLInputElement>(selector)?.checked === true, PARTS[part]),
    /** What stands in the field of the template. */
    template: (): Promise<string> =>
      browser.evaluate(
        (selector) => document.querySelector<HTMLTextAreaElement>(selector)?.value ?? "",
        PARTS.template,
      ),
    /** Whether the export can be asked for now. */
    mayExport: (): Promise<boolean> =>
      browser.evaluate(
        (selector) => document.querySelector<HTMLButtonElement>(selector)?.disabled === false,
        PARTS.export,
      ),
    /** Exports everything in a format, and gives the file. */
    async export(format: string): Promise<{ name: string; text: string }> {
      await chooseFormat(format);
      await done.pressPart("export");
      return madeFile("export");
    },
    hover: async (part: OptionsPart): Promise<void> => void (await mouseOn(part)),
    /** Clicks a part with the mouse itself, which alone may ask the browser for something. */
    async click(part: OptionsPart): Promise<void> {
      const { x, y } = await mouseOn(part);
      await browser.click(x, y);
    },
  };
}
