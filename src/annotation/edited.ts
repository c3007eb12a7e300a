import type { Span } from "../text/span.ts";
import { align, type Alignment } from "./align.ts";
import { scoreCandidate, type Candidate } from "./candidate.ts";
import type { Pattern, PatternWords } from "./pattern.ts";
import { findPlaces } from "./seeds.ts";
import type { Words } from "./words.ts";

/** How far around a place the pattern is aligned, in words, beyond its own length. */
const MARGIN = 60;

/** The best place where most of the passage still stands, or where other words stand in its place; `null` if none. */
export function findEdited(page: Words, pattern: Pattern, words: PatternWords): Candidate | null {
  let best: Candidate | null = null;
  for (const place of findPlaces(words, page)) {
    const from = Math.max(0, place - MARGIN);
    const to = Math.min(page.length, place + words.length + MARGIN + (words.length >> 2));
    const candidate = judge(page, pattern, words, align(words, page, from, to));
    if (candidate !== null && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best;
}

function judge(page: Words, pattern: Pattern, words: PatternWords, alignment: Alignment): Candidate | null {
  const span = coveredSpan(page, pattern, words, alignment);
  if (span === null) return null;
  const kept = keptShare(words, alignment, words.quote.start, words.quote.end) ?? 0;
  const before = keptShare(words, alignment, 0, words.quote.start);
  const after = keptShare(words, alignment, words.quote.end, words.length);
  return { span, score: scoreCandidate(words, kept, { before, after }) };
}

/** The share of the pattern's words [`start`, `end`) that the page kept, by weight; `null` for no words. */
function keptShare(words: PatternWords, alignment: Alignment, start: number, end: number): number | null {
  let kept = 0;
  let total = 0;
  for (let i = start; i < end; i += 1) {
    const weight = words.weights[i] ?? 0;
    total += weight;
    kept += weight * (alignment.likeness[i] ?? 0);
  }
  return total === 0 ? null : kept / total;
}

/** From the first to the last of the page's words that the passage's words became, in the page's normalised text. */
function coveredSpan(page: Words, pattern: Pattern, words: PatternWords, alignment: Alignment): Span | null {
  let first = words.quote.start;
  while (first < words.quote.end && (alignment.targets[first] ?? -1) < 0) first += 1;
  if (first === words.quote.end) return null;
  let last = words.quote.end - 1;
  while ((alignment.targets[last] ?? -1) < 0) last -= 1;
  const firstTarget = alignment.targets[first] ?? 0;
  const lastTarget = alignment.targets[last] ?? 0;
  // A passage that begins or ends inside a word does so still, where that word is unchanged.
  const skipped = alignment.likeness[first] === 1 ? Math.max(0, pattern.quote.start - (words.starts[first] ?? 0)) : 0;
  const spared = alignment.likeness[last] === 1 ? Math.max(0, (words.ends[last] ?? 0) - pattern.quote.end) : 0;
  return { start: (page.starts[firstTarget] ?? 0) + skipped, end: (page.ends[lastTarget] ?? 0) - spared };
}
