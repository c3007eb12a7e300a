import { expect, test } from "vitest";
import { cleanTag, LIMITS, addTags } from "../../../../src/annotation/records/annotation.ts";

test.each([
  ["", []],
  [" , ,", []],
  ["claim", ["claim"]],
  ["#claim, check this", ["claim", "check this"]],
  ["Claim, claim,  CLAIM ", ["Claim"]],
  ["##a  b", ["a b"]],
  ["פיר, نار، ماء", ["פיר", "نار", "ماء"]],
])("the tags in %j", (typed, tags) => {
  expect(addTags([], typed)).toEqual(tags);
});

test("tags stay within their limits", () => {
  expect(cleanTag("x".repeat(100))).toHaveLength(LIMITS.tag);
  expect(addTags([], Array.from({ length: 50 }, (_, i) => `t${i}`).join())).toHaveLength(LIMITS.tags);
});

test("tags that are there stay as they are, and come first", () => {
  expect(addTags(["Claim", "a, b"], "claim, new")).toEqual(["Claim", "a, b", "new"]);
});
