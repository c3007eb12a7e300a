import { findWords } from "../../../src/reading/same-words.ts";
import { failure } from "../../../src/result.ts";
import type { Passage } from "../../calls/schemas.ts";
import { done } from "../../calls/serve.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { rangesOf } from "../../dom/text/text-map.ts";
import type { Install } from "../page.ts";
import type { Stories } from "../stories/stories.ts";

/** Where words that were reported or shown before stand on the page now. */
export function rangesOfPassage(stories: Stories, { page, span, words }: Passage): readonly Range[] {
  for (const { page: own, live } of stories.all) {
    const now = own === page ? findWords(live.article.text, span, words) : null;
    if (now !== null) return rangesOf(live.map, now);
  }
  return [];
}

/** Shows words of an article, or a highlight, that were chosen elsewhere. */
export const installRevealing: Install = ({ stories, highlights, overlay, commands }) => {
  commands.on("reveal", ({ target }) => {
    const ranges =
      target.kind === "words" ? rangesOfPassage(stories, target) : (highlights.get(target.id)?.ranges ?? []);
    const [first] = ranges;
    if (first === undefined) return failure("not-found", "this is not on the page any more");
    overlay.close();
    scrollToRange(first);
    overlay.point(ranges);
    return done;
  });
};
