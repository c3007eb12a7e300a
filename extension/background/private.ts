import browser from "webextension-polyfill";
import { keepsPrivate } from "../calls/private-window.ts";
import type { MayStore } from "../calls/serve.ts";

/** Nothing of a page in a private window is stored, unless the user allows it in the settings. */
export const mayStore: MayStore = async (sender) =>
  !(sender.tab?.incognito ?? (await isUserInPrivateWindow())) || (await keepsPrivate());

/** Popup and panel stand in no tab: they are about the page in front of the user. */
async function isUserInPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getLastFocused()).incognito;
}
