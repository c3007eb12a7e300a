import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise, toNormalised, toOriginal } from "../../../../src/text/normalise.ts";

/** Text with everything that is folded in it, mixed with plain letters and with scripts of several kinds. */
const mixedText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        " ",
        "\n",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "…",
        "“",
        "’",
        "—",
        "e\u0301",
        "İ",
        "か\u3099",
        "👩‍🚀",
        "שלום",
      ),
      fc.string({ maxLength: 4 }),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

describe("normalise", () => {
  test.each([
    ["letter case", "THE Harbour", "the harbour"],
    ["quotation marks of every shape", "“a” ‘b’ «c» „d“ `e´", "'a' 'b' 'c' 'd' 'e'"],
    ["dashes", "1914–18 — a", "1914-18 - a"],
    ["an ellipsis", "well… no", "well... no"],
    ["white space, also at the ends", "\n a\u00a0 \t b ", "a b"],
    ["marks without width", "co\u00adop\u200ber\u2060a\u200ftion", "cooperation"],
    ["decomposed accents", "cafe\u0301 か\u3099", "café が"],
    ["letters that would grow when lowered", "İzmir", "İzmir"],
    ["joined emoji", "a 👩‍🚀 b", "a 👩‍🚀 b"],
  ])("folds %s", (_, text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test("does nothing to its own result", () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
    );
  });

  test("maps every stretch to a stretch of the original that folds to the same", () => {
    fc.assert(
      fc.property(mixedText, fc.nat(), fc.nat(), (text, a, b) => {
        const normalised = normalise(text);
        fc.pre(normalised.text.length > 0);
        const start = a % normalised.text.length;
        const end = start + 1 + (b % (normalised.text.length - start));
        const original = toOriginal(normalised, { start, end });
        expect(original.start).toBeLessThan(original.end);
        // A cut inside an ellipsis or between a space's neighbours widens the stretch, but never narrows it.
        expect(normalise(text.slice(original.start, original.end)).text).toContain(
          normalised.text.slice(start, end).trim(),
        );
      }),
    );
  });

  test("finds an original offset again", () => {
    fc.assert(
      fc.property(mixedText, fc.nat(), (text, at) => {
        const normalised = normalise(text);
        fc.pre(normalised.text.length > 0);
        const index = at % normalised.text.length;
        const found = toNormalised(normalised, normalised.starts[index]!);
        expect(normalised.starts[found]).toBe(normalised.starts[index]);
      }),
    );
  });
});
