import browser from "webextension-polyfill";

/** Where in the extension's storage it stands whether the user wants what is written in private windows to be kept. */
export const KEEPS_PRIVATE = "keepsPrivate";

/** Whether the user has allowed that what is written in private windows is kept. */
export async function keepsPrivate(): Promise<boolean> {
  const { [KEEPS_PRIVATE]: isAllowed } = await browser.storage.local.get(KEEPS_PRIVATE);
  return isAllowed === true;
}
