import { comparisonKey } from "../../page/page-key.ts";
import type { PageData } from "./page-data.ts";
import { isArticleType, listOf, readGraph, textOf } from "./structured-data.ts";
import type { GraphNode } from "./structured-data.ts";
import { isObject } from "./json-ld.ts";

/** What tells a story's data from those of others, on a page that changes its stories without being loaded anew. */
export interface OtherStories {
  /** The addresses of the stories that the page shows beside this one, or has shown before it. */
  readonly addresses: readonly string[];
  /** What the page stated while it showed the story before this one, or `null` where this is the first. */
  readonly before: PageData | null;
}

/** What holds for every page of a site. */
const SITE_META: ReadonlySet<string> = new Set(["og:site_name", "application-name", "publisher"]);

type Subject = "this" | "another" | "unknown";

/**
 * The data of the page that are about the story at `data.url`. Single-page applications leave the data of the last story
 * behind, for a moment or for good, and endless pages have those of one story only. What names another story's address
 * is dropped, and so is what names none and stood there before the story did.
 */
export function dataOfStory(data: PageData, { addresses, before }: OtherStories): PageData {
  const here = keyOf(data.url);
  const others = new Set(addresses.map(keyOf));
  const subjectOf = (named: readonly string[]): Subject => {
    const keys = named.map(keyOf);
    if (keys.includes(here)) return "this";
    return keys.some((key) => others.has(key)) ? "another" : "unknown";
  };
  const isStale = (subject: Subject, stood: boolean): boolean =>
    subject === "another" || (subject === "unknown" && stood);

  const shared = metaOf(data, "og:url") ?? data.canonical;
  const title = metaOf(data, "og:title") ?? data.title;
  const stoodBefore = before !== null && title === (metaOf(before, "og:title") ?? before.title);
  const isMetaStale = isStale(shared === null ? "unknown" : subjectOf([shared]), stoodBefore);
  const canonicalStood = before !== null && data.canonical === before.canonical;
  const isCanonicalStale = data.canonical !== null && isStale(subjectOf([data.canonical]), canonicalStood);
  const isTitleStale = isMetaStale || (before !== null && before.title === data.title);
  const blocks = before === null && others.size === 0 ? [] : data.jsonLd;
  const stood = new Set(before?.jsonLd);
  const stale = new Set(
    blocks.filter((block) => {
      const articles = readGraph([block]).nodes.filter(({ types }) => types.some(isArticleType));
      return articles.length > 0 && isStale(subjectOf(articles.flatMap(addressesOf)), stood.has(block));
    }),
  );
  return {
    ...data,
    title: isTitleStale ? "" : data.title,
    canonical: isCanonicalStale ? null : data.canonical,
    meta: isMetaStale ? new Map([...data.meta].filter(([key]) => SITE_META.has(key))) : data.meta,
    jsonLd: stale.size === 0 ? data.jsonLd : data.jsonLd.filter((block) => !stale.has(block)),
  };
}

function addressesOf({ node }: GraphNode): readonly string[] {
  const page = listOf(node["mainEntityOfPage"])[0];
  return [node["url"], node["@id"], isObject(page) ? (page["@id"] ?? page["url"]) : page]
    .map(textOf)
    .filter((address) => /^https?:/i.test(address));
}

function metaOf(data: PageData, key: string): string | null {
  return data.meta.get(key)?.[0] ?? null;
}

const keyOf = (url: string): string => comparisonKey(url);
