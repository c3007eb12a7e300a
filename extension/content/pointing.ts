import { speakerAt, subjectAt } from "../../src/reading/subjects.ts";
import type { MarkActions } from "./mark-actions.ts";
import type { Marks } from "./marks.ts";
import type { Overlay } from "./overlay/contract.ts";
import { selectedRange } from "./selection.ts";
import type { Story } from "./story.ts";

/** What the mouse and the keyboard mean on the page itself, outside the overlay. */
export interface Pointing {
  clicked(event: MouseEvent): void;
  /** The mouse rests on a point of the viewport: a source and its statements are shown as one. */
  pointed(x: number, y: number): void;
  /** The selection has come to rest. */
  selected(): void;
  /** Escape was pressed. */
  escaped(): void;
}

/** What is pressed for its own sake: a click there is not meant for the words. */
const CONTROLS = "a, button, input, select, textarea, summary, label, [contenteditable]";

export function createPointing(story: Story, marks: Marks, actions: MarkActions, overlay: Overlay): Pointing {
  return {
    clicked(event) {
      if (overlay.owns(event)) return;
      overlay.close();
      const target = event.target instanceof Element ? event.target : null;
      const isControl = target?.closest(CONTROLS) != null;
      if (event.button !== 0 || event.defaultPrevented || isControl || selectedRange() !== null) return;
      const { view, live } = story;
      const [mark] = marks.at(event.clientX, event.clientY);
      const offset = view?.isShown ? view.offsetAt(event.clientX, event.clientY) : null;
      const subject = view !== null && offset !== null ? subjectAt(view.analysis, offset) : null;
      // A name in a marked passage: the smaller of the two is what was meant.
      if (view !== null && offset !== null && subject !== null && live !== null) {
        const point = { start: offset, end: offset + 1 };
        const mention = subject.mentions.find(({ start, end }) => start <= offset && offset < end) ?? point;
        const [anchor] = view.rangesOf(mention);
        if (anchor !== undefined) overlay.open({ kind: "card", anchor, article: live.article, subject, mention });
      } else if (mark !== undefined) {
        actions.edit(mark, "note");
      }
    },

    pointed(x, y) {
      const { view } = story;
      if (view === null || view.analysis.quotations.length === 0) return;
      const offset = view.offsetAt(x, y);
      view.emphasise(offset === null ? null : speakerAt(view.analysis, offset));
    },

    selected() {
      const range = selectedRange();
      if (range === null) {
        if (overlay.panel?.kind === "toolbar") overlay.close();
        return;
      }
      if (overlay.panel?.kind !== "editor") overlay.open({ kind: "toolbar", range: range.cloneRange() });
    },

    escaped: () => overlay.close(),
  };
}
