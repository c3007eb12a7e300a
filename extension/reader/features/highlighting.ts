import { type Body, type Colour, EMPTY_BODY } from "../../../src/annotation/records/annotation.ts";
import { failure, type Result } from "../../../src/result.ts";
import { done } from "../../calls/serve.ts";
import { rangeAcross } from "../../dom/text/ranges.ts";
import { message } from "../../locale/message.ts";
import { publicColourLabel } from "../../ui/texts/colour-name.ts";
import { type Highlight, spokenWords } from "../highlights/highlight.ts";
import type { NewHighlight } from "../highlights/highlights.ts";
import type { Install } from "../page.ts";
import { rangesOfPassage } from "./passages.ts";
import { selectedRange } from "./selection.ts";

/** Highlights what is selected, and words of an article. */
export const installHighlighting: Install = (page) => {
  const { highlights, overlay, commands, stories, showFailure } = page;
  async function make(range: Range, body: Body): Promise<NewHighlight | null> {
    // Taken away before the answer: a second click must not save a second highlight.
    getSelection()?.removeAllRanges();
    if (overlay.panel?.kind === "toolbar") overlay.close();
    const made = await highlights.create(range, body);
    if (made.ok) {
      const { isNew, saved } = made.value;
      if (isNew) void saved.then((stored) => stored.ok && announce(stored.value));
      return made.value;
    }
    getSelection()?.addRange(range);
    showFailure(made.error);
    return null;
  }

  const announce = (made: Highlight): void =>
    overlay.announce(
      message("markMade", publicColourLabel(made.annotation.body.colour, page.colourNames), spokenWords(made)),
    );

  async function highlight(range: Range, colour: Colour | null): Promise<void> {
    const made = await make(range, { ...EMPTY_BODY, colour: colour ?? EMPTY_BODY.colour });
    if (made === null) return;
    if (!made.isNew) return keep(made.highlight, colour);
    const saved = await made.saved;
    if (saved.ok) return;
    highlights.forget(made.highlight.annotation.id);
    getSelection()?.addRange(range);
    showFailure(saved.error);
  }

  /** What stands on the words already stays as it is, but for a colour that was chosen. */
  function keep({ annotation, ranges }: Highlight, colour: Colour | null): void {
    if (colour !== null && colour !== annotation.body.colour) {
      return highlights.update(annotation.id, { colour });
    }
    overlay.point(ranges);
    overlay.toast({ text: message("markedAlready"), tone: "plain", undo: null });
  }

  async function write(range: Range, field: "note" | "tags"): Promise<void> {
    overlay.awaitEditor(true);
    const made = await make(range, EMPTY_BODY);
    const opened =
      made !== null && (await commands.send({ kind: "open-note", id: made.highlight.annotation.id, field })).ok;
    if (!opened) overlay.awaitEditor(false);
  }

  /** Works on a range or, where that is `null`, on the selection. */
  async function withRange(range: Range | null, work: (range: Range) => Promise<void>): Promise<Result<null>> {
    const wanted = range ?? selectedRange();
    if (wanted === null) {
      overlay.toast({ text: message("nothingSelected"), tone: "plain", undo: null });
      return failure("not-found", "nothing is selected");
    }
    await work(wanted);
    return done;
  }

  commands.on("highlight", ({ range, colour }) => withRange(range, (wanted) => highlight(wanted, colour)));
  commands.on("write", ({ range, field }) => withRange(range, (wanted) => write(wanted, field)));
  commands.on("highlight-passage", async ({ passage }) => {
    const range = rangeAcross(rangesOfPassage(stories, passage));
    if (range === null) return failure("not-found", "this is not on the page any more");
    const made = await highlights.create(range, EMPTY_BODY);
    if (!made.ok) return made;
    const saved = await made.value.saved;
    if (saved.ok) return done;
    highlights.forget(made.value.highlight.annotation.id);
    return saved;
  });
};
