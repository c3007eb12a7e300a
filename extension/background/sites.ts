import browser from "webextension-polyfill";
import { ALWAYS_READ, isReadAlways } from "../../src/article/always.ts";
import type { SiteSettings } from "../../src/messaging/protocol.ts";
import { type Result, success } from "../../src/messaging/result.ts";
import { callTab } from "../messaging/call.ts";
import type { Database } from "../store/database.ts";
import { chosenSites, settingsOfSite } from "../store/queries.ts";
import { readArticle } from "./inject.ts";
import { tellReaders } from "./tell-readers.ts";

/** Reads an article that was found at an address, unless the reader wants nothing read on its site. */
export async function readFound(database: Database, tabId: number, url: string): Promise<Result<null>> {
  const { mode } = await settingsOfSite(database, new URL(url).host);
  return mode === "never" ? success(null) : readArticle(tabId);
}

/** Brings the open pages of a site up to what the reader wants there now. */
export async function revisitSite({ site, mode }: SiteSettings): Promise<void> {
  await tellReaders({ kind: "site", site }, null);
  const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  const ours = tabs.filter(({ url }) => url !== undefined && new URL(url).host === site);
  await Promise.all(ours.map(({ id }) => (id === undefined ? null : revisitTab(id, mode))));
}

async function revisitTab(tabId: number, mode: SiteSettings["mode"]): Promise<void> {
  if (mode === "never") return;
  const decision = await callTab(tabId, "describeDecision", null);
  if (!decision.ok) return;
  const isWanted = decision.value.isArticle || (mode === "always" && isReadAlways(decision.value));
  if (isWanted) await readArticle(tabId);
}

/** Tells the detectors on which sites every page is read: they look there, and wake nobody for it. */
export async function publishSites(database: Database): Promise<void> {
  const sites = await chosenSites(database);
  await browser.storage.local.set({
    [ALWAYS_READ]: sites.filter(({ mode }) => mode === "always").map(({ site }) => site),
  });
}
