import { expect, test } from "vitest";
import { dateIn, numberText, pluralForm } from "../../../../extension/locale/formats.ts";

test.each([
  ["1998-03-14", "en", "long", "March 14, 1998"],
  ["1998-03-14", "en-GB", "long", "14 March 1998"],
  ["1998-03-14", "de", "medium", "14.03.1998"],
  ["1998-03-01", "en", "month", "Mar 1998"],
  ["in spring", "en", "medium", "in spring"],
  ["", "en", "long", ""],
] as const)("%s in %s, %s: %s", (iso, language, style, text) => {
  expect(dateIn(iso, language, style)).toBe(text);
});

test("a plain day stays the day that it names; an instant is told where the user lives, with its time", () => {
  const instant = new Date(1998, 2, 14, 23, 59).toISOString();
  expect(dateIn(instant, "en", "medium")).toBe("Mar 14, 1998");
  expect(dateIn(instant, "en", "instant")).toMatch(/^Mar 14, 1998, 11:59\sPM$/);
});

test("numbers and their forms go by the language", () => {
  expect(numberText(12_345, "en")).toBe("12,345");
  expect(numberText(12_345, "de")).toBe("12.345");
  expect([pluralForm(1, "en"), pluralForm(2, "en"), pluralForm(0, "fr")]).toEqual(["one", "other", "one"]);
});
