import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { savedNotes, selectWords } from "../../../tools/start/steps.ts";

/** What tests of notes do in the editor, on the page and in the popup. */

/** The field of the overlay's editor that has the focus, or `null`: "textarea" or "input". */
export const focusedField = (browser: BrowserDriver): Promise<string | null> =>
  browser.inOverlay(
    (overlay) => overlay.activeElement?.closest(".editor textarea, .editor input")?.localName ?? null,
    null,
  );

export const isInOverlay = async (browser: BrowserDriver, selector: string): Promise<boolean> =>
  (await browser.inOverlay((overlay, wanted) => overlay.querySelector(wanted) !== null, selector)) === true;

export const overlayTexts = async (browser: BrowserDriver, selector: string): Promise<string[]> =>
  (await browser.inOverlay(
    (overlay, wanted) => [...overlay.querySelectorAll(wanted)].map(({ textContent }) => textContent ?? ""),
    selector,
  )) ?? [];

/** Selects words and opens the editor on them with the keyboard. */
export async function writeOn(browser: BrowserDriver, words: string): Promise<void> {
  await selectWords(browser, words);
  await browser.shortcut("highlight-and-note", "Alt+Shift+J");
  await until("the editor", async () => (await focusedField(browser)) === "textarea");
}

/** The stored note on some words. */
export const noteOn = async (browser: BrowserDriver, words: string): Promise<Annotation | undefined> =>
  (await savedNotes(browser)).find(({ target }) => target.selectors.quote.exact.replace(/\s+/g, " ") === words);

export const untilNote = (browser: BrowserDriver, words: string, text: string): Promise<unknown> =>
  until(`“${text}” to be saved`, async () => (await noteOn(browser, words))?.body.note === text);

/** Opens the popup on one of its tabs. */
export async function openPopup(browser: BrowserDriver, tab: string): Promise<void> {
  await browser.openPopup();
  await until(`the tab ${tab}`, () =>
    browser.inPopup((id) => {
      const button = document.querySelector<HTMLElement>(`#tab-${id}`);
      button?.click();
      return button?.ariaSelected === "true";
    }, tab),
  );
}

export const inPopupTexts = (browser: BrowserDriver, selector: string): Promise<string[]> =>
  browser.inPopup(
    (wanted) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent ?? ""),
    selector,
  );

/** Clicks what a selector finds in the popup, once it is there. */
export const clickInPopup = (browser: BrowserDriver, selector: string): Promise<unknown> =>
  until(`${selector} in the popup`, () =>
    browser.inPopup((wanted) => {
      const element = document.querySelector<HTMLElement>(wanted);
      element?.click();
      return element !== null;
    }, selector),
  );

/** Types into a field of the popup, in place of what is in it. */
export const fillInPopup = (browser: BrowserDriver, selector: string, text: string): Promise<unknown> =>
  until(`${selector} in the popup`, () =>
    browser.inPopup(
      ([wanted, typed]) => {
        const field = document.querySelector<HTMLInputElement>(wanted ?? "");
        if (field === null) return false;
        field.focus();
        field.value = typed ?? "";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        return true;
      },
      [selector, text],
    ),
  );
