import browser from "webextension-polyfill";
import { failure, type Result, success } from "../../src/messaging/result.ts";

/**
 * Runs the reader in a frame of a tab. Injecting it again is harmless: a reader that finds another one leaves.
 * Fails on pages that the browser keeps extensions away from.
 */
export async function injectReader(tabId: number, frameId = 0): Promise<Result<null>> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await browser.scripting.insertCSS({ target, files: ["content/reader.css"] });
    await browser.scripting.executeScript({ target, files: ["content/reader.js"] });
    return success(null);
  } catch (error) {
    return failure("unreachable", String(error));
  }
}
