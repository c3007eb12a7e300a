import type { KeptArticle } from "../annotation/kept-article.ts";
import type { SubjectNote } from "../annotation/subject-note.ts";
import { type NamedSubject, subjectKeys } from "../entities/subject.ts";
import type { AboutSubject } from "../messaging/protocol.ts";

/** What a reader keeps about several names. */
export interface KeptOnNames {
  /** The oldest first. */
  readonly notes: readonly SubjectNote[];
  readonly articles: readonly KeptArticle[];
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
