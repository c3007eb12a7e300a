import { expect, test } from "vitest";
import { timelineOf } from "../../../../src/library/timeline.ts";

test("months are told one by one, those without a word too, from the first of anybody's to the last", () => {
  expect(timelineOf([["1998-04-02", "1998-04-30", "1998-06-01"], ["1998-03-01"], []])).toEqual({
    unit: "month",
    periods: ["1998-03-01", "1998-04-01", "1998-05-01", "1998-06-01"],
    counts: [
      [0, 2, 0, 1],
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  });
});

test.each([
  ["1996-05-01", "1998-04-30", "month", 24, "1996-05-01"],
  ["1996-05-01", "1998-05-01", "quarter", 9, "1996-04-01"],
  ["1992-06-01", "1998-05-01", "quarter", 25, "1992-04-01"],
  ["1992-05-01", "1998-05-01", "year", 7, "1992-01-01"],
] as const)("from %s to %s is told by the %s", (from, to, unit, length, first) => {
  const { periods, counts, ...told } = timelineOf([[to, from]]);
  expect(told).toEqual({ unit });
  expect([periods.length, periods[0]]).toEqual([length, first]);
  expect([counts[0]?.[0], counts[0]?.at(-1)]).toEqual([1, 1]);
});

test("what is no day is left out, and so is what lies centuries before", () => {
  expect(timelineOf([["", "1998-13-01", "spring"]])).toEqual({ unit: "month", periods: [], counts: [[]] });
  expect(timelineOf([["0001-01-01", "1998-04-02"]])).toEqual({
    unit: "month",
    periods: ["1998-04-01"],
    counts: [[1]],
  });
});

test("a hundred thousand statements are no matter", () => {
  const days = Array.from({ length: 100_000 }, (_, at) => `${1990 + (at % 9)}-04-02`);
  expect(timelineOf([days]).counts[0]?.reduce((sum, count) => sum + count)).toBe(100_000);
});
