import { type Named, nameKeys } from "./name.ts";

/** Whom and what an article names, as its reader sends it. */
export interface ArticleNames {
  /** The identity of the story, the same under all its addresses. */
  readonly page: string;
  /** Its address as the browser showed it. */
  readonly source: string;
  readonly title: string;
  /** The name of the site or paper, or `null`. */
  readonly outlet: string | null;
  /** The day of publication (`1998-04-02`), or `null`. */
  readonly published: string | null;
  readonly subjects: readonly Named[];
}

/** The version of the stored record's form. */
export const ARTICLE_SCHEMA = 1;

/** The most subjects of one article, and aliases of one subject. */
export const ARTICLE_LIMITS = { subjects: 2_000, aliases: 50 } as const;

/**
 * An article on which the user keeps something: the stored record. One that is only read is never stored. Its id is
 * the page's identity, the same on every machine, so there is one record for one story.
 */
export interface KeptArticle extends ArticleNames {
  readonly id: string;
  /** Every key of every subject: what finds it. */
  readonly keys: readonly string[];
  readonly schema: typeof ARTICLE_SCHEMA;
  readonly revision: number;
  readonly created: string;
  readonly modified: string;
  readonly deleted: null;
}

/** All the keys under which an article is found. */
export function articleKeys(subjects: readonly Named[]): string[] {
  return [...new Set(subjects.flatMap(nameKeys))];
}
