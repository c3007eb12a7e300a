import { describe, expect, test } from "vitest";
import type { PartKind } from "../../../../src/text/article.ts";
import { likeness, printOf } from "../../../../src/article/stories/same-story.ts";
import { articleOf } from "../../../articles.ts";

const paragraph = (name: string): readonly [PartKind, string] => [
  "body",
  `${name} went down to the harbour in the morning, and came back with a crate of herring and a letter.`,
];
const likenessOf = (a: readonly string[], b: readonly string[]): number =>
  likeness(printOf(articleOf(...a.map(paragraph))), printOf(articleOf(...b.map(paragraph))));

describe("two readings are of the same story", () => {
  test.each([
    ["nothing has changed", ["Ada", "Ben", "Cleo"], ["Ada", "Ben", "Cleo"]],
    ["paragraphs were added", ["Ada", "Ben"], ["Ada", "Ben", "Cleo", "Dora", "Emil", "Fritz"]],
    ["posts were put on top", ["Ada", "Ben"], ["Cleo", "Dora", "Emil", "Ada", "Ben"]],
    ["most were folded away", ["Ada", "Ben", "Cleo", "Dora"], ["Ada"]],
    ["a paragraph was edited", ["Ada", "Ben", "Cleo"], ["Ada", "Xenia", "Cleo"]],
  ])("where %s", (_, before, after) => {
    expect(likenessOf(before, after)).toBeGreaterThan(0);
  });

  test.each([
    ["no paragraph is left", ["Ada", "Ben", "Cleo"], ["Dora", "Emil", "Fritz"]],
    ["they share a notice alone", ["Ada", "Ben", "Note"], ["Dora", "Emil", "Note"]],
    ["one is empty", [], ["Ada"]],
  ])("but not where %s", (_, before, after) => {
    expect(likenessOf(before, after)).toBe(0);
  });

  test("whatever becomes of headline, byline and what stands around", () => {
    const print = printOf(articleOf(["headline", "Ferry fails"], ["byline", "By Ada"], paragraph("Ben")));
    expect(print).toEqual(printOf(articleOf(["headline", "Ferry fails again"], paragraph("Ben"), ["credit", "Wires"])));
  });
});
