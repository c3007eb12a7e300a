/**
 * How many of a host's labels, from its end, one owner registered: 2 for `news.example.com`, 3 for `www.example.co.uk` and
 * for `ada.blogspot.com`. The list of public suffixes says so, which is too large for every page: the background has it,
 * and tells the reader of its page's host.
 */
export type OwnerLabels = (host: string) => number;

/** The part of a host that one owner registered. */
export function siteOf(host: string, ownerLabels: OwnerLabels): string {
  return host.split(".").slice(-ownerLabels(host)).join(".");
}

/**
 * What is known of owners where it is only known of one host, whose last `labels` labels they registered: other hosts are
 * of that site where they end in the same labels, and each of its own elsewhere.
 */
export function ownersLike(host: string, labels: number): OwnerLabels {
  const site = host.split(".").slice(-labels).join(".");
  return (other) => (other === site || other.endsWith(`.${site}`) ? labels : other.split(".").length);
}
