import { expect } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";

/** What tests of the settings do in them. */

export async function openSettings(browser: BrowserDriver): Promise<void> {
  await browser.goto(`${browser.extensionOrigin}/options/options.html`);
  await until("the settings to be loaded", async () => {
    const [state] = await textsOf(browser, "#corrections li, #corrections .state");
    return state !== undefined && !state.startsWith("Loading");
  });
}

/** What the elements of the page say that a selector finds. */
export const textsOf = (browser: BrowserDriver, selector: string): Promise<string[]> =>
  browser.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].map((element) => element.textContent?.replace(/\s+/g, " ").trim() ?? ""),
    selector,
  );

/** Clicks what a selector finds first. */
export const press = (browser: BrowserDriver, selector: string): Promise<void> =>
  browser.evaluate((wanted) => {
    const element = document.querySelector<HTMLElement>(wanted);
    if (element === null) throw new Error(`the page has no ${wanted}`);
    element.click();
  }, selector);

/** Gives the settings a file to import, as their chooser would, and gives what came of it. */
export async function importText(browser: BrowserDriver, text: string): Promise<string[]> {
  await browser.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "backup.json", { type: "application/json" }));
    const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, text);
  return until("the import to end", async () => {
    const texts = await textsOf(browser, "#backup .notice");
    return texts.length > 0 && !texts[0]!.startsWith("Importing …") ? texts : null;
  });
}

/** Has a backup made, and gives its text. */
export async function exportText(browser: BrowserDriver): Promise<string> {
  await press(browser, "#backup button.primary");
  const link = await until("the backup", () =>
    browser.evaluate(() => {
      const anchor = document.querySelector<HTMLAnchorElement>("#backup a[download]");
      return anchor === null ? null : { name: anchor.download, url: anchor.href };
    }, null),
  );
  expect(link.name).toMatch(/^sourceline-\d{4}-\d\d-\d\d\.json$/);
  return browser.evaluate(async (url) => (await fetch(url)).text(), link.url);
}
