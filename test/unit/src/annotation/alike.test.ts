import { describe as group, expect, test } from "vitest";
import { anchor } from "../../../../src/annotation/anchoring/anchor.ts";
import { describe } from "../../../../src/annotation/anchoring/describe.ts";
import { createTextIndex } from "../../../../src/annotation/anchoring/text-index.ts";
import { finish } from "../../../../src/slices.ts";
import { textOf } from "../../../../src/text/span.ts";

const TOWNS = "Amsel Brinkum Corvel Dorsten Ellery Farrow Gansby Hollis Imber".split(" ");
const CRIMES = "fraud forgery bribery theft perjury conspiracy extortion larceny arson".split(" ");

/** Lists of rows that read alike, by what they are. */
const LISTS: readonly (readonly [string, readonly string[]])[] = [
  [
    "counts of an indictment",
    CRIMES.map(
      (crime, i) =>
        `Count ${i + 1}: the jury found the defendant ${i % 3 === 0 ? "not guilty" : "guilty"} of ${crime} in the matter of the ${TOWNS[i]} lease.`,
    ),
  ],
  ["a table", TOWNS.map((town, i) => `${town}\n${i + 20}\n${i * 3 + 2}\n${91 - i * 7} points`)],
  [
    "entries longer than the context that is kept",
    TOWNS.map(
      (town, i) =>
        `The station of ${town} was built of ${CRIMES[i]} stone in ${1860 + i * 7} and has ${i + 11} platforms. ` +
        "The railway means to close its ticket office at the end of the year and to put a machine in its place, which the " +
        "council opposes. The building itself is protected and will stay; whoever wants to open a shop in it may write.",
    ),
  ],
];

const page = (rows: readonly string[]): string =>
  [
    "What is known so far",
    "Our reporters have gathered all of it, and keep the list up to date.",
    ...rows,
    "Letters to the newsroom are read on the same day.",
  ].join("\n");

/** Marks a whole row, and gives where the mark stands after a change: `null` where it is lost. */
function follow(rows: readonly string[], own: number, after: readonly string[]): string | null {
  const before = page(rows);
  const row = rows[own] ?? "";
  const start = before.indexOf(row);
  const now = page(after);
  const anchoring = finish(anchor(createTextIndex(now), describe(before, { start, end: start + row.length })));
  return anchoring.state === "lost" ? null : textOf(now, anchoring.span);
}

group.each(LISTS)("a whole row of %s", (_, rows) => {
  const each = rows.map((row, own) => ({ row, own }));

  test.each(each)("$own is lost when it is deleted", ({ own }) => {
    expect(follow(rows, own, rows.toSpliced(own, 1))).toBeNull();
  });

  test.each(each)("$own is found when it was swapped with any other", ({ row, own }) => {
    for (let other = 0; other < rows.length; other += 1) {
      const swapped = rows.with(own, rows[other] ?? "").with(other, row);
      expect(follow(rows, own, swapped)).toBe(row);
    }
  });

  test.each(each)("$own is found at the top, and when the rows are sorted", ({ row, own }) => {
    expect(follow(rows, own, [row, ...rows.toSpliced(own, 1)])).toBe(row);
    expect(follow(rows, own, rows.toReversed())).toBe(row);
  });

  test.each(each)("$own is found when it was edited", ({ row, own }) => {
    const edited = row.replace(/\d+(?=\D*$)|guilty/, (word) => (word === "guilty" ? "innocent" : `${word}5`));
    expect(edited).not.toBe(row);
    expect(follow(rows, own, rows.with(own, edited))).toBe(edited);
  });
});

test("a row of a list that shows only some of its rows is lost while it is away", () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `Row ${i}: the pilot of boat ${i * 7} reports wind and a sea of ${i % 9} feet.`,
  );
  for (const own of [0, 3, 6, 9]) expect(follow(rows.slice(0, 10), own, rows.slice(20, 30))).toBeNull();
});
