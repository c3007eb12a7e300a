import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { occurrences } from "../../../../src/annotation/anchoring/occurrences.ts";

function plainly(text: string, part: string): number[] {
  return Array.from({ length: text.length }, (_, at) => at).filter((at) => text.startsWith(part, at));
}

describe("occurrences", () => {
  test("are all places, in order, overlapping ones too", () => {
    expect([...occurrences("banana", "ana")]).toEqual([1, 3]);
    expect([...occurrences("banana", "nab")]).toEqual([]);
  });

  test("of long parts in texts that say the same again and again are the same as by comparing at each place", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "aab"), { minLength: 1, maxLength: 4 })
      .chain((unit) => fc.nat(1_500).map((length) => unit.join("").repeat(length).slice(0, length)));
    fc.assert(
      fc.property(text, text, fc.nat(1_500), fc.integer({ min: 1, max: 900 }), (one, other, from, length) => {
        const whole = one + other + one;
        const part = whole.slice(from, from + length);
        fc.pre(part !== "");
        expect([...occurrences(whole, part)]).toEqual(plainly(whole, part));
      }),
    );
  });
});
