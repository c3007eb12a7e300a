import type { Span } from "../text/span.ts";
import { align, type Alignment } from "./align.ts";
import { quoteWeight, rank, scoreCandidate, type Candidate } from "./candidate.ts";
import { scoreContext } from "./context.ts";
import { coreOf } from "./core.ts";
import type { Pattern, PatternWords } from "./pattern.ts";
import { findPlaces } from "./seeds.ts";
import type { Words } from "./words.ts";

/** How far around a place the pattern is aligned, in words, beyond its own length. */
const MARGIN = 60;

/** The best place where most of the passage still stands, or where other words stand in its place; `null` if none. */
export function findEdited(page: Words, pattern: Pattern, words: PatternWords, hint: number | null): Candidate | null {
  let best: Candidate | null = null;
  for (const place of findPlaces(words, page)) {
    const from = Math.max(0, place - MARGIN);
    const to = Math.min(page.length, place + words.length + MARGIN + (words.length >> 2));
    const candidate = judge(page, pattern, words, align(words, page, from, to), hint);
    if (candidate !== null && (best === null || candidate.rank > best.rank)) best = candidate;
  }
  return best;
}

function judge(
  page: Words,
  pattern: Pattern,
  words: PatternWords,
  alignment: Alignment,
  hint: number | null,
): Candidate | null {
  const core = coreOf(words, alignment);
  if (core === null) return null;
  const first = core.words.start;
  const last = core.words.end - 1;
  // A passage that begins or ends inside a word does so still, where that word is unchanged.
  const isFirstKept = alignment.likeness[first] === 1 && alignment.targets[first] === core.page.start;
  const isLastKept = alignment.likeness[last] === 1 && alignment.targets[last] === core.page.end - 1;
  const skipped = isFirstKept ? Math.max(0, pattern.quote.start - (words.starts[first] ?? 0)) : 0;
  const spared = isLastKept ? Math.max(0, (words.ends[last] ?? 0) - pattern.quote.end) : 0;
  const span = {
    start: (page.starts[core.page.start] ?? 0) + skipped,
    end: (page.ends[core.page.end - 1] ?? 0) - spared,
  };
  const context = scoreContext(words, page, core.page.start, core.page.end);
  return rank(span, scoreCandidate(words, keptShare(words, alignment, core.words), context), hint);
}

/** This many telling words, kept together, are surely of the passage, however little of it they are. */
const SURELY_KEPT = 10;

/** How much of the passage the page kept, by weight: as a share of the passage, or by the sheer number of words. */
function keptShare(words: PatternWords, { likeness }: Alignment, core: Span): number {
  let kept = 0;
  let total = 0;
  for (let i = core.start; i < core.end; i += 1) {
    const weight = words.weights[i] ?? 0;
    kept += weight * (likeness[i] ?? 0);
    total += weight;
  }
  if (kept === 0) return 0;
  return Math.max(kept / quoteWeight(words), 0.75 * Math.min(1, kept / SURELY_KEPT) * (kept / total));
}
