import type { Steps } from "../../slices.ts";
import type { Span } from "../../text/span.ts";
import { align, type Alignment } from "./align.ts";
import { ACCEPTED_EDITED, quoteWeight, rank, scoreCandidate, type Candidate } from "./candidate.ts";
import { scoreContext, type ContextScore } from "./context.ts";
import { coreOf, type Core } from "./core.ts";
import type { Pattern, PatternWords } from "./pattern.ts";
import { findPlaces } from "./seeds.ts";
import type { Words } from "./words.ts";

/** How far around a place the pattern is aligned, in words, beyond its own length. */
const MARGIN = 60;

/** The places come best first, so a candidate of this rank needs no comparison with the next. */
const SURE = 1.05;

/** The best place where most of the passage still stands, or where other words stand in its place; `null` if none. */
export function* findEdited(
  page: Words,
  pattern: Pattern,
  words: PatternWords,
  hint: number | null,
): Steps<Candidate | null> {
  let best: Candidate | null = null;
  for (const place of findPlaces(words, page)) {
    yield;
    const from = Math.max(0, place - MARGIN);
    const to = Math.min(page.length, place + words.length + MARGIN + (words.length >> 2));
    const alignment = yield* align(words, page, from, to, place - from);
    yield;
    const candidate = judge(page, pattern, words, alignment, hint);
    if (candidate === null || (best !== null && candidate.rank <= best.rank)) continue;
    best = candidate;
    if (best.rank >= SURE) break;
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
  const kept = keptIn(core.words, words, alignment);
  const certainty = SURE_SCORE * Math.min(1, kept.sum / SURELY_KEPT) * kept.density;
  const isPassage = kept.share >= KEPT_SHARE || isReplaced(words, core, context);
  const score = Math.max(certainty, isPassage ? scoreCandidate(words, kept.share, context) : 0);
  return score < ACCEPTED_EDITED ? null : rank(span, score, hint);
}

/** Below this share of kept words, a passage must be seen to have been replaced. */
const KEPT_SHARE = 0.35;
const HELD_CONTEXT = 0.6;

/** Whether other words stand in the passage's place: about as many, with the context held on both sides. */
function isReplaced({ quote }: PatternWords, { page }: Core, { before, after }: ContextScore): boolean {
  const isLongEnough = 2 * (page.end - page.start) >= quote.end - quote.start;
  return isLongEnough && (before ?? 1) >= HELD_CONTEXT && (after ?? 1) >= HELD_CONTEXT;
}

/** This many telling words, kept together, are surely of the passage, however little of it they are. */
const SURELY_KEPT = 8;
const SURE_SCORE = 0.8;

/** How much of the passage the core keeps, by weight: the share of the passage, the share of the core, and the sum. */
function keptIn(
  core: Span,
  words: PatternWords,
  { likeness }: Alignment,
): { share: number; density: number; sum: number } {
  let sum = 0;
  let total = 0;
  for (let i = core.start; i < core.end; i += 1) {
    const weight = words.weights[i] ?? 0;
    sum += weight * (likeness[i] ?? 0);
    total += weight;
  }
  return { share: sum / quoteWeight(words), density: sum / total, sum };
}
