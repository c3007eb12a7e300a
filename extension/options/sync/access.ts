import browser from "webextension-polyfill";
import { patternOf } from "../../sync/address.ts";

/**
 * Asks the browser, and through it the user, whether the extension may speak to a server. To be called in what the user does,
 * before anything is waited for: browsers allow it nowhere else.
 */
export async function askForAccess(address: string): Promise<boolean> {
  const origins = [patternOf(address)];
  try {
    return await browser.permissions.request({ origins });
  } catch {
    return browser.permissions.contains({ origins });
  }
}
