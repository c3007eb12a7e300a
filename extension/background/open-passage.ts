import browser from "webextension-polyfill";
import { failure, type Result, success } from "../../src/result.ts";
import { callTab } from "../calls/call.ts";
import type { RevealTarget } from "../calls/schemas.ts";

/** How long a page is given to be loaded and read, and how often it is asked meanwhile, in milliseconds. */
const PATIENCE = 30_000;
const PACE = 250;

/**
 * Goes to the tab that shows a page, or opens it, and shows words of it as soon as its reader knows them. Answers once
 * the tab is there: the words may be long in coming, and may have left the page.
 */
export async function openPassage(url: string, target: RevealTarget | null): Promise<Result<null>> {
  try {
    const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"] });
    const open = tabs.find((tab) => withoutFragment(tab.url ?? "") === withoutFragment(url));
    const tab = open ?? (await browser.tabs.create({ url }));
    if (tab.id === undefined) return failure("unreachable", "the tab has no number");
    if (open !== undefined) {
      await browser.tabs.update(tab.id, { active: true });
      if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    }
    if (target !== null) void reveal(tab.id, target);
    return success(null);
  } catch (error) {
    return failure("unreachable", String(error));
  }
}

async function reveal(tabId: number, target: RevealTarget): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    for (const frame of [0, "inner"] as const) {
      if ((await callTab(tabId, "reveal", target, frame)).ok) return;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, PACE);
    });
  }
}

const withoutFragment = (url: string): string => url.replace(/#.*$/, "");
