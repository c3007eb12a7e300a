/**
 * Asks the browser not to throw the reader's notes away when the disk is full. Firefox grants it together with the
 * `unlimitedStorage` permission; Chromium always answers no in an extension, where the permission alone is enough.
 */
export async function keepStorage(): Promise<void> {
  await navigator.storage.persist();
}
