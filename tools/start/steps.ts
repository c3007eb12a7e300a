import type { Annotation } from "../../src/annotation/records/annotation.ts";
import { HOST } from "../../extension/reader/overlay/host-name.ts";
import type { PageReport } from "../../extension/calls/page-report.ts";
import type { BrowserDriver } from "../browsers/driver.ts";
import { storedRecords } from "./stored.ts";

/** What a person does on a page, for the round of `npm start` and for the browser tests. */

/** What the reader in the current tab reports, or null where none answers yet. Asked as the popup asks it. */
export function askReader(browser: BrowserDriver): Promise<PageReport | null> {
  return browser.inExtension(async () => {
    const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    try {
      const answer = (await api.tabs.sendMessage(tab?.id ?? -1, { call: "describePage", input: null })) as
        { ok: true; value: PageReport } | undefined;
      return answer?.value ?? null;
    } catch {
      return null;
    }
  }, null);
}

/** The stored annotations, newest first, read from the database itself. */
export async function savedNotes(browser: BrowserDriver): Promise<Annotation[]> {
  const records = await storedRecords<Annotation>(browser, "annotations");
  return records.filter(({ deleted }) => deleted === null).toSorted((a, b) => b.created.localeCompare(a.created));
}

/** Selects the first place where `words` stand in one block of the page, as the keyboard would, and scrolls there. */
export async function selectWords(browser: BrowserDriver, words: string): Promise<void> {
  await goToWords(browser, words, true);
}

/** The middle of the first line of some words, in the viewport, after scrolling to them. The selection is dropped. */
export function centreOf(browser: BrowserDriver, words: string): Promise<{ x: number; y: number }> {
  return goToWords(browser, words, false);
}

/** In one step of the page: what the extension does late, after an earlier step, may drop a selection. */
async function goToWords(
  browser: BrowserDriver,
  words: string,
  isSelected: boolean,
): Promise<{ readonly x: number; readonly y: number }> {
  // Who selects on the page has left what lies on top of it: with a click beside everything.
  const isFocusOnTop = await browser.evaluate(
    (overlay) => document.activeElement?.matches(overlay) === true,
    `[${HOST}]`,
  );
  if (isFocusOnTop) await browser.click(2, 2);
  const { x, y } = await browser.evaluate(
    (input) => {
      const range = findWords(input.words);
      range.startContainer.parentElement?.scrollIntoView({ block: "center" });
      getSelection()?.removeAllRanges();
      if (input.isSelected) getSelection()?.addRange(range);
      const rectangle = range.getClientRects()[0];
      if (rectangle === undefined) throw new Error(`“${input.words}” is nowhere to be seen`);
      return {
        x: rectangle.left + rectangle.width / 2,
        y: rectangle.top + rectangle.height / 2,
      };

      /** Finds words whatever white space the markup has between them. */
      function findWords(text: string): Range {
        const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
        for (const block of document.querySelectorAll("p, h1, h2, figcaption, li")) {
          const nodes: Text[] = [];
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) nodes.push(walker.currentNode as Text);
          const match = pattern.exec(nodes.map(({ data }) => data).join(""));
          if (match === null) continue;
          const made = document.createRange();
          let before = 0;
          for (const node of nodes) {
            const from = match.index - before;
            const to = match.index + match[0].length - before;
            if (from >= 0 && from < node.length) made.setStart(node, from);
            if (to > 0 && to <= node.length) made.setEnd(node, to);
            before += node.length;
          }
          return made;
        }
        throw new Error(`the page has no words “${text}”`);
      }
    },
    { words, isSelected },
  );
  // A selection counts when the user lets go of a button or of Shift.
  await browser.press("Shift");
  return { x, y };
}
