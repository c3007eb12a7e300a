import browser from "webextension-polyfill";

/**
 * Whether the extension that this script belongs to is there still. After an update the scripts of the old version live
 * on in Chromium, with nobody to answer them.
 */
export function isExtensionThere(): boolean {
  try {
    return (browser.runtime as { readonly id?: string } | undefined)?.id !== undefined;
  } catch {
    return false;
  }
}
