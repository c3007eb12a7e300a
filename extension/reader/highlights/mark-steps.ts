import { failure, type Result } from "../../../src/result.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { message } from "../../locale/message.ts";
import { done } from "../../calls/serve.ts";
import { firstBelow, inPageOrder } from "./mark-places.ts";
import { spokenWords } from "./mark.ts";
import type { MarkActions } from "./mark-actions.ts";
import type { Marks } from "./marks.ts";
import type { Overlay } from "../overlay/contract.ts";

/** Going from mark to mark, round and round. */
export interface MarkSteps {
  /**
   * Shows the mark after or before the one that is open or was shown last. `not-found` where there are none, which is
   * said on the page where it `isLast`: no other frame is asked then.
   */
  step(by: 1 | -1, isLast: boolean): Promise<Result<null>>;
}

export function createMarkSteps(marks: Marks, actions: MarkActions, overlay: Overlay): MarkSteps {
  /** The mark that was stepped to last. */
  let last: string | null = null;

  return {
    async step(by, isLast) {
      // A reader that a shortcut has just brought to the page knows of none yet.
      if (marks.all().length === 0) await marks.load();
      const ordered = inPageOrder(marks.all());
      if (ordered.length === 0) {
        if (isLast) overlay.toast({ text: message("noMarks"), tone: "plain", undo: null });
        return failure("not-found", "there are no marks on this page");
      }
      const { panel } = overlay;
      const current = panel?.kind === "editor" || panel?.kind === "step" ? panel.annotation.id : last;
      const at = ordered.findIndex(({ annotation }) => annotation.id === current);
      const from = at >= 0 ? at : firstBelow(ordered) - (by > 0 ? 1 : 0);
      const next = (from + by + ordered.length) % ordered.length;
      const mark = ordered[next];
      const anchor = mark?.ranges[0];
      if (mark === undefined || anchor === undefined) return failure("not-found", "the mark has left the page");
      last = mark.annotation.id;
      scrollToRange(anchor);
      // From here the Tab key goes on, and a screen reader reads on.
      getSelection()?.collapse(anchor.startContainer, anchor.startOffset);
      const place = { number: next + 1, count: ordered.length };
      if (panel?.kind === "editor") actions.edit(mark, "note");
      else overlay.open({ kind: "step", anchor, annotation: mark.annotation, ...place });
      overlay.point(mark.ranges);
      overlay.announce(message("markSpoken", place.number, place.count, spokenWords(mark)));
      return done;
    },
  };
}
