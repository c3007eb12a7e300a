/** Second-level labels below which countries register names: `example.co.uk`. */
const SECOND_LEVEL = /^(?:com?|org|net|gov|gob|ac|edu|ltd|plc|or|ne|go|gv|nom|in|me)$/;
/** Hosts that give each of their users a name below theirs: neighbours there are strangers to each other. */
const SHARED_HOSTS =
  /(?:^|\.)(?:blogspot\.(?:com?\.)?[a-z]{2,3}|(?:wordpress|substack|tumblr|medium|weebly|wixsite|appspot|herokuapp|cloudfront)\.(?:com|net)|(?:github|gitlab|ghost)\.io|(?:netlify|vercel|web)\.app|(?:pages|workers)\.dev)$/;

/**
 * How many of a host's labels, from its end, one owner registered: 2 for `news.example.com`, 3 for `www.example.co.uk`
 * and for `ada.blogspot.com`. An estimate: the list of public suffixes is far too long for every page.
 */
export function ownerLabels(host: string): number {
  const labels = host.split(".");
  const shared = SHARED_HOSTS.exec(host)?.[0];
  if (shared !== undefined) return shared.split(".").length + (shared.startsWith(".") ? 0 : 1);
  return labels.length > 2 && SECOND_LEVEL.test(labels.at(-2) ?? "") ? 3 : 2;
}

/** The part of a host that one owner registered. */
export function siteOf(host: string): string {
  return host.split(".").slice(-ownerLabels(host)).join(".");
}
