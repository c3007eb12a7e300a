import browser, { type Tabs } from "webextension-polyfill";
import { MARKED_SITES } from "../../src/annotation/marked-sites.ts";
import { failure, type Result, success } from "../../src/messaging/result.ts";
import type { Database } from "../store/database.ts";
import { annotationsOfPage, settingsOfSite } from "../store/queries.ts";
import { identityOfTab } from "./identity.ts";
import { injectReader } from "./inject.ts";

/**
 * Tells the detectors on which hosts there are marks. A host stays named when its last mark is deleted, which may be
 * undone; on such a host a page costs one question more, and no page shows anything for it.
 */
export function publishMarkedSites(database: Database): void {
  /** One write after the other: each begins with what the one before has written. */
  let written: Promise<unknown> = Promise.resolve();
  const add = (hosts: ReadonlySet<string>): void => {
    written = written.then(() => addHosts(hosts)).catch((error) => console.error(error));
  };
  database.annotations.hook("creating", (_id, { target }) => add(new Set([hostOf(target.source)])));
  // What was stored before there was such a list, or while the browser ended before it was written.
  const publishAll = async (): Promise<void> => {
    const hosts = new Set<string>();
    await database.annotations.each(({ target }) => hosts.add(hostOf(target.source)));
    add(hosts);
  };
  browser.runtime.onInstalled.addListener(() => void publishAll());
  browser.runtime.onStartup.addListener(() => void publishAll());
}

async function addHosts(hosts: ReadonlySet<string>): Promise<void> {
  const { [MARKED_SITES]: stored } = await browser.storage.local.get(MARKED_SITES);
  const known = new Set(Array.isArray(stored) ? (stored as string[]) : []);
  const all = new Set([...known, ...hosts]);
  if (all.size > known.size) await browser.storage.local.set({ [MARKED_SITES]: [...all].toSorted() });
}

const hostOf = (source: string): string => new URL(source).host;

/** Brings the reader's marks back to a page that is no article, where there are any and the site is not switched off. */
export async function showMarks(database: Database, { id, url }: Pick<Tabs.Tab, "id" | "url">): Promise<Result<null>> {
  if (id === undefined || url === undefined) return failure("forbidden", "this call is for tabs");
  const { mode } = await settingsOfSite(database, hostOf(url));
  if (mode === "never") return success(null);
  const page = await identityOfTab(id);
  if (!page.ok) return page;
  return (await annotationsOfPage(database, page.value)).length > 0 ? injectReader(id) : success(null);
}
