import browser from "webextension-polyfill";

/** Shows a number on the toolbar button for one tab, or nothing for `null`. The browser clears it on navigation. */
export async function showBadge(tabId: number, count: number | null): Promise<void> {
  const text = count === null ? "" : count > 999 ? "999+" : String(count);
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: "#0f6a72" }),
    browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
  ]);
}
