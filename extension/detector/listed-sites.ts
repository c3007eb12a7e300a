import type { Decision } from "../../src/article/detection/detect.ts";

/** Where in the extension's storage the detector, which wakes nobody, finds the hosts on which the user has highlights. */
export const HIGHLIGHTED_SITES = "markedSites";

/** Where in the extension's storage the detector, which wakes nobody, finds the hosts whose pages are always read. */
export const ALWAYS_READ = "alwaysRead";

// Both browsers' own `chrome` gives a promise here; the polyfill would weigh more than the detector.
declare const chrome: {
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
};

/**
 * Whether the user wants a page read although it does not look like an article, because every page of its site is read:
 * all but those that lead to others.
 */
export async function isAlwaysRead({ reason: { code } }: Decision): Promise<boolean> {
  return code !== "front-page" && code !== "section-front" && (await isListed(ALWAYS_READ));
}

/** Whether the user has highlights somewhere on a site. */
export function mayHaveHighlights(host = location.host): Promise<boolean> {
  return isListed(HIGHLIGHTED_SITES, host);
}

async function isListed(key: string, host = location.host): Promise<boolean> {
  const { [key]: hosts } = await chrome.storage.local.get(key);
  return Array.isArray(hosts) && hosts.includes(host);
}
