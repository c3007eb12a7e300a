import type { Overlay, OverlayPage } from "./contract.ts";

/**
 * The overlay is a script of its own, so that a page is read before any of it is loaded. The two scripts share the
 * extension's own world on the page, which the page's scripts do not see, and find each other in it under this key.
 */
const KEY = Symbol.for("sourceline.overlay");

/** The attribute of the element on the page that holds the overlay. It opens nothing to who knows it. */
export const HOST = "data-sourceline-overlay";

/** `signal` takes the overlay away. */
type CreateOverlay = (page: OverlayPage, signal: AbortSignal) => Overlay;
const world = globalThis as { [KEY]?: CreateOverlay };

/** Offers the overlay to the reader of the same page. */
export function offerOverlay(create: CreateOverlay): void {
  world[KEY] = create;
}

/** What was offered, or `null` where the overlay's script has not run. */
export function offeredOverlay(): CreateOverlay | null {
  return world[KEY] ?? null;
}
