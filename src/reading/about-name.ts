import type { ArticleNames, KeptArticle } from "../annotation/records/kept-article.ts";
import type { SubjectNote } from "../annotation/records/name-note.ts";
import { type NamedSubject, subjectKeys } from "../annotation/records/name.ts";

/** What a reader keeps about several names. */
export interface KeptOnNames {
  /** The oldest first. */
  readonly notes: readonly SubjectNote[];
  readonly articles: readonly KeptArticle[];
}

/** What the reader keeps about one name. */
export interface AboutSubject {
  /** The oldest first; more than one where two were written at once. */
  readonly notes: readonly SubjectNote[];
  /** The reader's other articles that name it, the newest first, not all of many. */
  readonly articles: readonly Omit<ArticleNames, "subjects">[];
  /** How many there are. */
  readonly articleCount: number;
}

/** How many articles are listed for one name. */
const LISTED = 100;

/** What of it is about one of them. */
export function aboutSubject({ notes, articles }: KeptOnNames, subject: NamedSubject): AboutSubject {
  const keys = new Set(subjectKeys(subject));
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
