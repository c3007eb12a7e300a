import { comparable } from "../../text/fold.ts";
import type { Article } from "../../text/article.ts";

/** The paragraphs of a story, to know it again by when the page around it has changed. */
export type StoryPrint = ReadonlySet<string>;

/** Longer than any opening that two paragraphs are likely to share. */
const OPENING = 80;
const MIN_SHARED = 0.5;

export function printOf({ text, parts }: Article): StoryPrint {
  return new Set(
    parts
      .filter(({ kind }) => kind === "lead" || kind === "body")
      .map(({ start, end }) => comparable(text.slice(start, Math.min(end, start + OPENING)))),
  );
}

/**
 * How surely two readings are of the same story, 0 to 1: the share of the shorter one's paragraphs that the other has,
 * so that a story is itself with paragraphs added or folded away, or 0 below a half.
 */
export function likeness(a: StoryPrint, b: StoryPrint): number {
  const [shorter, longer] = a.size < b.size ? [a, b] : [b, a];
  const shared = [...shorter].filter((opening) => longer.has(opening)).length / Math.max(1, shorter.size);
  return shared < MIN_SHARED ? 0 : shared;
}
