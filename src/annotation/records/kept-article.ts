import { type Fingerprint, lookupKeys } from "../../text/fingerprint.ts";
import type { Span } from "../../text/span.ts";
import { type Named, nameKeys } from "./name.ts";

/** How a statement stands in an article: quoted, partly quoted, or in the article's own words. */
export const STATEMENT_TYPES = ["direct", "mixed", "indirect"] as const;

/** What somebody says in an article, as it is kept. */
export interface KeptStatement {
  /** Who: an index into the article's subjects, or `null` where that stays open ("he", "officials"). */
  readonly speaker: number | null;
  /** What names them there: "Tokayev", "the Kremlin"; "" where nothing does. */
  readonly source: string;
  readonly type: (typeof STATEMENT_TYPES)[number];
  /** Its words; the pieces of an interrupted one are joined by an ellipsis. */
  readonly text: string;
  /** Where its pieces stand in the article's text. */
  readonly content: readonly Span[];
}

/** What more is kept of an article than whom it names: who says what in it, and who wrote it. */
export interface ArticleSheet {
  /** Names of people, without "By" and job titles. */
  readonly bylines: readonly string[];
  /** The day of its last change as the page gives it (`1998-04-02`), or `null`. */
  readonly updated: string | null;
  /** What the article calls each of its subjects besides the name ("mayor"), or `null`. */
  readonly roles: readonly (string | null)[];
  /** In the order of the text. */
  readonly statements: readonly KeptStatement[];
}

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
  /** `null` where an older version kept the names alone. */
  readonly sheet: ArticleSheet | null;
  /** What the same story is known by in another paper; `null` where an older version kept the article. */
  readonly fingerprint: Fingerprint | null;
}

/** The version of the stored record's form. Form 1 had neither a sheet nor `kept`, form 2 no fingerprint. */
export const ARTICLE_SCHEMA = 3;

/** The most subjects, statements and bylines of one article, aliases of one subject, and pieces of one statement. */
export const ARTICLE_LIMITS = { subjects: 2_000, statements: 2_000, bylines: 50, aliases: 50, pieces: 50 } as const;

/**
 * An article on which the user keeps something: the stored record. One that is only read is never stored. Its id is
 * the page's identity, the same on every machine, so there is one record for one story.
 */
export interface KeptArticle extends ArticleNames {
  readonly id: string;
  /** Every key of every subject: what finds it. */
  readonly keys: readonly string[];
  /** What finds it by its words. */
  readonly printKeys: readonly number[];
  /** When the user asked to keep it, as ISO instant; `null` where it is kept for what the user wrote on it. */
  readonly kept: string | null;
  readonly schema: typeof ARTICLE_SCHEMA;
  readonly revision: number;
  readonly created: string;
  readonly modified: string;
  readonly deleted: null;
}

/** What a record has besides what its reader sent and its stamps: under which keys it is found, made from what it holds. */
export function filedUnder({ page, subjects, fingerprint }: Pick<ArticleNames, "page" | "subjects" | "fingerprint">) {
  return {
    id: page,
    keys: articleKeys(subjects),
    printKeys: lookupKeys(fingerprint ?? []),
    schema: ARTICLE_SCHEMA,
  } as const;
}

/** All the keys under which an article is found. */
export function articleKeys(subjects: readonly Named[]): string[] {
  return [...new Set(subjects.flatMap(nameKeys))];
}

/** A stored article of any form as one of today's. */
export function currentArticle(
  stored: Omit<KeptArticle, "schema" | "sheet" | "kept" | "fingerprint" | "printKeys"> & Partial<KeptArticle>,
): KeptArticle {
  return {
    ...stored,
    sheet: stored.sheet ?? null,
    kept: stored.kept ?? null,
    fingerprint: stored.fingerprint ?? null,
    printKeys: stored.printKeys ?? [],
    schema: ARTICLE_SCHEMA,
  };
}
