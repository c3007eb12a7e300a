import type { PageSignals } from "./signals.ts";
import { isArticleType, isNewsType } from "./structured-data.ts";

/** Why a page was taken for an article or not. The popup has a sentence for each code. */
export type ReasonCode =
  /** The page calls itself an article, and its text bears that out. */
  | "declared-article"
  /** The page's text reads like an article. */
  | "article-text"
  /** The front page of a site. */
  | "front-page"
  /** Many headlines, little text: a section front or a list. */
  | "section-front"
  | "product"
  | "discussion"
  /** Documentation, a dictionary or an encyclopaedia. */
  | "reference"
  /** A page of a service or company. */
  | "service"
  /** Too little running text to be a story. */
  | "little-text";

export interface Decision {
  readonly isArticle: boolean;
  /** 0 to 1; an article from 0.5. */
  readonly score: number;
  readonly reason: {
    readonly code: ReasonCode;
    readonly links: number;
    readonly paragraphs: number;
    readonly shortParagraphs: number;
  };
}

const ROOT_PATH = /^\/?(?:index\.\w+|home|[a-z]{2}(?:-[a-z]{2})?)?\/?$/i;

/** Decides from a page's signals whether it is one news article or another piece of journalism. */
export function detect(signals: PageSignals): Decision {
  const path = /^[a-z]+:\/\/[^/]+([^?#]*)/i.exec(signals.url)?.[1] ?? "";
  const declared = signals.types.some(isNewsType) || signals.types.some(isArticleType) || signals.ogType === "article";
  const reads = signals.longestRun >= 5 && signals.paragraphLetters > 0.6 * signals.letters - signals.linkLetters;
  const isArticle = !ROOT_PATH.test(path) && (declared ? signals.paragraphs >= 3 && signals.longestRun >= 2 : reads);
  const { links, paragraphs, shortParagraphs } = signals;
  const code: ReasonCode = ROOT_PATH.test(path)
    ? "front-page"
    : isArticle
      ? declared
        ? "declared-article"
        : "article-text"
      : paragraphs < 3
        ? "little-text"
        : "section-front";
  return { isArticle, score: isArticle ? 1 : 0, reason: { code, links, paragraphs, shortParagraphs } };
}
