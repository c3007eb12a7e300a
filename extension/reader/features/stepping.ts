import { failure } from "../../../src/result.ts";
import { done } from "../../calls/serve.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { message } from "../../locale/message.ts";
import { spokenWords } from "../highlights/highlight.ts";
import { firstBelow, inPageOrder } from "../highlights/positions.ts";
import type { Install } from "../page.ts";

/** Going from highlight to highlight, round and round: on from the one that is open, or was shown last. */
export const installStepping: Install = ({ highlights, overlay, commands }) => {
  /** The one that was stepped to last. */
  let last: string | null = null;

  commands.on("step", async ({ by, isLast, takesFocus }) => {
    // A reader that a shortcut has just brought to the page knows of none yet.
    if (highlights.all().length === 0) await highlights.load();
    const ordered = inPageOrder(highlights.all());
    if (ordered.length === 0) {
      if (isLast) overlay.toast({ text: message("noMarks"), tone: "plain", undo: null });
      return failure("not-found", "there are no highlights on this page");
    }
    const { panel } = overlay;
    const current = panel?.kind === "editor" || panel?.kind === "step" ? panel.annotation.id : last;
    const at = ordered.findIndex(({ annotation }) => annotation.id === current);
    const from = at >= 0 ? at : firstBelow(ordered) - (by > 0 ? 1 : 0);
    const next = (from + by + ordered.length) % ordered.length;
    const highlight = ordered[next];
    const anchor = highlight?.ranges[0];
    if (highlight === undefined || anchor === undefined) return failure("not-found", "the highlight has left the page");
    const { annotation, ranges } = highlight;
    last = annotation.id;
    scrollToRange(anchor);
    // From here the Tab key goes on, and a screen reader reads on.
    getSelection()?.collapse(anchor.startContainer, anchor.startOffset);
    const position = { number: next + 1, count: ordered.length };
    if (panel?.kind === "editor") await commands.send({ kind: "open-note", id: annotation.id, field: "note" });
    else overlay.open({ kind: "step", anchor, annotation, takesFocus, ...position });
    overlay.point(ranges);
    // Who is in there already hears its place as the name of what has the focus.
    const words = spokenWords(highlight);
    overlay.announce(takesFocus ? words : message("markSpoken", position.number, position.count, words));
    return done;
  });
};
