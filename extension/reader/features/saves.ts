import { isOnName } from "../../../src/annotation/records/name-note.ts";
import { message } from "../../locale/message.ts";
import { colourLabel } from "../../ui/texts/colour-name.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import type { Install } from "../page.ts";
import { keepArticle } from "../stories/keep-article.ts";

/** Tells what came of saving where no editor does, since it may be closed by then; and keeps whom an article names. */
export const installSaves: Install = (page) => {
  const { outbox, overlay, stories } = page;
  outbox.watch((event) => {
    if (event.kind !== "sent") return;
    const { unsaved, result, isUnseen } = event;
    const { colour, ...changes } = unsaved.changes;
    if (!result.ok) {
      const isChanged = Object.keys(unsaved.changes).length > 0;
      const text = message("keptUnsaved", failureText(result.error));
      if (isUnseen && isChanged) overlay.toast({ text, tone: "error", undo: null });
      return;
    }
    const record = result.value;
    const where = isOnName(record) ? record.origin : record.target;
    const isFirst = isOnName(record) ? record.revision === 1 : unsaved.kind === "annotation" && unsaved.made !== null;
    // The first highlight or word on it makes a story one of the user's articles.
    if (isFirst) for (const story of stories.all) if (story.page === where.page) void keepArticle(story);
    if (isOnName(record)) return overlay.renewCard();
    if (colour !== undefined) overlay.announce(message("colourChanged", colourLabel(colour, page.colourNames)));
    if (isUnseen && Object.keys(changes).length > 0) overlay.announce(message("saved"));
  });
};
