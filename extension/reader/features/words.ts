import type { Passage } from "../../calls/schemas.ts";
import { findWords } from "../../../src/reading/same-words.ts";
import type { Span } from "../../../src/text/span.ts";
import { coversText } from "../../dom/text/ranges.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { rangesOf } from "../../dom/text/text-map.ts";
import type { Overlay } from "../overlay/contract.ts";
import type { Pointing } from "./pointing.ts";
import type { Stories } from "../stories/stories.ts";

/** Passage of the open card's article on the page, which may have changed since the card was opened. */
export interface CardWords {
  /** Where a span stands now; nowhere where no card is open. */
  rangesOf(span: Span): readonly Range[];
  /** Shows a span, and puts the card beside it. */
  go(span: Span): void;
  /** Keeps the card beside its name where the page has put that elsewhere, and closes it where the name has gone. */
  follow(): void;
}

/** Where words that were reported or shown before stand on the page now. */
export function rangesOfWords(stories: Stories, { page, span, words }: Passage): readonly Range[] {
  for (const { page: own, live } of stories.all) {
    const now = own === page ? findWords(live.article.text, span, words) : null;
    if (now !== null) return rangesOf(live.map, now);
  }
  return [];
}

/** @param pointing gives what knows of which story the card is. */
export function createCardWords(stories: Stories, overlay: Overlay, pointing: () => Pointing): CardWords {
  const rangesOfCard = (span: Span): readonly Range[] => {
    const { panel } = overlay;
    const story = pointing().cardStory;
    if (panel?.kind !== "card" || story === null) return [];
    return rangesOfWords(stories, { page: story.page, span, words: panel.article.text.slice(span.start, span.end) });
  };

  return {
    rangesOf: rangesOfCard,
    go(span) {
      const ranges = rangesOfCard(span);
      const [first] = ranges;
      if (first === undefined) return;
      scrollToRange(first);
      overlay.moveCard(first);
      overlay.point(ranges);
    },
    follow() {
      const { panel } = overlay;
      if (panel?.kind !== "card" || coversText(panel.anchor)) return;
      const [anchor] = rangesOfCard(panel.mention);
      if (anchor === undefined) overlay.close();
      else overlay.moveCard(anchor);
    },
  };
}
