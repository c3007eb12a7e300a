/** A rectangle or a window, in CSS pixels from the viewport's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between a panel and what it belongs to, and between a panel and the edges of the viewport. */
const GAP = 8;

/**
 * Where a panel's upper left corner goes: above or below what it belongs to, in its middle, on the other side where there
 * is no room, and inside the viewport whatever happens.
 */
export function placeBeside(
  anchor: Box,
  panel: Pick<Box, "width" | "height">,
  viewport: Pick<Box, "width" | "height">,
  side: "top" | "bottom",
): { readonly x: number; readonly y: number } {
  const above = anchor.top - GAP - panel.height;
  const below = anchor.top + anchor.height + GAP;
  const fitsAbove = above >= GAP;
  const fitsBelow = below + panel.height <= viewport.height - GAP;
  const isAbove = side === "top" ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow;
  const clamp = (value: number, size: number, room: number): number =>
    Math.max(GAP, Math.min(value, room - GAP - size));
  return {
    x: clamp(anchor.left + (anchor.width - panel.width) / 2, panel.width, viewport.width),
    y: clamp(isAbove ? above : below, panel.height, viewport.height),
  };
}

/** Between a short word to the user and the edge of the viewport. */
const EDGE = 16;

/**
 * At which edge of the viewport a short word to the user lies: the lower one, unless less of a panel would be covered at
 * the upper one.
 */
export function edgeApartFrom(
  panel: Box | null,
  size: Pick<Box, "height">,
  viewport: Pick<Box, "height">,
): "top" | "bottom" {
  if (panel === null) return "bottom";
  const reach = EDGE + size.height + GAP;
  const coveredBelow = panel.top + panel.height - (viewport.height - reach);
  const coveredAbove = reach - panel.top;
  return coveredBelow > 0 && coveredAbove < coveredBelow ? "top" : "bottom";
}
