import type { PageAddresses } from "../../../src/page/page-key.ts";
import { type ArticleFacts, NO_FACTS } from "../../../src/text/article.ts";
import { bodyOf } from "../../dom/page/unnamed.ts";
import { readPageText } from "../../dom/text/page-text.ts";
import { canonicalOf } from "../../dom/article/structured.ts";
import type { HighlightedPage, HighlightedPages } from "./highlight.ts";
import type { Stories } from "../stories/stories.ts";
import { type Story } from "../stories/story.ts";
import { titleOf, pageAddress, pageIdentity } from "../page-address.ts";

/** What is known of a page that was not read: its title and address. */
export function factsOfPage(): ArticleFacts {
  return {
    ...NO_FACTS,
    headline: document.title === "" ? null : document.title,
    url: canonicalOf(document) ?? pageAddress(),
  };
}

function documentAddresses(): PageAddresses {
  return { url: pageAddress(), canonical: canonicalOf(document) };
}

/** The identity of the document as a whole: that of its address. */
export function documentIdentity(): string {
  return pageIdentity(documentAddresses());
}

/**
 * The pages that the user's highlights belong to. Where one story stands on the page, its highlights may stand anywhere on it;
 * of several, each has the highlights in its own element, and the first also those around them all.
 */
export function createHighlightedPages(stories: Stories): HighlightedPages {
  const ofDocument = (): HighlightedPage => ({
    source: pageAddress(),
    page: documentIdentity(),
    met: documentAddresses(),
    title: titleOf(factsOfPage()),
    readText: () => readPageText(document),
  });
  const ofStory = (story: Story, index: number): HighlightedPage => ({
    source: story.url,
    page: story.page,
    met: story.met,
    title: titleOf(story.facts),
    readText() {
      const { all } = stories;
      if (all.length === 1) return readPageText(document);
      if (index > 0) return readPageText(document, story.live.root);
      return readPageText(document, bodyOf(document), new Set(all.slice(1).map(({ live }) => live.root)));
    },
  });
  return {
    all: () => (stories.all.length === 0 ? [ofDocument()] : stories.all.map(ofStory)),
    of(range) {
      const story = stories.holding(range.startContainer) ?? stories.all[0];
      return story === undefined ? ofDocument() : ofStory(story, stories.all.indexOf(story));
    },
  };
}
