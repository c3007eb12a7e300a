import model from "./detect-weights.json" with { type: "json" };
import { featuresOf, isDiscussionAddress, isRootPath } from "./features.ts";
import type { PageSignals } from "./signals.ts";

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
  /** Documentation, a manual, an encyclopaedia. */
  | "reference"
  /** Too little running text to be a story. */
  | "little-text"
  /** Running text, but nothing else that speaks for a story: a company's or a service's page. */
  | "other-text";

export interface Decision {
  readonly isArticle: boolean;
  /** How likely the page is an article, 0 to 1; it is taken for one from 0.5. */
  readonly score: number;
  readonly reason: {
    readonly code: ReasonCode;
    readonly links: number;
    readonly paragraphs: number;
    readonly shortParagraphs: number;
  };
}

type Features = Readonly<Record<string, number>>;

/** The weights were fitted by `training/articles/main.ts`. */
const WEIGHTS: Features = model.weights;

/**
 * Decides from a page's signals whether it is one article. A linear model weighs the signals; a page without running
 * text, and the root of a site, is none whatever it says of itself.
 */
export function detect(signals: PageSignals): Decision {
  const features = featuresOf(signals);
  const isRoot = isRootPath(signals.url);
  const sum = Object.entries(WEIGHTS).reduce(
    (total, [name, weight]) => total + weight * (features[name] ?? 0),
    model.bias,
  );
  const score = isRoot || signals.paragraphs === 0 ? 0 : 1 / (1 + Math.exp(-sum));
  const isArticle = score >= 0.5;
  const { links, paragraphs, shortParagraphs } = signals;
  const code = isArticle ? yesCode(features) : noCode(signals, features, isRoot);
  return { isArticle, score, reason: { code, links, paragraphs, shortParagraphs } };
}

function yesCode(features: Features): ReasonCode {
  return features["articleType"] === 1 || features["ogArticle"] === 1 ? "declared-article" : "article-text";
}

function noCode(signals: PageSignals, features: Features, isRoot: boolean): ReasonCode {
  const is = (name: string) => (features[name] ?? 0) > 0;
  if (isRoot) return "front-page";
  if (is("productType") || signals.ogType === "product" || signals.prices > 3) return "product";
  // A page of questions and answers is no talk among readers.
  if ((is("forumType") && !is("companyType")) || isDiscussionAddress(signals.url)) return "discussion";
  if (is("code") || is("technicalType") || is("toolHost")) return "reference";
  if (isList(signals)) return "section-front";
  return signals.paragraphs < 3 ? "little-text" : "other-text";
}

/** Enough headlines, dates or boxes of other stories to see a list in it. */
const MANY_LINKS = 30;
const MANY_STORIES = 8;

function isList({
  headlineLinks,
  paragraphs,
  links,
  linkedHeadings,
  articleElements,
  dateLines,
}: PageSignals): boolean {
  if (links <= MANY_LINKS) return false;
  return headlineLinks > 2 * paragraphs || Math.max(linkedHeadings, articleElements, dateLines) >= MANY_STORIES;
}
