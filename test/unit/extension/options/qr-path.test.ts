import * as fc from "fast-check";
import jsqr from "jsqr";
import { expect, test } from "vitest";
import { pathOf } from "../../../../extension/options/sync/qr-path.ts";
import { codeFor, serverFrom } from "../../../../extension/sync/code.ts";

/** Squares of a side, in pixels of the picture that is read. */
const PIXELS = 4;

/** What another library reads in the code that is drawn. */
function read(text: string): string | null {
  const drawn = pathOf(text);
  if (drawn === null) return null;
  const width = drawn.size * PIXELS;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of drawn.path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < PIXELS; row += 1) {
      const start = ((Number(y) * PIXELS + row) * width + Number(x) * PIXELS) * 4;
      for (let pixel = 0; pixel < PIXELS; pixel += 1) pixels.fill(0, start + pixel * 4, start + pixel * 4 + 3);
    }
  }
  return jsqr(pixels, width, width)?.data ?? null;
}

test("what a camera reads sets up the second machine", () => {
  const server = fc.record({
    address: fc.webUrl({ validSchemes: ["https"] }),
    database: fc.constant("notes"),
    user: fc.string({ maxLength: 30 }),
    password: fc.string({ unit: "grapheme", maxLength: 40 }),
  });
  fc.assert(
    fc.property(server, (one) => {
      expect(serverFrom(read(codeFor(one)) ?? "")).toEqual(one);
    }),
    { numRuns: 30 },
  );
});

test("there is light all around it, and none is drawn of what is too long for a screen", () => {
  const drawn = pathOf("sourceline-sync:x");
  const places = [...(drawn?.path ?? "").matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...places.flat())).toBe(4);
  expect(Math.max(...places.flat())).toBe((drawn?.size ?? 0) - 5);
  expect(pathOf("x".repeat(1_501))).toBeNull();
});
