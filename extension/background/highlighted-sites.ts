import browser, { type Tabs } from "webextension-polyfill";
import { HIGHLIGHTED_SITES } from "../detector/listed-sites.ts";
import { failure, type Result, success } from "../../src/result.ts";
import type { Database } from "../store/database.ts";
import { ownerLabels } from "../store/owners.ts";
import { takeUpFormer } from "../store/former-key.ts";
import { annotationsOfPage, settingsOfSite } from "../store/queries.ts";
import { injectReader, pageInTab } from "./inject.ts";

/**
 * Tells the detectors on which hosts there are highlights, from now on. A host stays named when its last highlight is deleted,
 * which may be undone; on such a host a page costs one question more, and no page shows anything for it.
 *
 * @returns tells them anew of all that is stored: hosts whose highlights are gone for good are named no more, and those are
 * whose highlight was stored while the browser ended before it was written here.
 */
export function publishHighlightedSites(database: Database): () => Promise<void> {
  /** One write after the other: each begins with what the one before has written. */
  let written: Promise<void> = Promise.resolve();
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    written = written.then(write).catch((error) => console.error(error));
    return written;
  };
  let added = new Set<string>();
  const addNew = async (): Promise<void> => {
    const hosts = added;
    added = new Set();
    await addHosts(hosts);
  };
  database.annotations.hook("creating", (_id, { target }) => {
    const host = hostOf(target.source);
    if (host === null) return;
    // An import creates many at once.
    if (added.size === 0) void inTurn(addNew);
    added.add(host);
  });
  // What is created while this reads is named after it: its own write comes later.
  const publishAll = async (): Promise<void> => {
    const hosts = new Set<string | null>();
    await database.annotations.each(({ target }) => hosts.add(hostOf(target.source)));
    await browser.storage.local.set({ [HIGHLIGHTED_SITES]: [...hosts].filter((host) => host !== null).toSorted() });
  };
  return () => inTurn(publishAll);
}

async function addHosts(hosts: ReadonlySet<string>): Promise<void> {
  const { [HIGHLIGHTED_SITES]: stored } = await browser.storage.local.get(HIGHLIGHTED_SITES);
  const known = new Set(Array.isArray(stored) ? (stored as string[]) : []);
  const all = new Set([...known, ...hosts]);
  if (all.size > known.size) await browser.storage.local.set({ [HIGHLIGHTED_SITES]: [...all].toSorted() });
}

/** An address may come out of a backup, and be none to the browser. */
const hostOf = (source: string): string | null => (URL.canParse(source) ? new URL(source).host : null);

/** Brings the user's highlights back to a page that is no article, where there are any and the site is not switched off. */
export async function showHighlights(
  database: Database,
  { id, url }: Pick<Tabs.Tab, "id" | "url">,
): Promise<Result<null>> {
  if (id === undefined || url === undefined) return failure("forbidden", "this call is for tabs");
  const { mode } = await settingsOfSite(database, new URL(url).host);
  if (mode === "never") return success(null);
  const found = await pageInTab(id);
  if (!found.ok) return found;
  await takeUpFormer(database, found.value, ownerLabels);
  return (await annotationsOfPage(database, found.value.page)).length > 0 ? injectReader(id) : success(null);
}
