import { unnamed } from "../page/unnamed.ts";

const NAMED = [
  "data-url",
  "data-permalink",
  "data-canonical",
  "data-canonical-url",
  "data-article-url",
  "data-story-url",
  "itemid",
];
const LINKS =
  "meta[itemprop~='url'][content],meta[itemprop~='mainEntityOfPage'],link[itemprop~='url'],link[itemprop~='mainEntityOfPage'],a[rel~='bookmark'],a[itemprop~='url']";

/**
 * The address that a story on a page of several names as its own: on its element, in the link of its headline, or in its
 * microdata. `null` where there is none, or it leads to another site or to a front page.
 */
export function addressOf(holder: Element, heading: Element): string | null {
  const root = unnamed(holder);
  const link = heading.closest("a[href]") ?? heading.querySelector("a[href]");
  const named = root.querySelector(LINKS);
  const candidates = [
    ...NAMED.map((name) => root.getAttribute(name)),
    link !== null && root.contains(link) ? link.getAttribute("href") : null,
    named?.getAttribute("itemid") ?? named?.getAttribute("content") ?? named?.getAttribute("href") ?? null,
  ];
  for (const candidate of candidates) {
    const address = candidate === null ? null : resolve(candidate, unnamed(document));
    if (address !== null) return address;
  }
  return null;
}

function resolve(candidate: string, { baseURI }: Document): string | null {
  if (!URL.canParse(candidate, baseURI)) return null;
  const url = new URL(candidate, baseURI);
  return url.host === new URL(baseURI).host && url.pathname.length > 1 ? url.href : null;
}
