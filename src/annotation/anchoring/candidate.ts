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
}

/** Below this score, a place is another text and not the passage: where its very words stand, and where they changed. */
export const ACCEPTED_EXACT = 0.5;
export const ACCEPTED_EDITED = 0.55;

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
export function rank(span: Span, score: number, hint: number | null): Candidate {
  const nearness = hint === null ? 0 : Math.exp(-Math.abs(span.start - hint) / NEARNESS_RANGE);
  return { span, score, rank: score + NEARNESS_BONUS * nearness };
}
