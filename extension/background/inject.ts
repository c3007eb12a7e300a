import browser from "webextension-polyfill";
import { parseAddress } from "../../src/page/address.ts";
import { identityOf, type PageAddresses } from "../../src/page/page-key.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { callTab } from "../calls/call.ts";
import type { ReaderPart } from "../calls/schemas.ts";
import { ownerWord, tellOwner } from "../calls/owner.ts";
import { HOST } from "../reader/overlay/host-name.ts";
import { ownerLabels } from "../store/owners.ts";
import { takeOver } from "./take-over.ts";

/**
 * Runs the reader in a tab's page. Injecting it again is harmless: a reader that finds another one leaves.
 * Fails on pages that the browser keeps extensions away from, and in a private frame, whose words are no page's.
 */
export async function injectReader(tabId: number, frameId = 0): Promise<Result<null>> {
  const target = { tabId, frameIds: [frameId] };
  try {
    const place = await lookAround(target);
    if (place === null) return failure("unreachable", "this is nobody's page");
    // The reader takes away what stands on the page of a former one.
    if (place.hasOverlay) await takeOver(tabId);
    await browser.scripting.insertCSS({ target, files: ["reader/reader.css"] });
    await browser.scripting.executeScript({ target, files: ["reader/reader.js"] });
    return success(null);
  } catch (error) {
    return failure("unreachable", String(error));
  }
}

/** What there is in a frame before a reader comes. */
interface Surroundings {
  /** Whether an overlay stands there, of this reader or of a former version's. */
  readonly hasOverlay: boolean;
}

/**
 * Leaves word in a frame of whose its host is, by the list of public suffixes, before the reader comes. Gives `null` where
 * it is nobody's.
 */
async function lookAround(target: { tabId: number; frameIds: number[] }): Promise<Surroundings | null> {
  const [answer] = await browser.scripting.executeScript({
    target,
    func: (overlay: string) => ({
      // A frame whose content stands in the page around it has no address, but that page's origin.
      addresses: [location.href, self.origin],
      hasOverlay: Document.prototype.querySelector.call(document, `[${overlay}]`) !== null,
    }),
    args: [HOST],
  });
  const { addresses = [], hasOverlay = false } = (answer?.result ?? {}) as {
    addresses?: string[];
    hasOverlay?: boolean;
  };
  const address = addresses.map(parseAddress).find((found) => found !== null);
  if (address === undefined) return null;
  const { host } = address;
  const args = ownerWord({ host, labels: ownerLabels(host) });
  await browser.scripting.executeScript({ target, func: tellOwner, args });
  return { hasOverlay };
}

/**
 * Goes on in the pages that were open before the extension was installed or updated. Runs the detector there: Firefox does
 * that by itself, Chrome does not.
 */
export async function goOnInOpenPages(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      await takeOver(id);
      if (location.protocol !== "chrome-extension:") return;
      const target = { tabId: id, frameIds: [0] };
      // Some pages, such as the browser's own store, are closed to extensions.
      await browser.scripting.executeScript({ target, files: ["detector/detector.js"] }).catch(() => null);
    }),
  );
}

/** Runs a part of the reader that is a script of its own in a frame whose reader waits for it. */
export async function injectPart(part: ReaderPart, tabId: number, frameId: number): Promise<Result<null>> {
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

/** A page that stands in a tab, or in a frame of it. */
export interface PageInTab {
  readonly frameId: number;
  readonly page: string;
  readonly met: PageAddresses;
}

/** Where a tab's page was met, and its identity. Fails on pages that the browser keeps extensions away from. */
export async function pageInTab(tabId: number): Promise<Result<PageInTab>> {
  const [page] = await pagesIn({ tabId });
  return page === undefined ? failure("unreachable", "the page did not answer") : success(page);
}

/**
 * The page of a tab and those in its frames, each of which says what its address is. None where the browser keeps extensions
 * away, or where the tab has gone meanwhile.
 */
export async function pagesIn(target: { tabId: number; allFrames?: boolean }): Promise<readonly PageInTab[]> {
  try {
    const answers = await browser.scripting.executeScript({
      target,
      func: () => [
        location.href,
        // Past the names that a page may have given its elements (`dom/page/unnamed.ts`).
        (Document.prototype.querySelector.call(document, "link[rel~='canonical' i][href]") as HTMLLinkElement | null)
          ?.href ?? null,
      ],
    });
    return answers.flatMap(({ frameId, result }) => {
      const [url, canonical] = (result ?? []) as [string?, (string | null)?];
      if (url === undefined) return [];
      const met = { url, canonical: canonical ?? null };
      return [{ frameId, page: identityOf(met, ownerLabels), met }];
    });
  } catch {
    return [];
  }
}
