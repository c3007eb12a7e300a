import type { Span } from "../../text/span.ts";
import type { Alignment } from "./align.ts";
import type { PatternWords } from "./pattern.ts";

/** What is left of a passage: the words that stayed together, on both sides of an alignment. */
export interface Core {
  /** The passage's words, as a span of the pattern's words. */
  readonly words: Span;
  /** The page's words, as a span of word numbers. */
  readonly page: Span;
}

/** What a kept word is worth beyond its weight, what another word in its place costs … */
const KEPT = 0.15;
const REPLACED = -0.4;
/** … and what each word of the page costs that was put in between, beyond the first few. */
const INSERTED = -0.3;
const FREE_INSERTIONS = 3;

/** Words at the edge of a passage may have changed if its context follows after so many words more than were there. */
const EDGE_SLACK = 3;
/** How many words of the context next to the passage are looked at for one that the page kept. */
const EDGE_CONTEXT = 3;

/**
 * The words of the passage that stayed together on the page: the best-scoring stretch of the passage with its context,
 * so that words at its ends that only seem to stand far away are left out; and the words that stand between the stretch
 * and the passage's context. `null` where nothing stands in the passage's place.
 */
export function coreOf(words: PatternWords, alignment: Alignment): Core | null {
  const { quote } = words;
  const stretch =
    clip(bestStretch(words, alignment, { start: 0, end: words.length }), words, alignment) ??
    clip(bestStretch(words, alignment, quote), words, alignment);
  if (stretch === null) return betweenContexts(words, alignment);
  const { targets } = alignment;
  let { start, end } = stretch;
  let first = targets[start] ?? 0;
  let last = targets[end - 1] ?? 0;
  if (start > quote.start) {
    const edge = edgeBefore(words, alignment, start);
    if (edge !== null) [start, first] = [quote.start, edge];
  }
  if (end < quote.end) {
    const edge = edgeAfter(words, alignment, end);
    if (edge !== null) [end, last] = [quote.end, edge];
  }
  return { words: { start, end }, page: { start: first, end: last + 1 } };
}

/** A stretch of the pattern without what is not the passage's, from kept word to kept word; `null` if none is left. */
function clip(stretch: Span | null, words: PatternWords, { likeness }: Alignment): Span | null {
  if (stretch === null) return null;
  let start = Math.max(stretch.start, words.quote.start);
  let end = Math.min(stretch.end, words.quote.end);
  const isKept = (i: number) => (likeness[i] ?? 0) > 0;
  // A comma or full stop at the head of what is left belongs to the words before it.
  const isTrailing = (i: number) => i > words.quote.start && /^[.,;:!?)\]]$/.test(words.spellings[i] ?? "");
  while (start < end && (!isKept(start) || isTrailing(start))) start += 1;
  while (end > start && !isKept(end - 1)) end -= 1;
  return start < end ? { start, end } : null;
}

/** Not a word is left: what stands between the two contexts stands in the passage's place. */
function betweenContexts({ quote }: PatternWords, { targets, likeness }: Alignment): Core | null {
  if (likeness[quote.start - 1] !== 1 || likeness[quote.end] !== 1) return null;
  const page = { start: (targets[quote.start - 1] ?? 0) + 1, end: targets[quote.end] ?? 0 };
  const length = page.end - page.start;
  return length > 0 && length <= quote.end - quote.start + EDGE_SLACK ? { words: quote, page } : null;
}

/** The page's word where the passage begins, if its words before `start` were replaced; `null` if they are gone. */
function edgeBefore(words: PatternWords, { targets, likeness }: Alignment, start: number): number | null {
  const first = targets[start] ?? 0;
  const replaced = firstOf(targets, words.quote.start, start);
  for (let distance = 0; distance < EDGE_CONTEXT; distance += 1) {
    const number = words.quote.start - 1 - distance;
    if (number < 0) return replaced !== null && first - replaced <= start - words.quote.start ? replaced : null;
    if (likeness[number] !== 1) continue;
    const target = targets[number] ?? 0;
    if (first - target - 1 > start - number - 1 + EDGE_SLACK) return null;
    return distance === 0 && first > target + 1 ? target + 1 : replaced;
  }
  return null;
}

/** The page's word where the passage ends, if its words from `end` on were replaced; `null` if they are gone. */
function edgeAfter(words: PatternWords, { targets, likeness }: Alignment, end: number): number | null {
  const last = targets[end - 1] ?? 0;
  const replaced = lastOf(targets, end, words.quote.end);
  for (let distance = 0; distance < EDGE_CONTEXT; distance += 1) {
    const number = words.quote.end + distance;
    if (number >= words.length) return replaced !== null && replaced - last <= words.quote.end - end ? replaced : null;
    if (likeness[number] !== 1) continue;
    const target = targets[number] ?? 0;
    if (target - last - 1 > number - end + EDGE_SLACK) return null;
    return distance === 0 && target > last + 1 ? target - 1 : replaced;
  }
  return null;
}

function firstOf(targets: Int32Array, start: number, end: number): number | null {
  return targets.subarray(start, end).find((target) => target >= 0) ?? null;
}

function lastOf(targets: Int32Array, start: number, end: number): number | null {
  return targets.subarray(start, end).findLast((target) => target >= 0) ?? null;
}

/** The stretch of the pattern's words in `within` with the largest sum (Kadane's algorithm). */
function bestStretch(words: PatternWords, { targets, likeness }: Alignment, within: Span): Span | null {
  let best: Span | null = null;
  let bestSum = 0;
  let sum = 0;
  let start = -1;
  let lastTarget = -1;
  for (let i = within.start; i < within.end; i += 1) {
    const target = targets[i] ?? -1;
    if (target < 0) continue;
    const kept = likeness[i] ?? 0;
    const inserted = lastTarget < 0 ? 0 : Math.max(0, target - lastTarget - 1 - FREE_INSERTIONS);
    lastTarget = target;
    sum += inserted * INSERTED;
    if (sum <= 0) {
      sum = 0;
      start = -1;
    }
    if (kept > 0) {
      if (start < 0) start = i;
      sum += (words.weights[i] ?? 0) * kept + KEPT;
      if (sum > bestSum) {
        bestSum = sum;
        best = { start, end: i + 1 };
      }
    } else if (start >= 0) {
      sum += REPLACED;
    }
  }
  return best;
}
