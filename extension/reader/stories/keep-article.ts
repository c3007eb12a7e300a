import { keptOf } from "../../../src/reading/kept.ts";
import { callBackground } from "../../calls/call.ts";
import type { Analysis } from "../../../src/analyse.ts";
import type { Article, ArticleFacts } from "../../../src/text/article.ts";
import type { ReadingState } from "../../calls/page-report.ts";
import { titleOf } from "../page-address.ts";

/** What of a story is kept. */
interface ReadStory {
  readonly state: ReadingState;
  readonly view: { readonly corrected: Analysis; readonly live: { readonly article: Article } } | null;
  readonly page: string;
  readonly url: string;
  readonly facts: ArticleFacts;
  readonly isStray: boolean;
}

/**
 * Tells the background whom a story names and who says what in it, as the user's corrections have it, so that the cards
 * of other articles and the library can tell. It is stored only where the user keeps something on the story.
 */
export async function keepArticle({ state, view, page, url, facts, isStray }: ReadStory): Promise<void> {
  // The record of a stray's address is another story's.
  if (isStray || state !== "done" || view === null) return;
  await callBackground("keepArticle", {
    page,
    source: url,
    title: titleOf(facts),
    ...keptOf(view.corrected, view.live.article, facts),
  });
}
