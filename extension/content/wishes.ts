import { MARKED_SITES } from "../../src/annotation/marked-sites.ts";
import { ALWAYS_READ, isReadAlways } from "../../src/article/always.ts";
import type { Decision } from "../../src/article/detect.ts";

// Both browsers' own `chrome` gives a promise here; the polyfill would weigh more than the detector.
declare const chrome: {
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
};

/** Whether the reader wants a page read although it does not look like an article, because of its site. */
export async function isWished(decision: Decision): Promise<boolean> {
  return isReadAlways(decision) && (await isListed(ALWAYS_READ));
}

/** Whether the reader has marks somewhere on this site. */
export function mayHaveMarks(): Promise<boolean> {
  return isListed(MARKED_SITES);
}

async function isListed(key: string): Promise<boolean> {
  const { [key]: hosts } = await chrome.storage.local.get(key);
  return Array.isArray(hosts) && hosts.includes(location.host);
}
