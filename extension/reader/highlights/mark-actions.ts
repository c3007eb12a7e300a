import { type Annotation, type Body, type Colour, EMPTY_BODY } from "../../../src/annotation/records/annotation.ts";
import type { ColourNames } from "../../../src/annotation/records/colours.ts";
import type { Direction } from "../../../src/annotation/history.ts";
import { failure, type Failure, type Result } from "../../../src/result.ts";
import { message } from "../../locale/message.ts";
import { done } from "../../calls/serve.ts";
import { colourLabel } from "../../ui/texts/colour-name.ts";
import { moveThroughHistory } from "../../ui/texts/history-text.ts";
import type { Surroundings } from "./mark-context.ts";
import { type Mark, spokenWords } from "./mark.ts";
import type { Marks, NewMark } from "./marks.ts";
import type { Overlay } from "../overlay/contract.ts";
import { selectedRange } from "../features/selection.ts";

/** What the reader does with marks: the writing, and what is shown of it. Failures are shown, not thrown. */
export interface MarkActions {
  /** Highlights a range in a colour of the reader's choice. What stands on the very same words takes that colour. */
  highlight(range: Range, colour: Colour): Promise<void>;
  /** Highlights a range and opens the editor on it, before anything is saved: what is typed next is the note. */
  write(range: Range, field: "note" | "tags"): Promise<void>;
  edit(mark: Mark, field: "note" | "tags"): void;
  /** Deletes, and offers to undo it. */
  remove(annotation: Annotation): Promise<void>;
  /** Takes up what was changed elsewhere, in an open editor too. */
  refresh(): Promise<void>;
  /** Highlights the selection; with `write`, opens the editor on it. `not-found` without a selection. */
  annotateSelection(write: boolean): Promise<Result<null>>;
  /** Highlights a range that somebody else shows the outcome of. */
  annotate(range: Range | null): Promise<Result<null>>;
  /** Takes the reader's last step back, or takes it again, and says which it was. */
  moveThroughHistory(direction: Direction): Promise<void>;
}

/** @param overlay gives the overlay, which in turn calls these actions. */
export function createMarkActions(
  marks: Marks,
  overlay: () => Overlay,
  showFailure: (error: Failure) => void,
  names: () => ColourNames,
  contextOf: Surroundings["contextOf"],
): MarkActions {
  async function make(range: Range, body: Body): Promise<NewMark | null> {
    // Taken away before the answer: a second click must not save a second mark.
    getSelection()?.removeAllRanges();
    if (overlay().panel?.kind === "toolbar") overlay().close();
    const made = await marks.create(range, body);
    if (made.ok) {
      const { isNew, saved } = made.value;
      if (isNew) void saved.then((stored) => stored.ok && announceMade(stored.value));
      return made.value;
    }
    getSelection()?.addRange(range);
    showFailure(made.error);
    return null;
  }

  const announceMade = (mark: Mark): void =>
    overlay().announce(message("markMade", colourLabel(mark.annotation.body.colour, names()), spokenWords(mark)));

  /** @param colour is `null` where the reader chose none. */
  async function highlight(range: Range, colour: Colour | null): Promise<void> {
    const made = await make(range, { ...EMPTY_BODY, colour: colour ?? EMPTY_BODY.colour });
    if (made === null) return;
    if (!made.isNew) return keep(made.mark, colour);
    const saved = await made.saved;
    if (saved.ok) return;
    marks.forget(made.mark.annotation.id);
    getSelection()?.addRange(range);
    showFailure(saved.error);
  }

  /** What stands on the words already stays as it is, but for a colour that was chosen. */
  function keep({ annotation, ranges }: Mark, colour: Colour | null): void {
    if (colour === null || colour === annotation.body.colour) {
      overlay().point(ranges);
      overlay().toast({ text: message("markedAlready"), tone: "plain", undo: null });
      return;
    }
    marks.update(annotation.id, { colour });
  }

  function edit(mark: Mark, field: "note" | "tags"): void {
    const { annotation, ranges } = mark;
    const [anchor] = ranges;
    if (anchor === undefined) return;
    const isNew = annotation.revision === 0;
    overlay().open({ kind: "editor", anchor, annotation, field, isNew, context: contextOf(mark) });
  }

  async function write(range: Range, field: "note" | "tags"): Promise<void> {
    const made = await make(range, EMPTY_BODY);
    if (made !== null) edit(made.mark, field);
  }

  /** Shows in the open editor what was changed elsewhere. Gives the id of what is gone, whose editor is closed. */
  const renewEditor = (): string | null => {
    const { panel } = overlay();
    if (panel?.kind !== "editor") return null;
    const { id } = panel.annotation;
    const mark = marks.get(id);
    if (mark !== null) overlay().changed(mark.annotation);
    else overlay().close();
    return mark === null ? id : null;
  };

  async function restore(id: string): Promise<void> {
    const restored = await marks.restore(id);
    if (!restored.ok) showFailure(restored.error);
  }

  const tellDeleted = (id: string): void =>
    overlay().toast({ text: message("deleted"), tone: "plain", undo: () => void restore(id) });

  return {
    highlight,
    write,
    edit,
    async remove(annotation) {
      overlay().close();
      const removed = await marks.remove(annotation.id);
      if (!removed.ok) return showFailure(removed.error);
      tellDeleted(annotation.id);
    },
    async refresh() {
      await marks.load();
      const gone = renewEditor();
      if (gone !== null) tellDeleted(gone);
    },
    async annotateSelection(isNote) {
      const range = selectedRange();
      if (range === null) {
        overlay().toast({ text: message("nothingSelected"), tone: "plain", undo: null });
        return failure("not-found", "nothing is selected");
      }
      if (isNote) await write(range, "note");
      else await highlight(range, null);
      return done;
    },
    async annotate(range) {
      if (range === null) return failure("not-found", "this is not on the page any more");
      const made = await marks.create(range, EMPTY_BODY);
      if (!made.ok) return made;
      const saved = await made.value.saved;
      if (saved.ok) return done;
      marks.forget(made.value.mark.annotation.id);
      return saved;
    },
    async moveThroughHistory(direction) {
      const moved = await moveThroughHistory(direction);
      if (!moved.ok) return showFailure(moved.error);
      const { text, step } = moved.value;
      if (step !== null) {
        await marks.load();
        renewEditor();
      }
      overlay().toast({ text, tone: "plain", undo: null });
    },
  };
}
