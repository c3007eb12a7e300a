import browser from "webextension-polyfill";
import type { Database } from "../store/database.ts";
import { forgetInIndex, INDEX_LOCK } from "../search/forget.ts";
import { forgetDeleted } from "../store/forget-deleted.ts";
import { countOldTags } from "../store/tag-counts.ts";
import { publishSites } from "./sites.ts";

/**
 * Puts in order what was left when the browser or the extension starts: removes what was deleted long ago, and tells the
 * detectors what holds now, in case the browser was ended before they were told.
 *
 * @param publishHighlightedSites tells them where there are highlights.
 */
export function tidyAtStart(database: Database, publishHighlightedSites: () => Promise<void>): void {
  const tidy = async (): Promise<void> => {
    await forget(database).catch((error) => console.error(error));
    await publishHighlightedSites();
    // Once, after an update from a version that did not count; where it was ended, it goes on here.
    await countOldTags(database).catch((error) => console.error(error));
    await publishSites(database);
  };
  browser.runtime.onInstalled.addListener(() => void tidy());
  browser.runtime.onStartup.addListener(() => void tidy());
}

/** Removes what was deleted long ago, from what is searched too. */
async function forget(database: Database): Promise<void> {
  const isAnyGone = await forgetDeleted(database, new Date());
  if (isAnyGone) await navigator.locks.request(INDEX_LOCK, () => forgetInIndex(database));
}

/**
 * Asks the browser not to throw the user's notes away when the disk is full. Firefox grants it together with the
 * `unlimitedStorage` permission; Chromium always answers no in an extension, where the permission alone is enough.
 */
export async function keepStorage(): Promise<void> {
  await navigator.storage.persist();
}
