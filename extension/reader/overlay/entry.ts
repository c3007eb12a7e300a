import { listen } from "../../dom/trusted.ts";
import { focusInto } from "./focus.ts";
import { isEntryKey } from "./entry-key.ts";
import type { OverlayHost } from "./host.ts";

/** The names and highlights of the page, which the key leads to where nothing is shown. */
interface Stops {
  hasStops(): boolean;
  /** Goes to the first of them that the user has in view. */
  enter(): void;
  /** Closes what was shown there. */
  leave(): void;
}

/**
 * Lets the keyboard into what is shown on the page, and out of it again with everything left open. Where nothing is shown,
 * it leads to the page's names, and from there on to the browser's own parts; on a page without any, the key is the
 * browser's. Gives what leads out.
 */
export function listenForEntry(host: OverlayHost, signal: AbortSignal, stops: Stops): () => void {
  /** What had the focus on the page. */
  let left: Element | null = null;
  const leave = (): void => {
    if (left instanceof HTMLElement && left !== document.body && left.isConnected) left.focus({ preventScroll: true });
    else (host.focused as HTMLElement | null)?.blur();
  };
  listen(
    window,
    "keydown",
    (event) => {
      if (!isEntryKey(event)) return;
      const { focused } = host;
      const shown = host.find(".panel:not(.toast)") ?? host.find(".toast");
      // The browser's own turn.
      if (focused?.closest(".stepping") != null) return stops.leave();
      if (shown === null && !stops.hasStops()) return;
      event.preventDefault();
      event.stopPropagation();
      if (shown === null) return stops.enter();
      if (focused === null) {
        left = document.activeElement;
        if (!focusInto(shown)) host.frame.focus("first");
      } else leave();
    },
    { capture: true, signal },
  );
  return leave;
}
