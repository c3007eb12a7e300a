import browser from "webextension-polyfill";
import { WELCOME } from "../welcome/place.ts";

/** Opens the page that says what Sourceline does, and how. */
export async function welcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
}
