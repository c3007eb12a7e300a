import type { ColourNames } from "../../../src/annotation/records/colours.ts";
import { isOnName } from "../../../src/annotation/records/name-note.ts";
import type { Outbox } from "../../calls/outbox.ts";
import { message } from "../../locale/message.ts";
import { colourLabel } from "../../ui/texts/colour-name.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import type { Overlay } from "../overlay/contract.ts";

/**
 * Tells what came of saving where no editor does: it may be closed by then.
 *
 * @param keepArticle takes a page for one of the user's articles, as the first word on it makes it.
 */
export function tellOfSaves(
  outbox: Outbox,
  overlay: Overlay,
  names: () => ColourNames,
  keepArticle: (page: string) => void,
): void {
  outbox.watch((event) => {
    if (event.kind !== "sent") return;
    const { unsaved, result, isUnseen } = event;
    const { colour, ...changes } = unsaved.changes;
    const isChanged = Object.keys(unsaved.changes).length > 0;
    if (!result.ok) {
      const text = message("keptUnsaved", failureText(result.error));
      if (isUnseen && isChanged) overlay.toast({ text, tone: "error", undo: null });
      return;
    }
    if (isOnName(result.value)) {
      if (result.value.revision === 1) keepArticle(result.value.origin.page);
      overlay.renewCard();
      return;
    }
    if (colour !== undefined) overlay.announce(message("colourChanged", colourLabel(colour, names())));
    if (isUnseen && Object.keys(changes).length > 0) overlay.announce(message("saved"));
  });
}
