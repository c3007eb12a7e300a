import type { Span } from "./span.ts";

/** What a stretch of an article is, in the order in which a story usually runs. */
export const PART_KINDS = [
  "headline",
  "standfirst",
  "lead",
  "body",
  "subheading",
  "caption",
  "byline",
  "date",
  "credit",
  "disclaimer",
  "boilerplate",
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** The kinds in which people, places and quoted sources are looked for. */
export const ANALYSED_KINDS: ReadonlySet<PartKind> = new Set<PartKind>([
  "headline",
  "standfirst",
  "lead",
  "body",
  "subheading",
  "caption",
]);

/** One part of an article: a paragraph, a heading, a caption … Parts are in order and never overlap. */
export interface Part extends Span {
  readonly kind: PartKind;
}

/** How much text of one page is read, in UTF-16 code units: more than a thick book. */
export const TEXT_LIMIT = 1_000_000;

/** An article as one text: its parts joined by line breaks. */
export interface Article {
  readonly text: string;
  readonly parts: readonly Part[];
  /** The language that the page declares, as a BCP 47 tag, or `null` where it declares none. */
  readonly language: string | null;
}

/** What the page says about the article as a whole. */
export interface ArticleFacts {
  readonly headline: string | null;
  /** Names of people, without "By" and job titles. */
  readonly bylines: readonly string[];
  /** Everyone given as author, as the page writes it: people, agencies, desks, the outlet itself. */
  readonly authors: readonly string[];
  /** The news agency that the story comes from ("ANI", "Reuters"), or `null`. */
  readonly agency: string | null;
  /** ISO instants in UTC (`2022-01-08T18:38:20Z`), or a plain date where the page gives no time; `null` where it gives none. */
  readonly published: string | null;
  /** The same with the page's own offset, as far as it is known: the first ten letters are the day that the page names. */
  readonly publishedLocal: string | null;
  readonly modified: string | null;
  /** The name of the site or paper. */
  readonly outlet: string | null;
  /** The address that the page gives for itself, or its own address. */
  readonly url: string;
}

/** The facts of a page that states none, but for its address. */
export const NO_FACTS: Omit<ArticleFacts, "url"> = {
  headline: null,
  bylines: [],
  authors: [],
  agency: null,
  published: null,
  publishedLocal: null,
  modified: null,
  outlet: null,
};
