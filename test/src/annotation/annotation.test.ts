import { expect, test } from "vitest";
import { cleanTag, LIMITS, parseTags } from "../../../src/annotation/annotation.ts";

test.each([
  ["", []],
  [" , ,", []],
  ["claim", ["claim"]],
  ["#claim, check this", ["claim", "check this"]],
  ["Claim, claim,  CLAIM ", ["Claim"]],
  ["##a  b", ["a b"]],
  ["פיר, نار", ["פיר", "نار"]],
])("the tags in %j", (typed, tags) => {
  expect(parseTags(typed)).toEqual(tags);
});

test("tags stay within their limits", () => {
  expect(cleanTag("x".repeat(100))).toHaveLength(LIMITS.tag);
  expect(parseTags(Array.from({ length: 50 }, (_, i) => `t${i}`).join())).toHaveLength(LIMITS.tags);
});
