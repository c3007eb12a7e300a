import type { Span } from "../../src/text/span.ts";

/** How many spans were right, predicted and gold. */
export interface Counts {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
}

export const NONE: Counts = { right: 0, predicted: 0, gold: 0 };

export function sum(a: Counts, b: Counts): Counts {
  return { right: a.right + b.right, predicted: a.predicted + b.predicted, gold: a.gold + b.gold };
}

const key = ({ start, end }: Span): string => `${start}-${end}`;

/** Compares spans exactly. Predictions that meet an `accepted` span count neither way. */
export function compareSpans(gold: readonly Span[], predicted: readonly Span[], accepted: readonly Span[]): Counts {
  const neutral = new Set(accepted.map(key));
  const wanted = new Set(gold.map(key));
  const found = new Set(predicted.map(key).filter((span) => !neutral.has(span)));
  return { right: [...found].filter((span) => wanted.has(span)).length, predicted: found.size, gold: wanted.size };
}

/** Percentages. */
export function scoresOf({ right, predicted, gold }: Counts): { precision: number; recall: number; f1: number } {
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    precision: percent(right, predicted),
    recall: percent(right, gold),
    f1: percent(2 * right, predicted + gold),
  };
}
