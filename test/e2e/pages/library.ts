import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { KeptArticle } from "../../../src/annotation/records/kept-article.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import type { Options } from "./options.ts";
import { copiesIn, doneIn, inDocument, seenIn } from "./parts.ts";

const PARTS = {
  heading: "main h2",
  count: "main .above-list [role=status]",
  state: "main .state",
  part: "nav a",
  search: ".search-field input",
  "keep the search": ".search-field button",
  "kept search": "main .plain-list a",
  row: "[role=option]",
  note: ".row-note .row-text",
  article: ".row-article .row-text b",
  hit: ".row-note .hit",
  facet: ".facet",
  "row's box": ".row-note .box",
  selected: "[role=option][aria-selected=true]",
  "selected count": ".bulk [role=status]",
  "tag to add": ".bulk input",
  "bulk's button": ".bulk button",
  name: "main .names a",
  "who is listed": "main .names a > :first-child",
  "pane's heading": ".pane h2",
  "pane's facts": ".pane h2 + p",
  passage: ".pane .note",
  "open at the passage": ".pane .open-passage",
  statement: ".pane .statements > li > button:not(.reattribute)",
  "copy the statement": ".pane .statements .reattribute",
  "statement's article": ".pane .said-by p",
  "keep the article": ".pane .article-head [aria-pressed]",
  citation: ".cited",
  chart: ".pane .chart canvas",
  figures: ".pane .figures tr",
  "who is compared": ".pane .compared li > [dir]",
  "open the comparing": ".comparing summary",
  "name to compare with": ".comparing input",
  "name to compare": ".comparing .list button",
  "compare no more": ".compared button",
  "same story": ".pane .other-outlet h3",
  "way to the same story": ".pane .other-outlet a",
  "note on the same story": ".pane .other-outlet .note-text",
  "citation's style": ".citation .row button",
  "open the merging": ".merging summary",
  "spelling to find": ".merging input",
  "spelling to merge": ".merging details button",
  "merged spelling": ".merging > .list li",
  split: ".merging > .list button",
  reminder: ".reminder p",
  "export what was found": ".above-list .open-export",
  "export what is open": ".pane .open-export",
  "export's format": ".export select",
  "export now": ".export .primary",
  "send to Obsidian": ".export .to-obsidian",
  "way to Obsidian": ".export .notice a[href]",
  "note's state": ".row-note .state-of",
  "last change": ".bar [role=status]",
  "undo the last change": ".bar button",
  making: ".making",
  "text to settle": "main .unsettled .text p",
  "keep both texts": "main .unsettled .both",
  "edit what is open": ".pane .note .row .plain:not(.danger, .end)",
  "field of what is open": ".pane .note textarea",
} as const;
export type Library = ReturnType<typeof libraryOf>;

/** What a user does and sees in the library. */
export function libraryOf(browser: BrowserDriver, options: Pick<Options, "open" | "import">) {
  const within = inDocument((run, input, library) => browser.evaluate(run, input, library));
  const seen = seenIn(PARTS, within);
  const done = doneIn(PARTS, within);
  const open = async (hash = ""): Promise<void> => {
    // A change of the fragment alone loads nothing.
    await browser.goto("about:blank");
    await browser.goto(`${browser.extensionOrigin}/library/library.html${hash}`);
    await until("the library", async () => (await seen.texts("part")).length > 0);
  };
  return {
    ...seen,
    ...done,
    ...copiesIn((run, input) => browser.evaluate(run, input)),
    open,
    /** Opens the library with what a backup of these records brings. */
    async openWith(annotations: readonly Annotation[], articles: readonly KeptArticle[]): Promise<void> {
      const backup = { format: "sourceline-backup", version: 2, exported: "2024-05-01T10:00:00.000Z" };
      await options.open();
      await options.import(
        JSON.stringify({ ...backup, annotations, articles, corrections: [], sites: [], subjectNotes: [] }),
      );
      await open();
    },
    /** Exports a part of the library as plain text, and gives that. */
    async exportText(part: "export what was found" | "export what is open"): Promise<string> {
      await done.pressPart(part);
      await done.fill("export's format", "text");
      await done.pressPart("export now");
      const url = await until("the file", () =>
        browser.evaluate(() => document.querySelector<HTMLAnchorElement>(".export a[download]")?.href, null),
      );
      const text = await browser.evaluate(async (address) => (await fetch(address)).text(), url);
      await done.pressPart(part);
      return text;
    },
    /** Where a link leads. */
    addressOf: (part: keyof typeof PARTS): Promise<string | null> =>
      browser.evaluate((selector) => document.querySelector<HTMLAnchorElement>(selector)?.href ?? null, PARTS[part]),
    /** Clicks one of several of a part, counted from 0. */
    pressNth: (part: keyof typeof PARTS, at: number): Promise<void> =>
      browser.evaluate(([selector, index]) => document.querySelectorAll<HTMLElement>(selector)[index]?.click(), [
        PARTS[part],
        at,
      ] as const),
    /** Presses a key with others held, where the focus is. */
    pressWith: (key: string, held: { readonly shiftKey?: boolean; readonly ctrlKey?: boolean } = {}): Promise<void> =>
      browser.evaluate(
        (input) => {
          const init = { key: input.key, bubbles: true, cancelable: true, ...input.held };
          document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", init));
        },
        { key, held },
      ),
    /** The library's address after its page. */
    address: (): Promise<string> => browser.evaluate(() => location.hash, null),
    back: (): Promise<void> => browser.evaluate(() => history.back(), null),
  };
}
