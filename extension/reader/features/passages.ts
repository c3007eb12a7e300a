import { findWords } from "../../../src/reading/same-words.ts";
import { failure } from "../../../src/result.ts";
import type { Passage } from "../../calls/schemas.ts";
import { done } from "../../calls/serve.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { message } from "../../locale/message.ts";
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
    const highlight = target.kind === "words" ? null : highlights.get(target.id);
    const ranges = target.kind === "words" ? rangesOfPassage(stories, target) : (highlight?.ranges ?? []);
    const shown = ranges.length === 0 ? (highlight?.likely ?? []) : ranges;
    const [first] = shown;
    if (first === undefined) {
      if (target.isTold === true) overlay.toast({ text: message("lostHere"), tone: "plain", undo: null });
      return failure("not-found", "this is not on the page any more");
    }
    overlay.close();
    scrollToRange(first);
    overlay.point(shown);
    if (highlight !== null && shown === highlight.likely) {
      const { id } = highlight.annotation;
      const accept = (): void => void commands.send({ kind: "attach", id, to: "likely" });
      overlay.toast({ text: message("likelyHere"), tone: "plain", undo: null, accept });
    }
    return done;
  });
};
