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
  return {
    x: clamp(anchor.left + (anchor.width - panel.width) / 2, panel.width, viewport.width),
    y: clamp(isAbove ? above : below, panel.height, viewport.height),
  };
}

/** Where a card stands: in a margin beside the text, or below or above its name. */
export type CardSide = "right" | "left" | "below" | "above";
/** The margins first: there nothing of the text is covered. */
const SIDES: readonly CardSide[] = ["right", "left", "below", "above"];

/** What a card is placed by. */
export interface CardSurroundings {
  /** The name that the card is of. */
  readonly name: Box;
  /** The text that the name stands in: beside it are the margins. */
  readonly column: Box;
  /** What should stay to be read: the statements on the card, where they are in view. */
  readonly apart: readonly Box[];
}

/** A card that is lower than this, in CSS pixels, shows too little. */
const LEAST_HEIGHT = 300;

/**
 * How high a card may be, in CSS pixels: as high as the viewport where it fits into a margin, and else no higher than fits
 * above or below its name, unless it would show too little.
 */
export function heightForCard(
  { name, column }: Pick<CardSurroundings, "name" | "column">,
  width: number,
  viewport: Pick<Box, "width" | "height">,
): number {
  const margin = Math.max(column.left, viewport.width - column.left - column.width);
  const most = viewport.height - 2 * GAP;
  if (margin >= width + 2 * GAP) return most;
  const beside = Math.max(name.top, viewport.height - name.top - name.height) - 2 * GAP;
  return Math.min(most, Math.max(LEAST_HEIGHT, beside));
}

/** The side of its name on which a card covers least of it and of its statements; of several, the first of the margins. */
export function sideOfCard(
  around: CardSurroundings,
  card: Pick<Box, "width" | "height">,
  viewport: Pick<Box, "width" | "height">,
): CardSide {
  let best: CardSide = "below";
  let least = Infinity;
  for (const side of SIDES) {
    const { x, y } = placeCard(side, around, card, viewport);
    const box = { left: x, top: y, ...card };
    // To cover the name is worse than to cover everything else.
    const isMargin = side === "right" || side === "left";
    const spilt = isMargin && covered(box, around.column) > 0 ? 1 : 0;
    const cost =
      covered(box, around.name) * 1_000_000 + around.apart.reduce((sum, other) => sum + covered(box, other), spilt);
    if (cost < least) [best, least] = [side, cost];
  }
  return best;
}

/** Where a card's upper left corner goes on one side of its name, inside the viewport whatever happens. */
export function placeCard(
  side: CardSide,
  { name, column }: CardSurroundings,
  card: Pick<Box, "width" | "height">,
  viewport: Pick<Box, "width" | "height">,
): { readonly x: number; readonly y: number } {
  const middle = name.left + (name.width - card.width) / 2;
  const wanted = {
    right: { x: column.left + column.width + GAP, y: name.top },
    left: { x: column.left - GAP - card.width, y: name.top },
    below: { x: middle, y: name.top + name.height + GAP },
    above: { x: middle, y: name.top - GAP - card.height },
  }[side];
  return { x: clamp(wanted.x, card.width, viewport.width), y: clamp(wanted.y, card.height, viewport.height) };
}

/** How much of a box another one covers, in square CSS pixels. */
function covered(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}

const clamp = (value: number, size: number, room: number): number => Math.max(GAP, Math.min(value, room - GAP - size));

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
