import type { FrameNews } from "../../calls/frame-view.ts";
import { askBeforeLeaving } from "../../calls/outbox.ts";
import { listen } from "../../dom/trusted.ts";
import { message } from "../../locale/message.ts";
import { stopsIn } from "../../ui/stops.ts";
import type { LoadedOverlay, OverlayPage } from "./contract.ts";
import type { OverlayHost } from "./host.ts";
import type { PrivateFrame } from "./private-frame.ts";

interface Around {
  readonly page: OverlayPage;
  readonly frame: PrivateFrame;
  readonly host: OverlayHost;
  readonly overlay: LoadedOverlay;
  /** Gives the focus back to the page. */
  leave(): void;
  readonly signal: AbortSignal;
}

/** How soon after the user has pressed the mouse on the page the focus goes that they meant to go, in milliseconds. */
const PRESS_TIME = 700;

/** Gives what hears from the private frame what the user does in it. */
export function hearFrame({ page, frame, host, overlay, leave, signal }: Around): (news: FrameNews) => void {
  const { send } = page;
  const askOrNot = askBeforeLeaving(signal);
  /** When the user last pressed the mouse on the page itself: no key that is pressed there leads out of the frame. */
  let lastPress = -Infinity;
  listen(window, "pointerdown", () => void (lastPress = performance.now()), { capture: true, passive: true, signal });

  const close = (): void => {
    const { panel } = overlay;
    overlay.close();
    if (panel?.kind !== "editor") return;
    // The page's caret stands behind the passage, so that reading and tabbing go on from there.
    getSelection()?.collapse(panel.anchor.endContainer, panel.anchor.endOffset);
  };

  /** Goes on behind the last stop of the frame, or before its first: round and round in the card. */
  const pass = (by: 1 | -1): void => {
    const card = host.find(".panel:not(.toast)");
    if (card !== null)
      stopsIn(card)
        .at(by > 0 ? 0 : -1)
        ?.focus({ preventScroll: true });
  };

  /** What is typed would go on to the page, whose script has taken the focus. */
  const beTaken = (): void => {
    // It is in another window, in something else of ours, or comes back with the frame, which is loaded anew.
    const isElsewhere = !document.hasFocus() || host.focused !== null || host.isMoved;
    if (overlay.panel === null || isElsewhere || performance.now() - lastPress < PRESS_TIME) return;
    overlay.close();
    overlay.toast({ text: message("focusTaken"), tone: "error", undo: null, leadsToPanel: true });
  };

  return (news) => {
    switch (news.kind) {
      case "size":
        return frame.resize(news.height);
      case "pass":
        return pass(news.by);
      case "close":
        close();
        return news.isSaved ? overlay.announce(message("saved")) : undefined;
      case "leave":
        return leave();
      case "blurred":
        return news.isByKey ? undefined : beTaken();
      case "unsafe":
        return askOrNot(news.isUnsafe);
      case "open-note":
        return void send({ kind: "open-note", id: news.id, field: "note" });
      case "step":
        return void send({ kind: "step", by: news.by, isLast: true, takesFocus: true });
      case "open-name":
      case "delete":
      case "accept-wording":
      case "move-through-history":
        return void send(news);
      case "name-note-deleted":
        return overlay.toast({
          text: message("subjectNoteDeleted"),
          tone: "plain",
          undo: () => frame.restored(news.id),
        });
      case "failed":
        return page.showFailure(news);
      case "sent":
        return page.hearSent(news);
    }
  };
}
