import { normalise, toNormalised } from "../../text/normalise.ts";
import type { Span } from "../../text/span.ts";
import type { Selectors } from "../records/selectors.ts";
import { isLetter, splitWords, type Words } from "./words.ts";

/** A passage with its context, normalised: what is looked for in a page. */
export interface Pattern {
  readonly text: string;
  /** Where the passage itself is in `text`, without white space at its ends. */
  readonly quote: Span;
  /** Whether the passage begins, and ends, at the edge of a word. */
  readonly startsWord: boolean;
  readonly endsWord: boolean;
}

/** The words of a pattern, matched to the words of a page. */
export interface PatternWords {
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The page's id of each word, or -1 where the page has no such word. */
  readonly ids: Int32Array;
  readonly spellings: readonly string[];
  /** How much each word tells, from near 0 ("the", a comma) to 1 (a word that stands at most once on the page). */
  readonly weights: Float64Array;
  /**
   * How much each word tells this passage from others that read like it, from near 0 (all of them have it) to 1 (it stands
   * nowhere else, neither on the page nor in the pattern).
   */
  readonly telling: Float64Array;
  /** The words that the passage covers, the first and the one after the last. */
  readonly quote: Span;
}

/** The pattern of a passage, or `null` where the passage has no visible character. */
export function patternOf({ quote }: Selectors): Pattern | null {
  const prefix = quote.prefix ?? "";
  const normalised = normalise(prefix + quote.exact + (quote.suffix ?? ""));
  const { text } = normalised;
  let start = toNormalised(normalised, prefix.length);
  let end = toNormalised(normalised, prefix.length + quote.exact.length);
  while (start < end && text[start] === " ") start += 1;
  while (end > start && text[end - 1] === " ") end -= 1;
  if (start === end) return null;
  return { text, quote: { start, end }, ...wordEdges(text, start, end) };
}

/** Whether a stretch of a normalised text begins and ends at the edge of a word. */
export function wordEdges(text: string, start: number, end: number): { startsWord: boolean; endsWord: boolean } {
  return {
    startsWord: !(isLetter(text, start) && isLetter(text, start - 1)),
    endsWord: !(isLetter(text, end - 1) && isLetter(text, end)),
  };
}

/** What a punctuation mark tells, in words. */
const PUNCTUATION_WEIGHT = 0.15;

/** How much a word tells that stands `count` times among the page's `total` words. */
function weigh(spelling: string, count: number, total: number): number {
  if (!/[\p{L}\p{N}]/u.test(spelling)) return PUNCTUATION_WEIGHT;
  if (count <= 1) return 1;
  const information = Math.log(total / count) / Math.log(total);
  return Math.max(0.05, information * information);
}

/** How much a word tells alike passages apart that stands `count` times outside of one. Signs tell nothing. */
function tell(spelling: string, count: number): number {
  return /[\p{L}\p{N}]/u.test(spelling) ? 1 / (1 + Math.max(0, count)) ** 2 : 0;
}

/** How often each spelling stands among some. */
function countsOf(spellings: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  return counts;
}

/** Cuts a pattern into words and looks each up among the page's words. */
export function wordsOf(pattern: Pattern, page: Words): PatternWords {
  const pieces = splitWords(pattern.text);
  const { length } = pieces;
  const starts = Int32Array.from(pieces, (piece) => piece.start);
  const ends = Int32Array.from(pieces, (piece) => piece.end);
  const spellings = pieces.map((piece) => pattern.text.slice(piece.start, piece.end));
  const ids = Int32Array.from(spellings, (spelling) => page.idOf.get(spelling) ?? -1);
  const weights = Float64Array.from(spellings, (spelling, i) =>
    weigh(spelling, page.counts[ids[i] ?? -1] ?? 0, page.length),
  );
  const start = pieces.findIndex((piece) => piece.end > pattern.quote.start);
  const after = pieces.findIndex((piece) => piece.start >= pattern.quote.end);
  const quote = { start, end: after < 0 ? length : after };
  const inPattern = countsOf(spellings);
  const inPassage = countsOf(spellings.slice(quote.start, quote.end));
  const telling = Float64Array.from(spellings, (spelling, i) => {
    const most = Math.max(inPattern.get(spelling) ?? 0, page.counts[ids[i] ?? -1] ?? 0);
    return tell(spelling, most - Math.max(1, inPassage.get(spelling) ?? 0));
  });
  return { length, starts, ends, ids, spellings, weights, telling, quote };
}
