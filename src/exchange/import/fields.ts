import type { TextPositionSelector } from "../../annotation/records/selectors.ts";

/** What may be anything, looked into with distrust. */

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** A place in a page's text, where it is one. */
export function positionOf(place: Fields | undefined): TextPositionSelector | null {
  const [start, end] = [place?.["start"], place?.["end"]];
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return null;
  return Number(start) < 0 || Number(end) < Number(start)
    ? null
    : { type: "TextPositionSelector", start: Number(start), end: Number(end) };
}
