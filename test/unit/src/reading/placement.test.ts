import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Box,
  type CardSide,
  edgeApartFrom,
  heightForCard,
  placeBeside,
  placeCard,
  sideOfCard,
} from "../../../../src/reading/placement.ts";

const viewport = { width: 1000, height: 800 };
const panel = { width: 200, height: 100 };
const word = (left: number, top: number): Box => ({ left, top, width: 60, height: 20 });

test.each<[string, Box, "top" | "bottom", { x: number; y: number }]>([
  ["above", word(400, 400), "top", { x: 330, y: 292 }],
  ["below", word(400, 400), "bottom", { x: 330, y: 428 }],
  ["below, since there is no room above", word(400, 50), "top", { x: 330, y: 78 }],
  ["above, since there is no room below", word(400, 700), "bottom", { x: 330, y: 592 }],
  ["in the viewport at its left edge", word(0, 400), "top", { x: 8, y: 292 }],
  ["in the viewport at its right edge", word(980, 400), "top", { x: 792, y: 292 }],
  [
    "over what fills the viewport, on the wanted side",
    { left: 0, top: -100, width: 900, height: 1000 },
    "top",
    { x: 350, y: 8 },
  ],
  ["at the lower edge for what was scrolled away below", word(400, 1200), "bottom", { x: 330, y: 692 }],
])("%s", (_, anchor, side, place) => {
  expect(placeBeside(anchor, panel, viewport, side)).toEqual(place);
});

test("a panel that fits the viewport is always inside it", () => {
  const size = fc.record({ width: fc.integer({ min: 1, max: 300 }), height: fc.integer({ min: 1, max: 300 }) });
  const place = fc.record({ left: fc.integer({ min: -2000, max: 2000 }), top: fc.integer({ min: -2000, max: 2000 }) });
  fc.assert(
    fc.property(size, size, place, fc.constantFrom("top" as const, "bottom" as const), (own, other, at, side) => {
      const { x, y } = placeBeside({ ...at, ...other }, own, { width: 320, height: 320 }, side);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(8);
      expect(Math.max(x + own.width, y + own.height)).toBeLessThanOrEqual(320);
    }),
  );
});

test.each<[string, Box | null, "top" | "bottom"]>([
  ["no panel", null, "bottom"],
  ["a panel in the upper half", { left: 300, top: 8, width: 380, height: 400 }, "bottom"],
  ["a panel that ends just above it", { left: 300, top: 300, width: 380, height: 436 }, "bottom"],
  ["a panel that it would touch", { left: 300, top: 300, width: 380, height: 437 }, "top"],
  ["a panel at the lower edge", { left: 300, top: 392, width: 380, height: 400 }, "top"],
  ["a panel that leaves more room below", { left: 300, top: 20, width: 380, height: 740 }, "bottom"],
  ["a panel that leaves more room above", { left: 300, top: 40, width: 380, height: 740 }, "top"],
])("a short word beside %s", (_, beside, edge) => {
  expect(edgeApartFrom(beside, { height: 40 }, viewport)).toBe(edge);
});

test.each<[string, Box, Box, number]>([
  ["fits into the right margin", word(100, 400), { left: 0, top: 0, width: 500, height: 2_000 }, 784],
  ["stands below its name", word(100, 300), { left: 100, top: 0, width: 800, height: 2_000 }, 464],
  ["stands above its name", word(100, 500), { left: 100, top: 0, width: 800, height: 2_000 }, 484],
])("a card that %s has this much room", (_, name, around, height) => {
  expect(heightForCard({ name, column: around }, 380, viewport)).toBe(height);
});

test("a card shows enough in a low window, whatever it covers", () => {
  const low = { width: 400, height: 330 };
  expect(heightForCard({ name: word(100, 150), column: { left: 0, top: 0, width: 400, height: 900 } }, 380, low)).toBe(
    300,
  );
});

const card = { width: 380, height: 400 };
const column = { left: 400, top: -500, width: 600, height: 3000 };
const wide = { width: 1400, height: 900 };
const line = (top: number): Box => ({ left: 400, top, width: 600, height: 22 });

test.each<[string, Parameters<typeof sideOfCard>[0], typeof wide, CardSide]>([
  ["in the right margin", { name: word(500, 300), column, apart: [line(320)] }, wide, "right"],
  ["in the left margin", { name: word(800, 300), column: { ...column, left: 700 }, apart: [] }, wide, "left"],
  [
    "below the name, with no margin",
    { name: word(500, 300), column: { ...column, left: 0, width: 1000 }, apart: [] },
    viewport,
    "below",
  ],
  [
    "above, where what is said stands below",
    { name: word(300, 500), column: { ...column, left: 0, width: 700 }, apart: [{ ...line(540), left: 0 }] },
    { width: 700, height: 1000 },
    "above",
  ],
  [
    "over what is said rather than over the name",
    { name: word(100, 20), column: { left: 0, top: 0, width: 360, height: 900 }, apart: [{ ...line(60), left: 0 }] },
    { width: 400, height: 640 },
    "below",
  ],
])("a card stands %s", (_, around, room, side) => {
  expect(sideOfCard(around, card, room)).toBe(side);
});

test("a card that fits covers its name on no side that is chosen, where there is room on one", () => {
  const at = fc.record({ left: fc.integer({ min: 0, max: 940 }), top: fc.integer({ min: 0, max: 780 }) });
  fc.assert(
    fc.property(at, ({ left, top }) => {
      const name = word(left, top);
      const around = { name, column: { left: 0, top: 0, width: 1000, height: 800 }, apart: [] };
      const small = { width: 200, height: 300 };
      const { x, y } = placeCard(sideOfCard(around, small, viewport), around, small, viewport);
      const isApart = x >= left + 60 || x + 200 <= left || y >= top + 20 || y + 300 <= top;
      expect(isApart).toBe(true);
    }),
  );
});
