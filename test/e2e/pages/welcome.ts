import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { doneIn, inDocument, seenIn } from "./parts.ts";

const PARTS = {
  title: ".title",
  found: ".found",
  source: ".said summary b",
  "what is said": ".said details[open] li",
  key: "#keys kbd",
  badge: ".badge",
  "open pages": "#open-pages p",
  button: "#kept button",
} as const;

/** What a user does and sees on the first page after the installation, which is the help too. */
export function welcomeOf(browser: BrowserDriver) {
  const within = inDocument((run, input, library) => browser.evaluate(run, input, library));
  const seen = seenIn(PARTS, within);
  const done = doneIn(PARTS, within);
  return {
    ...seen,
    ...done,
    /** Opens it as the help. */
    async open(): Promise<void> {
      await browser.goto(`${browser.extensionOrigin}/welcome/welcome.html`);
      await until("the article to be read", () => seen.shows("found"));
    },
    /** The addresses of the tabs that show it, and whether each is in front. */
    tabs: (): Promise<{ hash: string; active: boolean }[]> =>
      browser.inExtension(async () => {
        const { chrome } = globalThis as unknown as { chrome: typeof import("webextension-polyfill") };
        const tabs = await chrome.tabs.query({ url: chrome.runtime.getURL("welcome/*") });
        return tabs.map(({ url = "", active }) => ({ hash: url.split("#")[1] ?? "", active }));
      }, null),
  };
}
