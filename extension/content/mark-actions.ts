import { type Annotation, type Body, type Colour, EMPTY_BODY } from "../../src/annotation/annotation.ts";
import { failure, type Failure, type Result } from "../../src/messaging/result.ts";
import { message } from "../locale/message.ts";
import { done } from "../messaging/serve.ts";
import { colourName } from "../ui/colour-name.ts";
import type { Mark, Marks } from "./marks.ts";
import type { Overlay } from "./overlay/contract.ts";
import { selectedRange } from "./selection.ts";

/** How much of the marked words is told to screen readers, in UTF-16 code units. */
const SPOKEN_LENGTH = 100;

/** What the reader does with marks: the writing, and what is shown of it. Failures are shown, not thrown. */
export interface MarkActions {
  highlight(range: Range, colour: Colour): Promise<Mark | null>;
  /** Highlights a range and opens the editor on it. */
  write(range: Range, field: "note" | "tags"): Promise<void>;
  edit(mark: Mark, field: "note" | "tags"): void;
  save(id: string, changes: Partial<Body>): Promise<boolean>;
  /** Deletes, and offers to undo it. */
  remove(annotation: Annotation): Promise<void>;
  /** Highlights the selection; with `write`, opens the editor on it. `not-found` without a selection. */
  annotateSelection(write: boolean): Promise<Result<null>>;
  /** Highlights a range that somebody else shows the outcome of. */
  annotate(range: Range | null): Promise<Result<null>>;
}

/** @param overlay gives the overlay, which in turn calls these actions. */
export function createMarkActions(
  marks: Marks,
  overlay: () => Overlay,
  showFailure: (error: Failure) => void,
): MarkActions {
  async function make(range: Range, body: Body): Promise<Mark | null> {
    // Taken away before the answer: a second click must not save a second mark.
    const selection = getSelection();
    selection?.removeAllRanges();
    if (overlay().panel?.kind === "toolbar") overlay().close();
    const made = await marks.create(range, body);
    if (made.ok) {
      const { exact } = made.value.annotation.target.selectors.quote;
      overlay().announce(message("markMade", colourName(body.colour), exact.slice(0, SPOKEN_LENGTH)));
      return made.value;
    }
    selection?.addRange(range);
    showFailure(made.error);
    return null;
  }

  function edit({ annotation, ranges }: Mark, field: "note" | "tags"): void {
    const [anchor] = ranges;
    if (anchor !== undefined) overlay().open({ kind: "editor", anchor, annotation, field });
  }

  async function write(range: Range, field: "note" | "tags"): Promise<void> {
    const mark = await make(range, EMPTY_BODY);
    if (mark !== null) edit(mark, field);
  }

  async function restore(id: string): Promise<void> {
    const restored = await marks.restore(id);
    if (!restored.ok) showFailure(restored.error);
  }

  return {
    highlight: (range, colour) => make(range, { ...EMPTY_BODY, colour }),
    write,
    edit,
    async save(id, changes) {
      const saved = await marks.update(id, changes);
      if (!saved.ok) showFailure(saved.error);
      else if (changes.colour !== undefined) overlay().announce(message("colourChanged", colourName(changes.colour)));
      return saved.ok;
    },
    async remove(annotation) {
      overlay().close();
      const removed = await marks.remove(annotation.id);
      if (!removed.ok) return showFailure(removed.error);
      overlay().toast({ text: message("deleted"), tone: "plain", undo: () => void restore(annotation.id) });
    },
    async annotateSelection(isNote) {
      const range = selectedRange();
      if (range === null) {
        overlay().toast({ text: message("nothingSelected"), tone: "plain", undo: null });
        return failure("not-found", "nothing is selected");
      }
      if (isNote) await write(range, "note");
      else await make(range, EMPTY_BODY);
      return done;
    },
    async annotate(range) {
      if (range === null) return failure("not-found", "this is not on the page any more");
      const made = await marks.create(range, EMPTY_BODY);
      return made.ok ? done : made;
    },
  };
}
