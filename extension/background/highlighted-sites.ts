import browser, { type Tabs } from "webextension-polyfill";
import { HIGHLIGHTED_SITES } from "../detector/listed-sites.ts";
import { failure, type Result } from "../../src/result.ts";
import { done } from "../calls/serve.ts";
import type { Database } from "../store/database.ts";
import { ownerLabels } from "../store/owners.ts";
import { takeUpFormer } from "../store/former-key.ts";
import { annotationsOfPage, settingsOfSite } from "../store/queries.ts";
import { injectReader, type PageInTab, pagesIn } from "./inject.ts";

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

/**
 * Brings the user's highlights back to a page that is no article, and to the frames of any page, where there are some and the
 * site is not switched off.
 */
export async function showHighlights(database: Database, { id }: Pick<Tabs.Tab, "id">): Promise<Result<null>> {
  if (id === undefined) return failure("forbidden", "this call is for tabs");
  const pages = await pagesIn({ tabId: id, allFrames: true });
  const top = pages.find(({ frameId }) => frameId === 0);
  const show = async (shown: PageInTab): Promise<void> => {
    // A frame whose content stands in the page around it has no address of its own, and that page's highlights.
    const owner = /^https?:/.test(shown.met.url) ? shown : top;
    const host = hostOf(owner?.met.url ?? "");
    if (owner === undefined || host === null || (await settingsOfSite(database, host)).mode === "never") return;
    await takeUpFormer(database, owner, ownerLabels);
    if ((await annotationsOfPage(database, owner.page)).length > 0) await injectReader(id, shown.frameId);
  };
  await Promise.all(pages.map(show));
  return done;
}
