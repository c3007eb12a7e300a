import { message } from "../../locale/message.ts";
import { publicColourLabel } from "../../ui/texts/colour-name.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import type { Install } from "../page.ts";
import { keepArticle } from "../stories/keep-article.ts";
import type { Colour } from "../../../src/annotation/records/annotation.ts";
import type { FailureCode } from "../../../src/result.ts";

/** What came of something that was written, on the page or in its private frame. */
interface Outcome {
  /** Why it was not saved; `null` where it was. */
  readonly failure: FailureCode | null;
  /** The page that it belongs to, where it was stored for the first time. */
  readonly firstOn: string | null;
  /** The colour that was chosen; `null` where none was. */
  readonly colour: Colour | null;
  readonly isText: boolean;
  readonly isUnseen: boolean;
}

/** Tells what came of saving where no editor does, since it may be closed by then; and keeps whom an article names. */
export const installSaves: Install = (page) => {
  const { outbox, overlay, stories, highlights, onSent } = page;

  const tell = ({ failure, firstOn, colour, isText, isUnseen }: Outcome): void => {
    if (failure !== null) {
      const text = message("keptUnsaved", failureText({ code: failure }));
      if (isUnseen && (isText || colour !== null)) overlay.toast({ text, tone: "error", undo: null });
      return;
    }
    // The first highlight or word on it makes a story one of the user's articles.
    for (const story of stories.all) if (story.page === firstOn) void keepArticle(story);
    if (colour !== null) overlay.announce(message("colourChanged", publicColourLabel(colour, page.colourNames)));
    if (isUnseen && isText) overlay.announce(message("saved"));
  };

  outbox.watch((event) => {
    if (event.kind !== "sent" || event.unsaved.kind !== "annotation") return;
    const { unsaved, result, isUnseen } = event;
    const { colour = null, ...texts } = unsaved.changes;
    const firstOn = unsaved.made?.target.page ?? null;
    const isText = Object.keys(texts).length > 0;
    tell({ failure: result.ok ? null : result.error.code, firstOn, colour, isText, isUnseen });
  });

  onSent(({ failure, highlight, page: where, isFirst, isColour, isText, isUnseen }) => {
    if (highlight !== null) void highlights.takeUp(highlight);
    const firstOn = isFirst ? where : null;
    tell({ failure, firstOn, colour: isColour ? (highlight?.colour ?? null) : null, isText, isUnseen });
  });
};
