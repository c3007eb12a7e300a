import type { Analysis } from "../../src/analyse.ts";
import type { AnchorState } from "../../src/annotation/anchoring/anchor.ts";
import type { Article, ArticleFacts } from "../../src/text/article.ts";

/** How many letters are told of where a lost annotation may be now: enough to tell whether it is what is looked for. */
export const LIKELY_WORDS = 400;

/** How far the reader has come with a page. */
export type ReadingState =
  /** Nobody has asked to read the page as an article. */
  | "unread"
  | "reading"
  | "done"
  /** The page is no article that could be read. */
  | "nothing"
  /** The site's highlighting is switched off. */
  | "off"
  /** The article is in a language that is not supported. */
  | "unsupported"
  /** Recognition failed: `failure` says why. */
  | "failed";

/** One page as the reader knows it; of a document that holds several stories, the one in view. */
export interface PageReport {
  readonly state: ReadingState;
  /** A failure's code, where `state` is "failed". */
  readonly failure: string | null;
  readonly page: string;
  /** Its address now. */
  readonly address: string;
  readonly site: string;
  readonly facts: ArticleFacts;
  readonly article: Article | null;
  /** As the user's corrections have it. */
  readonly analysis: Analysis | null;
  /** The last words of the article that were read, where the page is longer than is read; else `null`. */
  readonly cutBehind: string | null;
  /** Whether the automatic highlights are on the page now. */
  readonly shown: boolean;
  /** The state of each annotation of this page, by its id, in the order of the page; lost ones come last. */
  readonly anchors: Readonly<Record<string, AnchorState>>;
  /** When lost annotations were last found on the page, by their ids: ISO instants. */
  readonly lastSeen: Readonly<Record<string, string>>;
  /** The words of the page that lost annotations may be on now, by their ids. */
  readonly likely: Readonly<Record<string, string>>;
}
