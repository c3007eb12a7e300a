import { expect, test } from "vitest";
import { createShownStories, MOST_SHOWN } from "../../../../extension/reader/stories/shown-stories.ts";

const BELL = new Set(["the bell of the old ferry", "both of them are loud in fog"]);
const TRAIN = new Set(["the night train to osterby", "its last sleeping car"]);
const createShown = () => createShownStories((address) => address.replace(/#.*/, ""));

test("what stands at an address is another story only where one of other words stood there", () => {
  const shown = createShown();
  expect(shown.isAnother("/bell", BELL)).toBe(false);
  shown.note("/bell", BELL);
  expect(shown.isAnother("/bell#comments", BELL)).toBe(false);
  expect(shown.isAnother("/bell#comments", TRAIN)).toBe(true);
  expect(shown.isAnother("/train", TRAIN)).toBe(false);
});

test("on an endless page, what was met last is remembered", () => {
  const shown = createShown();
  shown.note("/bell", BELL);
  shown.note("/train", TRAIN);
  for (let number = 1; number < MOST_SHOWN; number += 1) {
    shown.note(`/story-${number}`, TRAIN);
    shown.note("/bell", BELL);
  }
  expect(shown.isAnother("/bell", TRAIN)).toBe(true);
  expect(shown.isAnother("/train", BELL)).toBe(false);
  expect(shown.isAnother("/story-1", BELL)).toBe(true);
});
