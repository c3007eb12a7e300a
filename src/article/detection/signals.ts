/** What the decision "article or not" rests on: counts over the page as it stands, and what it says of itself. */
export interface PageSignals {
  readonly url: string;
  /** schema.org types of the page's own nodes in JSON-LD and microdata, without prefix. */
  readonly types: readonly string[];
  /** Whether the page's own article node has a publication date and an author. */
  readonly dated: boolean;
  readonly authored: boolean;
  /** `og:type`, lower-cased, or "". */
  readonly ogType: string;
  /** Whether `<meta>` gives a publication time. */
  readonly metaDated: boolean;
  /** Whether `<meta>` names a section, keywords of news, or the article's author. */
  readonly metaFiled: boolean;
  /** Whether an element is marked as the author's name or byline. */
  readonly signed: boolean;

  /** Letters in text, and how many of them in links; white space collapsed, UTF-16 code units. */
  readonly letters: number;
  readonly linkLetters: number;
  readonly links: number;
  /** Blocks of running text: 80 letters or more outside links, with a sentence's punctuation. */
  readonly paragraphs: number;
  readonly paragraphLetters: number;
  /** Blocks of running text that are shorter than 200 letters. */
  readonly shortParagraphs: number;
  /** Blocks of running text with quotation marks, and those without that speak to the reader ("you"). */
  readonly quotedParagraphs: number;
  readonly addressedParagraphs: number;
  /** The most letters of paragraphs that hang from one element. */
  readonly longestRunLetters: number;
  /** Links of 25 letters or more: headlines of other stories. */
  readonly headlineLinks: number;
  readonly h1: number;
  /** Headings that are links as a whole or hold one. */
  readonly linkedHeadings: number;
  readonly articleElements: number;
  readonly times: number;
  readonly codeBlocks: number;
  readonly fields: number;
  readonly prices: number;
  /** Short lines with a full date, and whether one stands right before or after the first `<h1>`. */
  readonly dateLines: number;
  readonly datedHeadline: boolean;
}
