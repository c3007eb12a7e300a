import { describe, expect, test } from "vitest";
import { completeTag, inOrderOfUse } from "../../../../src/annotation/records/tags.ts";

const used = (uses: Readonly<Record<string, number>>) =>
  inOrderOfUse(Object.entries(uses).map(([tag, count]) => ({ tag, count })));

test("the most used tag comes first, then the alphabet decides", () => {
  expect(used({ Zoning: 1, éclair: 1, claim: 2, bank: 1 })).toEqual([
    { tag: "claim", count: 2 },
    { tag: "bank", count: 1 },
    { tag: "éclair", count: 1 },
    { tag: "Zoning", count: 1 },
  ]);
});

describe("completeTag", () => {
  const known = used({ harbour: 2, "check this": 1, Öre: 1, claim: 3 });

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
