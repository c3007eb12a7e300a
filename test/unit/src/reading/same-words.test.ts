import { expect, test } from "vitest";
import { findWords } from "../../../../src/reading/same-words.ts";

test.each([
  ["where they stood", "Ada met Ben.", { start: 8, end: 11 }, "Ben", { start: 8, end: 11 }],
  ["further down, after text was put in", "News. Ada met Ben.", { start: 8, end: 11 }, "Ben", { start: 14, end: 17 }],
  ["further up", "Met Ben.", { start: 8, end: 11 }, "Ben", { start: 4, end: 7 }],
  ["at the nearest place", "Ben, Ben, then Ben", { start: 6, end: 9 }, "Ben", { start: 5, end: 8 }],
  ["nowhere, once they are gone", "Ada met Bill.", { start: 8, end: 11 }, "Ben", null],
  ["nowhere, where there are none", "Ada", { start: 1, end: 1 }, "", null],
])("words are found %s", (_, text, span, words, found) => {
  expect(findWords(text, span, words)).toEqual(found);
});
