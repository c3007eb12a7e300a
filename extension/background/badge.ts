import browser from "webextension-polyfill";
import { message } from "../locale/message.ts";

const COLOUR = "#0f6a72";
/** What the button shows where a page is closed to the extension, and how long, in milliseconds. */
const REFUSED = "!";
const REFUSED_FOR = 5_000;

/** Shows a number on the toolbar button for one tab, or nothing for `null`. The browser clears it on navigation. */
export async function showBadge(tabId: number, count: number | null): Promise<void> {
  const text = count === null ? "" : count > 999 ? "999+" : String(count);
  await setBadge(tabId, text);
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
    await browser.action.setTitle({ tabId, title: message("pageClosed") });
    await setBadge(tabId, REFUSED);
    await new Promise((resolve) => {
      setTimeout(resolve, REFUSED_FOR);
    });
    // Another page in the tab has the button as it should be already.
    if ((await browser.action.getBadgeText({ tabId })) !== REFUSED) return;
    await browser.action.setTitle({ tabId, title: message("actionTitle") });
    await setBadge(tabId, before);
  } catch {
    // The tab was closed.
  }
}
