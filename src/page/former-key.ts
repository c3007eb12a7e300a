import { keyUnder, type KeyRules, type PageAddresses } from "./page-key.ts";
import { isTracking, isUnsure } from "./parameters.ts";

/** Second-level labels below which countries register names: `example.co.uk`. */
const SECOND_LEVEL = /^(?:com?|org|net|gov|gob|ac|edu|ltd|plc|or|ne|go|gv|nom|in|me)$/;
/** Hosts of many owners, as far as they were known. */
const SHARED_HOSTS =
  /(?:^|\.)(?:blogspot\.(?:com?\.)?[a-z]{2,3}|(?:wordpress|substack|tumblr|medium|weebly|wixsite|appspot|herokuapp|cloudfront)\.(?:com|net)|(?:github|gitlab|ghost)\.io|(?:netlify|vercel|web)\.app|(?:pages|workers)\.dev)$/;

const FORMER: KeyRules = {
  ownerLabels(host) {
    const labels = host.split(".");
    const shared = SHARED_HOSTS.exec(host)?.[0];
    if (shared !== undefined) return shared.split(".").length + (shared.startsWith(".") ? 0 : 1);
    return labels.length > 2 && SECOND_LEVEL.test(labels.at(-2) ?? "") ? 3 : 2;
  },
  counts: (name) => !isTracking(name) && !isUnsure(name),
  isUnsure: () => false,
  routeOf: ({ fragment }) => (/^!?\//.test(fragment) ? fragment.replace(/^!/, "").replace(/\/$/, "") : ""),
};

/**
 * The key that a page had before the list of public suffixes was asked, and before parameters and fragments were told apart
 * by what the page says of them. What was stored under it is put under the page's key when the page is met again.
 */
export function formerIdentityOf(addresses: PageAddresses): string {
  return keyUnder(FORMER, addresses);
}
