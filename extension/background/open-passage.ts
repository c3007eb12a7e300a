import browser, { type Tabs } from "webextension-polyfill";
import { identityOf } from "../../src/page/page-key.ts";
import { siteOf } from "../../src/page/site.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { callTab } from "../calls/call.ts";
import type { RevealTarget } from "../calls/schemas.ts";
import { ownerLabels } from "../store/owners.ts";
import { pageInTab } from "./inject.ts";

/** How long a page is given to be loaded and read, and how often it is asked meanwhile, in milliseconds. */
const PATIENCE = 30_000;
const PACE = 250;
/** After so long without the words on a page that is there, the user is told that they were not found, in milliseconds. */
const TOLD_AFTER = 6_000;

/**
 * Goes to the tab that shows a page, or opens it, and shows words of it as soon as its reader knows them. Answers once
 * the tab is there: the words may be long in coming, and may have left the page.
 *
 * @param page its identity: a tab may have it at another address, such as without the parameters of a newsletter.
 */
export async function openPassage(
  url: string,
  page: string | null,
  target: RevealTarget | null,
): Promise<Result<null>> {
  try {
    const open = await tabWith(url, page);
    const tab = open ?? (await browser.tabs.create({ url }));
    if (tab.id === undefined) return failure("unreachable", "the tab has no number");
    if (open !== null) {
      await browser.tabs.update(tab.id, { active: true });
      if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    }
    if (target !== null) void reveal(tab.id, target);
    return success(null);
  } catch (error) {
    return failure("unreachable", String(error));
  }
}

/** The tab that has a page: at its very address, at another address of it or, by what the page says of itself, elsewhere. */
async function tabWith(url: string, page: string | null): Promise<Tabs.Tab | null> {
  const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"] });
  const keyOf = (address: string): string => identityOf({ url: address, canonical: null }, ownerLabels);
  const keys = new Set([keyOf(url), page]);
  const addressed =
    tabs.find((tab) => withoutFragment(tab.url ?? "") === withoutFragment(url)) ??
    tabs.find((tab) => keys.has(keyOf(tab.url ?? "")));
  if (addressed !== undefined || page === null) return addressed ?? null;
  const siteAt = (address: string): string => siteOf(new URL(address).host, ownerLabels);
  for (const tab of tabs) {
    if (tab.id === undefined || tab.discarded === true || siteAt(tab.url ?? url) !== siteAt(url)) continue;
    const found = await pageInTab(tab.id);
    if (found.ok && found.value.page === page) return tab;
  }
  return null;
}

/** Shows words as soon as they are there. Where a page has been read for a while without them, the user is told, once. */
async function reveal(tabId: number, target: RevealTarget): Promise<void> {
  let missed: number | null = null;
  let isTold = false;
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    if ((await callTab(tabId, "reveal", target, "inner")).ok) return;
    const isTimeToTell: boolean = !isTold && missed !== null && Date.now() - missed > TOLD_AFTER;
    const shown = await callTab(tabId, "reveal", { ...target, isTold: isTimeToTell }, 0);
    if (shown.ok) return;
    isTold ||= isTimeToTell;
    if (shown.error.code === "not-found") missed ??= Date.now();
    await new Promise((resolve) => {
      setTimeout(resolve, PACE);
    });
  }
}

const withoutFragment = (url: string): string => url.replace(/#.*$/, "");
