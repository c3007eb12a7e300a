import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWords, type Change } from "../../../../src/annotation/anchoring/compare.ts";

/** Changes as one line: what was removed in brackets, what was added in braces. */
function show(changes: readonly Change[]): string {
  const marks = { kept: ["", ""], removed: ["[", "]"], added: ["{", "}"] } as const;
  return changes.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join("");
}

describe("compareWords", () => {
  test.each([
    ["two hundred islanders", "two hundred islanders", "two hundred islanders"],
    ["two hundred islanders", "three hundred islanders", "[two]{three} hundred islanders"],
    ["the old wooden pier", "the new stone pier", "the [old wooden]{new stone} pier"],
    ["still warm", "still quite warm", "still {quite }warm"],
    ["nine million crowns", "nine crowns", "nine [million ]crowns"],
    ["at dawn", "", "[at dawn]"],
    ["", "", ""],
  ])("%s → %s", (before, after, changes) => {
    expect(show(compareWords(before, after))).toBe(changes);
  });

  test("takes two long passages that have little in common for one replaced by the other", () => {
    const before = Array.from({ length: 3_000 }, (_, i) => `a${i}`).join(" ");
    const after = Array.from({ length: 3_000 }, (_, i) => `b${i}`).join(" ");
    const started = performance.now();
    expect(compareWords(before, after)).toEqual([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test("finds its way in long passages by the words that stand once in both", () => {
    const words = Array.from({ length: 3_000 }, (_, i) => `w${i} the`);
    const edited = words.with(700, "w700 a").with(2_500, "new words");
    const changes = compareWords(words.join(" "), edited.join(" ")).filter(({ kind }) => kind !== "kept");
    expect(show(changes)).toBe("[the]{a}[w2500 the]{new words}");
  });

  test("loses no letter of either version", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c", " ", "  ", ".", "é", "都"), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const changes = compareWords(a.join(""), b.join(""));
        const without = (kind: Change["kind"]) =>
          changes.flatMap((change) => (change.kind === kind ? [] : [change.text])).join("");
        expect(without("added")).toBe(a.join(""));
        expect(without("removed")).toBe(b.join(""));
      }),
    );
  });
});
