import { describe, expect, test } from "vitest";
import { parseDate, parseDates } from "../../../src/article/dates.ts";
import { dateCases } from "../../cases/dates.ts";

describe("a date in a text", () => {
  test.each(dateCases)("$text", ({ text, order, date }) => {
    expect(parseDate(text, order ?? null)).toBe(date);
  });

  test("machine dates that run together are all found", () => {
    expect(parseDates("2022-01-09T00:08:20+5:302022-01-10T00:05:08+5:30")).toEqual([
      "2022-01-08T18:38:20Z",
      "2022-01-09T18:35:08Z",
    ]);
  });
});
