/** One schema.org item written into the page's markup (microdata), as plain data. */
export interface MicrodataItem {
  /** The last segment of its `itemtype`: "NewsArticle". */
  readonly type: string;
  /** Property and text, in the order of the page; a nested item gives its `name`. */
  readonly properties: readonly (readonly [property: string, text: string])[];
}

/** An element that carries a date, for people or for machines. */
export interface DateElement {
  /** `datetime`, `content` or `title`, or "" where it has none. */
  readonly machine: string;
  readonly text: string;
  /** Its and its nearest ancestors' class names, ids and `itemprop`: what sort of date it is. */
  readonly names: string;
  /** True inside another story's teaser, a comment, or the page's frame. */
  readonly aside: boolean;
}

/** An element that may name the author. */
export interface BylineElement {
  readonly text: string;
  /** Its class names, id, `rel` and `itemprop`. */
  readonly names: string;
  /** The texts of the links to author pages in it. */
  readonly linked: readonly string[];
}

/** What a page states about itself outside its running text, taken down without judgement. */
export interface PageData {
  readonly url: string;
  readonly title: string;
  /** The document's `lang`. */
  readonly language: string;
  readonly canonical: string | null;
  /** The contents of `<meta>` by lower-cased `property`, `name` or `itemprop`; repeated ones in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The text of each JSON-LD script. */
  readonly jsonLd: readonly string[];
  readonly microdata: readonly MicrodataItem[];
  readonly dates: readonly DateElement[];
  readonly bylines: readonly BylineElement[];
}
