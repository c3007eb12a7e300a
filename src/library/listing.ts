import { forBits } from "./bits.ts";
import { ARTICLE, FLAGS, type IndexedArticle, type LibraryIndex, standing } from "./library-index.ts";
import type { Matches } from "./search.ts";

/** By what the articles of a list are sorted; notes stand in the order of their article's text. */
export const SORTS = ["added", "published", "title", "site"] as const;
export type Sort = (typeof SORTS)[number];

/**
 * The rows of a list: a note is its document's number, and the heading of an article, which stands above its notes, is
 * the article's number below zero, one less.
 */
export interface Listing {
  readonly rows: Int32Array;
  readonly notes: number;
  readonly articles: number;
}

export const headingOf = (article: number): number => -1 - article;

/** Notes by article; the articles as sorted, the newest first where they are sorted by an instant. */
export function listNotes(index: LibraryIndex, { found }: Matches, sort: Sort): Listing {
  const { documents } = index;
  const counts = new Uint32Array(index.articles.length);
  const newest = new Float64Array(index.articles.length);
  let notes = 0;
  forBits(found, (document) => {
    if (documents.kind.at(document) === ARTICLE) return;
    const article = documents.article.at(document);
    counts[article] = (counts[article] ?? 0) + 1;
    newest[article] = Math.max(newest[article] ?? 0, documents.created.at(document));
    notes += 1;
  });
  const order = [...counts.keys()].filter((article) => (counts[article] ?? 0) > 0);
  sortArticles(index, order, sort, (article) => newest[article] ?? 0);
  const rows = new Int32Array(notes + order.length);
  /** Where an article's next note goes. */
  const next = new Uint32Array(index.articles.length);
  let at = 0;
  for (const article of order) {
    rows[at] = headingOf(article);
    next[article] = at + 1;
    at += 1 + (counts[article] ?? 0);
  }
  forBits(found, (document) => {
    if (documents.kind.at(document) === ARTICLE) return;
    const article = documents.article.at(document);
    const place = next[article] ?? 0;
    rows[place] = document;
    next[article] = place + 1;
  });
  // Packed ones stand as their documents do; those that were written since come last.
  for (const article of order) {
    const end = next[article] ?? 0;
    const start = end - (counts[article] ?? 0);
    let isSorted = true;
    for (let row = start + 1; row < end && isSorted; row += 1) {
      isSorted = standing(documents, rows[row - 1] ?? 0, rows[row] ?? 0) <= 0;
    }
    if (!isSorted) rows.subarray(start, end).sort((a, b) => standing(documents, a, b));
  }
  return { rows, notes, articles: order.length };
}

/** The articles with a note that was found, or that were found themselves and on which something is kept. */
export function listArticles(index: LibraryIndex, { found }: Matches, sort: Sort): Listing {
  const hasSomething = whereSomethingIsKept(index);
  const newest = new Map<number, number>();
  forBits(found, (document) => {
    const article = index.documents.article.at(document);
    if (!hasSomething(article)) return;
    newest.set(article, Math.max(newest.get(article) ?? 0, index.documents.created.at(document)));
  });
  const order = [...newest.keys()];
  sortArticles(index, order, sort, (article) => newest.get(article) ?? 0);
  return { rows: Int32Array.from(order, headingOf), notes: 0, articles: order.length };
}

/** Tells of an article's number whether the user asked to keep it, or has a highlight or a note on a name there. */
export function whereSomethingIsKept(index: LibraryIndex): (article: number) => boolean {
  const counts = keptOnArticles(index);
  return (article) => (counts[article] ?? 0) > 0 || index.articles[article]?.isKept === true;
}

/** How many notes there are on each article, deleted and empty ones aside. */
export function keptOnArticles({ documents, articles, size }: LibraryIndex): Uint32Array {
  const counts = new Uint32Array(articles.length);
  const hidden = FLAGS.dead | FLAGS.deleted | FLAGS.empty;
  for (let document = 0; document < size; document += 1) {
    if (documents.kind.at(document) === ARTICLE || (documents.flags.at(document) & hidden) !== 0) continue;
    const article = documents.article.at(document);
    counts[article] = (counts[article] ?? 0) + 1;
  }
  return counts;
}

function sortArticles(
  { articles }: LibraryIndex,
  order: number[],
  sort: Sort,
  addedOf: (article: number) => number,
): void {
  const byAdded = (a: number, b: number): number => addedOf(b) - addedOf(a);
  if (sort === "added") {
    order.sort(byAdded);
    return;
  }
  const textOf = TEXTS[sort];
  const texts = new Map(order.map((article) => [article, textOf(articles[article])]));
  const direction = sort === "published" ? -1 : 1;
  order.sort((a, b) => {
    const [left, right] = [texts.get(a) ?? "", texts.get(b) ?? ""];
    // What has no date, title or site comes last, whichever way.
    if (left === "" || right === "") return left === right ? byAdded(a, b) : left === "" ? 1 : -1;
    return left === right ? byAdded(a, b) : left < right ? -direction : direction;
  });
}

const TEXTS: Record<Exclude<Sort, "added">, (article: IndexedArticle | undefined) => string> = {
  published: (article) => article?.published ?? "",
  title: (article) => article?.title.toLowerCase() ?? "",
  site: (article) => article?.site ?? "",
};
