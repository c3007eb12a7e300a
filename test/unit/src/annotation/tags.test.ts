import { describe, expect, test } from "vitest";
import { completeTag, countTags } from "../../../../src/annotation/records/tags.ts";

test("tags are counted whatever their case, the most used first, then by the alphabet", () => {
  expect(countTags([["claim", "Zoning"], ["Claim"], ["éclair", "bank"], []])).toEqual([
    { tag: "claim", count: 2 },
    { tag: "bank", count: 1 },
    { tag: "éclair", count: 1 },
    { tag: "Zoning", count: 1 },
  ]);
});

describe("completeTag", () => {
  const known = countTags([["harbour", "check this"], ["harbour", "Öre"], ["claim"], ["claim"], ["claim"]]);

  test.each([
    ["", [], ["claim", "harbour", "check this", "Öre"]],
    ["c", [], ["claim", "check this"]],
    ["CL", [], ["claim"]],
    ["#cl", [], ["claim"]],
    ["or", [], ["Öre"]],
    ["ö", [], ["Öre"]],
    ["th", [], ["check this"]],
    ["h", [], ["harbour"]],
    ["c", ["Claim"], ["check this"]],
    ["check  t", [], ["check this"]],
    ["zeppelin", [], []],
    ["(", [], []],
  ])("completes %j beside %j", (typed, taken, expected) => {
    expect(completeTag(typed, known, taken)).toEqual(expected);
  });

  test("offers no more than it is asked for", () => {
    expect(completeTag("", known, [], 2)).toEqual(["claim", "harbour"]);
  });
});
