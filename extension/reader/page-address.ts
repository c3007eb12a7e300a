import { identityOf, type PageAddresses } from "../../src/page/page-key.ts";
import { ownersLike } from "../../src/page/site.ts";
import { toldOwner } from "../calls/owner.ts";
import type { ArticleFacts } from "../../src/text/article.ts";

/**
 * The address of the page that this document is: its own, or in a frame whose content stands in the page around it, and
 * which has none, that page's.
 */
export function pageAddress(): string {
  let view: Window = window;
  while (!/^https?:/.test(view.location.href) && view !== view.parent) view = view.parent;
  return view.location.href;
}

/** The identity of a page in this document. */
export function pageIdentity(addresses: PageAddresses): string {
  const { host, labels } = toldOwner();
  return identityOf(addresses, ownersLike(host, labels));
}

/** A story's title for records. */
export function titleOf({ headline }: ArticleFacts): string {
  return (headline ?? new URL(pageAddress()).host).slice(0, 2_000);
}
