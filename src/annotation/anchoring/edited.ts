import type { Steps } from "../../slices.ts";
import type { Span } from "../../text/span.ts";
import { align, type Alignment } from "./align.ts";
import { isAnother, toldShare, weighEvidence } from "./another.ts";
import {
  ACCEPTED_EDITED,
  type Candidate,
  type Doubts,
  LIKELY,
  quoteWeight,
  rank,
  scoreCandidate,
} from "./candidate.ts";
import { highestContext, scoreContext, type ContextScore } from "./context.ts";
import { coreOf, type Core } from "./core.ts";
import type { Pattern, PatternWords } from "./pattern.ts";
import { findPlaces } from "./seeds.ts";
import type { Words } from "./words.ts";

/** How far around a place the pattern is aligned, in words, beyond its own length. */
const MARGIN = 60;

/** The places come best first, so a candidate of this rank needs no comparison with the next. */
const SURE = 1.05;

/**
 * The best place where most of the passage still stands, or where other words stand in its place; `null` if none ranks
 * higher than `floor`.
 *
 * @param doubts gets the places that are not trusted.
 */
export function* findEdited(
  page: Words,
  pattern: Pattern,
  words: PatternWords,
  hint: number | null,
  floor: number,
  doubts: Doubts,
): Steps<Candidate | null> {
  let best: Part | null = null;
  for (const place of findPlaces(words, page)) {
    yield;
    const from = Math.max(0, place - MARGIN);
    const to = Math.min(page.length, place + words.length + MARGIN + (words.length >> 2));
    const most = highest(words, page, from, to, hint);
    if (most.rank <= floor || (best !== null && most.rank <= best.rank && most.kept <= best.kept)) continue;
    const alignment = yield* align(words, page, from, to, place - from);
    yield;
    const candidate = judge(page, pattern, words, alignment, hint, doubts);
    if (candidate === null || candidate.rank <= floor || (best !== null && !isBetter(candidate, best))) continue;
    best = candidate;
    if (best.rank >= SURE) break;
  }
  return best;
}

/** A candidate, and how much of the passage stands there: by weight, in all and of each of the pattern's words. */
interface Part extends Candidate {
  readonly kept: number;
  readonly keptOf: Float64Array;
}

/** Two places have parts of a passage that was torn apart, if less than this share of the smaller one stands in both. */
const SHARED = 0.25;

/** Whether a place is the passage rather than another. Where both have parts of it that were torn apart, the larger is. */
function isBetter(candidate: Part, best: Part): boolean {
  const shared = candidate.keptOf.reduce((sum, kept, i) => sum + Math.min(kept, best.keptOf[i] ?? 0), 0);
  const isTorn = shared < SHARED * Math.min(candidate.kept, best.kept);
  return isTorn ? candidate.kept > best.kept : candidate.rank > best.rank;
}

/**
 * What a candidate among the page's words [`from`, `to`) comes to at most: if all words that stand there stood in order, none
 * edited.
 */
function highest(
  words: PatternWords,
  page: Words,
  from: number,
  to: number,
  hint: number | null,
): Pick<Part, "rank" | "kept"> {
  const there = new Set(page.ids.subarray(from, to));
  let kept = 0;
  for (let i = words.quote.start; i < words.quote.end; i += 1) {
    if (there.has(words.ids[i] ?? -1)) kept += words.weights[i] ?? 0;
  }
  const score = scoreCandidate(words, kept / quoteWeight(words), highestContext(words, there));
  const [start, end] = [page.starts[from] ?? 0, page.ends[to - 1] ?? 0];
  const nearest = hint === null ? start : Math.min(Math.max(hint, start), end);
  return { rank: rank({ start: nearest, end }, Math.max(score, certaintyOf(kept, 1)), 1, hint).rank, kept };
}

function judge(
  page: Words,
  pattern: Pattern,
  words: PatternWords,
  alignment: Alignment,
  hint: number | null,
  doubts: Doubts,
): Part | null {
  const core = coreOf(words, alignment);
  if (core === null) return null;
  const evidence = weighEvidence(words, page, alignment, core);
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
  const isInItsPlace = isReplaced(words, core, context);
  const isPassage = kept.share >= KEPT_SHARE || isInItsPlace;
  const score = Math.max(
    certaintyOf(kept.sum, kept.density),
    isPassage ? scoreCandidate(words, kept.share, context) : 0,
  );
  if (isAnother(evidence) || score < ACCEPTED_EDITED) {
    // What stands between the passage's neighbours may be a rewording of it, however few of its words are left.
    doubts.add(rank(span, isInItsPlace ? Math.max(score, LIKELY) : score, toldShare(evidence), hint));
    return null;
  }
  return { ...rank(span, score, toldShare(evidence), hint), kept: kept.sum, keptOf: kept.of };
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

/** How surely words that are left of a passage are of it, by what they weigh and how closely they stand together. */
const certaintyOf = (sum: number, density: number): number => SURE_SCORE * Math.min(1, sum / SURELY_KEPT) * density;

/**
 * How much of the passage the core keeps, by weight: the share of the passage, the share of the core, the sum, and how much
 * of each of the pattern's words.
 */
function keptIn(core: Span, words: PatternWords, { likeness }: Alignment) {
  const of = new Float64Array(words.length);
  let sum = 0;
  let total = 0;
  for (let i = core.start; i < core.end; i += 1) {
    const weight = words.weights[i] ?? 0;
    of[i] = weight * (likeness[i] ?? 0);
    sum += weight * (likeness[i] ?? 0);
    total += weight;
  }
  return { share: sum / quoteWeight(words), density: sum / total, sum, of };
}
