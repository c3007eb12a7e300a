import type { Annotation } from "../../src/annotation/records/annotation.ts";
import type { KeptArticle } from "../../src/annotation/records/kept-article.ts";
import { type Fingerprint, isSameText, lookupKeys } from "../../src/text/fingerprint.ts";
import type { Database } from "./database.ts";
import { withSomethingKept } from "./name-note-queries.ts";
import { annotationsOfPage } from "./queries.ts";

/** The same story as another outlet has it, and the user's highlights there, in the order of its text. */
export interface Elsewhere {
  readonly article: KeptArticle;
  readonly highlights: readonly Annotation[];
}

/** How many articles that share a paragraph are looked at: more than there are papers that print one story. */
const MOST = 200;

/**
 * The other articles of the user's in which an article's text stands too, the newest first.
 *
 * @param page the article's own page, which is none of them.
 */
export async function sameStoryElsewhere(database: Database, page: string, print: Fingerprint): Promise<Elsewhere[]> {
  const near = await database.articles.where("printKeys").anyOf(lookupKeys(print)).distinct().limit(MOST).toArray();
  const same = near.filter((other) => other.page !== page && isSameText(print, other.fingerprint ?? []));
  const kept = await withSomethingKept(database, same);
  const found = await Promise.all(
    kept.map(async (article) => {
      const highlights = await annotationsOfPage(database, article.page);
      return { article, highlights: highlights.toSorted((a, b) => startOf(a) - startOf(b)) };
    }),
  );
  return found.toSorted((a, b) => (dayOf(a.article) < dayOf(b.article) ? 1 : -1));
}

const dayOf = ({ published, created }: KeptArticle): string => published ?? created;

/** Where a highlight stands in its page's text; 0 where that is not known. */
export const startOf = ({ target }: Annotation): number => target.selectors.position?.start ?? 0;
