/**
 * Hosts that give each of their users a name below theirs and have not asked to be on the list of public suffixes: neighbours
 * there are strangers to each other all the same.
 */
const SHARED_HOSTS =
  /(?:^|\.)(?:blogspot\.(?:com?\.)?[a-z]{2,3}|(?:wordpress|substack|tumblr|medium|weebly|wixsite|squarespace|livejournal|typepad|over-blog|canalblog|jimdofree|tripod|angelfire|beehiiv|tistory|mystrikingly|godaddysites|wpcomstaging)\.com|(?:neocities|dreamwidth)\.org|glitch\.me|home\.blog|write\.as|free\.fr|ghost\.io)$/;

/** How many labels of a host below one of those its user has: 3 for `www.ada.blogspot.com`; 0 for any other host. */
export function sharedLabels(host: string): number {
  const shared = SHARED_HOSTS.exec(host)?.[0];
  return shared === undefined ? 0 : shared.split(".").length + (shared.startsWith(".") ? 0 : 1);
}
