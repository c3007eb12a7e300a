import type { Span } from "../text/span.ts";

/**
 * Where words that stood at `span` in an earlier version of a text stand now: there, or else at the nearest place that
 * has them. `null` where the text has them no more.
 */
export function findWords(text: string, span: Span, words: string): Span | null {
  if (words === "") return null;
  const before = text.lastIndexOf(words, span.start);
  const after = text.indexOf(words, span.start);
  const starts = [before, after].filter((start) => start >= 0);
  const nearest = starts.toSorted((a, b) => Math.abs(a - span.start) - Math.abs(b - span.start))[0];
  return nearest === undefined ? null : { start: nearest, end: nearest + words.length };
}
