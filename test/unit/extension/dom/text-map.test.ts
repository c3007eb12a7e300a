import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextMapBuilder } from "../../../../extension/dom/text/text-map.ts";

/** All that the builder reads of a text node is its letters. */
function nodeOf(data: string): Text {
  return {
    data,
    length: data.length,
    substringData: (from: number, count: number) => data.slice(from, from + count),
  } as Text;
}

/** Builds a map of text nodes; `null` breaks the line. */
function build(pieces: readonly (string | null)[]) {
  const builder = new TextMapBuilder();
  for (const piece of pieces) {
    if (piece === null) builder.breakLine();
    else builder.append(nodeOf(piece));
  }
  return builder.build();
}

describe("TextMapBuilder", () => {
  test.each<[string, (string | null)[], string]>([
    ["collapses white space", ["  a \n\t b\u00a0\u00a0c"], "a b c"],
    ["drops what has no width", ["co\u00adop\u200ber\u2060ation"], "cooperation"],
    ["keeps a space between two nodes once", ["a ", " b"], "a b"],
    ["puts nothing between two nodes that touch", ["a", "b"], "ab"],
    ["leaves no space at the ends of lines", [" a ", null, " b "], "a\nb"],
    ["breaks a line once", [null, "a", null, " ", null, "b"], "a\nb"],
  ])("%s", (_, pieces, text) => {
    expect(build(pieces).text).toBe(text);
  });

  test("copies every run letter for letter, white space aside", () => {
    const piece = fc.option(fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "\u00a0", "\u00ad", "é") }));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { text, runs } = build(pieces);
        let end = 0;
        for (const run of runs) {
          const original = run.node.data.slice(run.nodeStart, run.nodeStart + run.length);
          expect(original.replaceAll(/\s/g, " ")).toBe(text.slice(run.start, run.start + run.length));
          // Only line breaks stand between runs.
          expect(text.slice(end, run.start)).toMatch(/^\n?$/);
          end = run.start + run.length;
        }
        expect(text.slice(end)).toMatch(/^\n?$/);
      }),
    );
  });
});
