import { listen } from "../../dom/trusted.ts";
import { focusInto } from "./focus.ts";
import type { OverlayHost } from "./host.ts";

/** The key that goes around the parts of a window, in browsers and desktops alike. */
const KEY = "F6";

/**
 * Lets the keyboard into what is shown on the page, and out of it again with everything left open. Where nothing is
 * shown, the key is the browser's.
 */
export function listenForEntry(host: OverlayHost, signal: AbortSignal): void {
  /** What had the focus on the page. */
  let left: Element | null = null;
  listen(
    window,
    "keydown",
    (event) => {
      if (event.key !== KEY || event.ctrlKey || event.altKey || event.metaKey) return;
      const { focused } = host;
      const shown = host.find(".panel:not(.toast)") ?? host.find(".toast");
      if (shown === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (focused === null) {
        left = document.activeElement;
        focusInto(shown);
      } else if (left instanceof HTMLElement && left !== document.body && left.isConnected) {
        left.focus({ preventScroll: true });
      } else {
        (focused as HTMLElement).blur();
      }
    },
    { capture: true, signal },
  );
}
