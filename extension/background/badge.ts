import browser from "webextension-polyfill";
import type { NameCount } from "../../src/reading/names.ts";
import { message } from "../locale/message.ts";
import { countOf, countText } from "../ui/texts/count-text.ts";

const COLOUR = "#0f6a72";
/** What the button shows where a page is closed to the extension, and how long, in milliseconds. */
const REFUSED = "!";
const REFUSED_FOR = 5_000;

/** Shows on a tab's toolbar button how many names its article has, or nothing for `null`. The browser clears it on navigation. */
export async function showCount(tabId: number, count: NameCount | null): Promise<void> {
  const all = count === null ? 0 : countOf(count);
  try {
    await browser.action.setTitle({ tabId, title: count === null ? message("actionTitle") : countText(count) });
    await setBadge(tabId, count === null ? "" : all > 999 ? "999+" : String(all));
  } catch {
    // The tab was closed.
  }
}

async function setBadge(tabId: number, text: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR }),
    browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
  ]);
}

/**
 * Says on the toolbar button, for some seconds, that the browser lets nobody do on a page what a shortcut has asked for:
 * nothing can be said on the page itself.
 */
export async function showRefusal(tabId: number): Promise<void> {
  try {
    const before = await browser.action.getBadgeText({ tabId });
    if (before === REFUSED) return;
    const title = await browser.action.getTitle({ tabId });
    await browser.action.setTitle({ tabId, title: message("pageClosed") });
    await setBadge(tabId, REFUSED);
    await new Promise((resolve) => {
      setTimeout(resolve, REFUSED_FOR);
    });
    // Another page in the tab has the button as it should be already.
    if ((await browser.action.getBadgeText({ tabId })) !== REFUSED) return;
    await browser.action.setTitle({ tabId, title });
    await setBadge(tabId, before);
  } catch {
    // The tab was closed.
  }
}
