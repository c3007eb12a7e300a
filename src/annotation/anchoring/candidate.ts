import type { Span } from "../../text/span.ts";
import { contextShare, type ContextScore } from "./context.ts";
import type { PatternWords } from "./pattern.ts";

/** A place on the page that may be the passage. */
export interface Candidate {
  /** Where it is in the page's normalised text. */
  readonly span: Span;
  /** How surely it is the passage, from 0 to 1. */
  readonly score: number;
  /** The score, and a bonus for standing near the place where the passage was: what candidates are compared by. */
  readonly rank: number;
  /** How much of what tells the passage from others that read like it stands here, from 0 to 1. */
  readonly told: number;
}

/** Below this score, a place is another text and not the passage: where its very words stand, and where they changed. */
export const ACCEPTED_EXACT = 0.55;
export const ACCEPTED_EDITED = 0.55;

/** From this score on, a place that is not surely the passage is worth asking about. */
export const LIKELY = 0.35;

/** Keeps the best of the places that were looked at and not trusted: what the user may be asked about. */
export interface Doubts {
  readonly best: Candidate | null;
  add(candidate: Candidate): void;
}

export function createDoubts(): Doubts {
  let best: Candidate | null = null;
  return {
    get best() {
      return best;
    },
    add(candidate) {
      if (candidate.score >= LIKELY && candidate.rank > (best?.rank ?? 0)) best = candidate;
    },
  };
}

/** How much nearness tells between two like places, and how far something near moves, in UTF-16 code units. */
const NEARNESS_BONUS = 0.2;
const NEARNESS_RANGE = 1500;

/** How many telling words a passage needs before its own words count as much as its context. */
const BALANCE = 6;

/** The sum of the weights of the words that a passage consists of. */
export function quoteWeight(pattern: PatternWords): number {
  let weight = 0;
  for (let i = pattern.quote.start; i < pattern.quote.end; i += 1) weight += pattern.weights[i] ?? 0;
  return weight;
}

/**
 * Weighs the passage's own words against its surroundings: a long passage speaks for itself, a single word is only as
 * good as its context. `kept` is the share of the passage's words that stand at the place.
 */
export function scoreCandidate(pattern: PatternWords, kept: number, context: ContextScore): number {
  const weight = quoteWeight(pattern);
  const share = weight / (weight + BALANCE);
  return share * kept + (1 - share) * contextShare(context);
}

/** A candidate at a place of the page; `hint` is where the passage stood, or `null` where that is not known. */
export function rank(span: Span, score: number, told: number, hint: number | null): Candidate {
  const nearness = hint === null ? 0 : Math.exp(-Math.abs(span.start - hint) / NEARNESS_RANGE);
  return { span, score, rank: score + NEARNESS_BONUS * nearness, told };
}
