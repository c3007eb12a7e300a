import type { Shape } from "./shapes.ts";

/** A row that stands on the page. */
export interface Row {
  /** Its place in the shape's list. */
  readonly number: number;
  readonly fields: readonly string[];
}

/** A list before and after a change, with the row that is marked. */
interface Case {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
  readonly marked: number;
}

/** How many rows stand on the page at once where a list shows only some of its rows. */
const IN_VIEW = 5;

/** What happens to a list of alike rows, by name, in the order of the report: all cases that a shape gives. */
export const CHANGES: ReadonlyMap<string, (shape: Shape) => Case[]> = new Map<string, (shape: Shape) => Case[]>([
  ["deleted", (shape) => each(shape, (rows, own) => rows.toSpliced(own, 1))],
  ["deleted, one added", (shape) => each(shape, (rows, own, added) => [...rows.toSpliced(own, 1), added])],
  ["out of view", (shape) => each(shape, (rows, _, added) => [...rows.slice(IN_VIEW), added], IN_VIEW)],
  [
    "swapped",
    (shape) => {
      const others = Array.from({ length: shape.rows.length - 2 }, (_, i) => i + 1);
      return others.flatMap((by) =>
        each(shape, (rows, own) => {
          const other = (own + by) % rows.length;
          return rows.map((row, i) => (i === own ? rows[other] : i === other ? rows[own] : row) ?? row);
        }),
      );
    },
  ],
  [
    "moved to the top",
    (shape) => each(shape, (rows, own) => [...rows.slice(own, own + 1), ...rows.toSpliced(own, 1)]).slice(1),
  ],
  ["sorted", (shape) => each(shape, (rows) => rows.toSorted((a, b) => sortKey(a) - sortKey(b)))],
  [
    "edited",
    (shape) =>
      each(shape, (rows, own) => {
        const { field, change } = shape.edit;
        return rows.map((row, i) =>
          i === own ? { ...row, fields: row.fields.with(field, change(row.fields[field] ?? "")) } : row,
        );
      }),
  ],
]);

/** An order that has nothing to do with the first one. */
const sortKey = ({ number }: Row): number => (number * 7 + 3) % 11;

/** One case for each row of the list, of which `shown` are on the page at first. */
function each(
  { rows }: Shape,
  change: (rows: readonly Row[], own: number, added: Row) => readonly Row[],
  shown = rows.length - 1,
): Case[] {
  const all = rows.map((fields, number): Row => ({ number, fields }));
  const present = all.slice(0, -1);
  const added = all.at(-1);
  if (added === undefined) return [];
  return present
    .slice(0, shown)
    .map(({ number }) => ({ before: present.slice(0, shown), after: change(present, number, added), marked: number }));
}
