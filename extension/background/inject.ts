import browser from "webextension-polyfill";
import { parseAddress } from "../../src/page/address.ts";
import { identityOf, type PageAddresses } from "../../src/page/page-key.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { callTab } from "../calls/call.ts";
import { ownerWord, tellOwner } from "../calls/owner.ts";
import { ownerLabels } from "../store/owners.ts";

/**
 * Runs the reader in a tab's page. Injecting it again is harmless: a reader that finds another one leaves.
 * Fails on pages that the browser keeps extensions away from.
 */
export async function injectReader(tabId: number, frameId = 0): Promise<Result<null>> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await Promise.all([browser.scripting.insertCSS({ target, files: ["reader/reader.css"] }), tellWhoseItIs(target)]);
    await browser.scripting.executeScript({ target, files: ["reader/reader.js"] });
    return success(null);
  } catch (error) {
    return failure("unreachable", String(error));
  }
}

/** Leaves word in a frame of whose its host is, by the list of public suffixes, before the reader comes. */
async function tellWhoseItIs(target: { tabId: number; frameIds: number[] }): Promise<void> {
  // A frame whose content stands in the page around it has no address, but that page's origin.
  const [answer] = await browser.scripting.executeScript({ target, func: () => [location.href, self.origin] });
  const address = ((answer?.result ?? []) as string[]).map(parseAddress).find((found) => found !== null);
  if (address === undefined) return;
  const { host } = address;
  const args = ownerWord({ host, labels: ownerLabels(host) });
  await browser.scripting.executeScript({ target, func: tellOwner, args });
}

/**
 * Runs the detector in the pages that were open before the extension was installed or updated: Firefox does that by
 * itself, Chrome does not.
 */
export async function injectDetectors(): Promise<void> {
  if (location.protocol !== "chrome-extension:") return;
  const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const target = { tabId: id, frameIds: [0] };
      // Some pages, such as the browser's own store, are closed to extensions.
      await browser.scripting.executeScript({ target, files: ["detector/detector.js"] }).catch(() => null);
    }),
  );
}

/** Runs a part of the reader that is a script of its own in a frame whose reader waits for it. */
export async function injectPart(part: "overlay" | "corrector", tabId: number, frameId: number): Promise<Result<null>> {
  try {
    const target = { tabId, frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: [`reader/${part}.js`] });
    return success(null);
  } catch (error) {
    return failure("unreachable", String(error));
  }
}

/** Has the reader of a tab's page read it as an article, and runs it there first where there is none yet. */
export async function readArticle(tabId: number, frameId = 0): Promise<Result<null>> {
  const asked = await callTab(tabId, "readArticle", null, frameId);
  if (asked.ok || asked.error.code !== "unreachable") return asked;
  const injected = await injectReader(tabId, frameId);
  return injected.ok ? callTab(tabId, "readArticle", null, frameId) : injected;
}

/** Where a tab's page was met, and its identity. Fails on pages that the browser keeps extensions away from. */
export async function pageInTab(
  tabId: number,
): Promise<Result<{ readonly page: string; readonly met: PageAddresses }>> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => [
        location.href,
        document.querySelector<HTMLLinkElement>("link[rel~='canonical' i][href]")?.href ?? null,
      ],
    });
    const [url, canonical] = (answer?.result ?? []) as [string?, (string | null)?];
    if (url === undefined) return failure("unreachable", "the page did not answer");
    const met = { url, canonical: canonical ?? null };
    return success({ page: identityOf(met, ownerLabels), met });
  } catch (error) {
    return failure("unreachable", String(error));
  }
}
