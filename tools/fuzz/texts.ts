import * as fc from "fast-check";
import { PIECES } from "./pieces.ts";

const pieces = Object.values(PIECES).flat();

/** Prose, more or less: words, names, marks and signs of every kind in any order, some of them again and again. */
export const texts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...pieces) },
      {
        weight: 3,
        arbitrary: fc.tuple(fc.constantFrom(...pieces), fc.nat(20)).map(([piece, times]) => piece.repeat(times)),
      },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    ),
    { maxLength: 60, size: "max" },
  )
  .map((parts) => parts.join(""));

/** A text, and the same with some pieces taken out, put in or moved. */
export const editedTexts: fc.Arbitrary<{ readonly before: string; readonly after: string }> = fc
  .tuple(fc.array(texts, { minLength: 1, maxLength: 6 }), fc.nat(5), texts)
  .map(([parts, place, added]) => {
    const edited = [...parts.slice(0, place), added, ...parts.slice(place + 1), ...parts.slice(0, place % 2)];
    return { before: parts.join(" "), after: edited.join(" ") };
  });

/** A text in which some letters were changed, cut out or doubled: what damage does to a file. */
export const damaged = (whole: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(whole, fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom("", ...pieces)), { maxLength: 4 }))
    .map(([text, wounds]) =>
      wounds.reduce((left, [at, length, put]) => {
        const start = at % (left.length + 1);
        return left.slice(0, start) + put + left.slice(start + length);
      }, text),
    );
