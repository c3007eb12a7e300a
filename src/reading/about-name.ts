import type { ArticleNames, KeptArticle } from "../annotation/records/kept-article.ts";
import type { NameNote } from "../annotation/records/name-note.ts";
import { type Named, nameKeys } from "../annotation/records/name.ts";

/** What a user keeps about several names. */
export interface KeptOnNames {
  /** The oldest first. */
  readonly notes: readonly NameNote[];
  readonly articles: readonly KeptArticle[];
}

/** What the user keeps about one name. */
export interface AboutName {
  /** The oldest first; more than one where two were written at once. */
  readonly notes: readonly NameNote[];
  /** The user's other articles that name it, the newest first, not all of many. */
  readonly articles: readonly Omit<ArticleNames, "subjects" | "sheet" | "fingerprint">[];
  /** How many there are. */
  readonly articleCount: number;
}

/** How many articles are listed for one name. */
const LISTED = 100;

/** What of it is about one of them. */
export function aboutName({ notes, articles }: KeptOnNames, subject: Named): AboutName {
  const keys = new Set(nameKeys(subject));
  const naming = articles
    .filter((article) => article.keys.some((key) => keys.has(key)))
    .toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)));
  return {
    notes: notes.filter(({ key }) => keys.has(key)),
    articles: naming
      .slice(0, LISTED)
      .map(({ source, page, title, outlet, published }) => ({ source, page, title, outlet, published })),
    articleCount: naming.length,
  };
}

const dateOf = ({ published, created }: KeptArticle): string => published ?? created;
