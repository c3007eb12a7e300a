import { describe, expect, test } from "vitest";
import { inUtc, parseDate, parseDates } from "../../../../src/article/facts/dates.ts";
import { dateCases } from "../../../cases/dates.ts";

describe("a date in a text", () => {
  test.each(dateCases)("$text", ({ text, order, date }) => {
    expect(parseDate(text, order ?? null)).toBe(date);
  });

  test("machine dates that run together are all found", () => {
    const dates = parseDates("2022-01-09T00:08:20+5:302022-01-10T00:05:08+5:30");
    expect(dates).toEqual(["2022-01-09T00:08:20+05:30", "2022-01-10T00:05:08+05:30"]);
    expect(dates.map(inUtc)).toEqual(["2022-01-08T18:38:20Z", "2022-01-09T18:35:08Z"]);
  });

  test("a plain date is the same in UTC", () => {
    expect(inUtc("2022-01-09")).toBe("2022-01-09");
  });
});
