import browser, { type Tabs } from "webextension-polyfill";
import { ALWAYS_READ } from "../detector/listed-sites.ts";
import type { FramePath } from "../calls/schemas.ts";
import { hostsNamed, isGeneral, type SiteSettings } from "../../src/annotation/records/site-settings.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { callTab } from "../calls/call.ts";
import type { Database } from "../store/database.ts";
import { readingOf, settingsOfSite } from "../store/queries.ts";
import { findFrame } from "./frames.ts";
import { readArticle } from "./inject.ts";
import { inTime, tellReaders } from "./tell-readers.ts";

/** Reads an article that was found in a tab, unless the user wants nothing read on its site. `path` leads to its frame. */
export async function readFound(
  database: Database,
  { id, url }: Pick<Tabs.Tab, "id" | "url">,
  path: FramePath = [],
): Promise<Result<null>> {
  if (id === undefined || url === undefined) return failure("forbidden", "this call is for tabs");
  const { mode } = await settingsOfSite(database, new URL(url).host);
  if (mode === "never") return success(null);
  if (path.length === 0) return readArticle(id);
  const frame = await findFrame(id, path);
  return frame.ok ? readArticle(id, frame.value) : frame;
}

/** Brings the open pages of a site, or of all, up to what the user wants there now. */
export async function revisitSite({ site, mode }: SiteSettings): Promise<void> {
  const isAll = isGeneral(site);
  const hosts: readonly string[] = hostsNamed(site);
  if (isAll) await tellReaders({ kind: "everything" }, null);
  else await Promise.all(hosts.map((host) => tellReaders({ kind: "site", site: host }, null)));
  if (mode === "never") return;
  const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  const ours = tabs.filter(({ url }) => url !== undefined && (isAll || hosts.includes(new URL(url).host)));
  await Promise.all(ours.map(({ id }) => (id === undefined ? null : inTime(callTab(id, "lookAgain", null)))));
}

/**
 * Tells the detectors on which sites every page is read: they look there, and wake nobody for it. Where the browser
 * stores nothing more, what was chosen is in the database still, and they are told when the browser starts next.
 */
export async function publishSites(database: Database): Promise<void> {
  try {
    const { chosen } = await readingOf(database);
    const alwaysRead = chosen.filter(({ mode }) => mode === "always").flatMap(({ site }) => hostsNamed(site));
    await browser.storage.local.set({ [ALWAYS_READ]: alwaysRead });
  } catch (error) {
    console.error(error);
  }
}
