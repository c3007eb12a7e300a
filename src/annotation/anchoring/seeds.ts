import type { PatternWords } from "./pattern.ts";
import type { Words } from "./words.ts";

/** A word that stands more often than this on the page is no seed, whatever follows it; in a long pattern, others will do. */
const COMMON = 400;
const COMMON_IN_LONG = 40;

/** Neighbouring diagonals that are counted together, in words: how far small edits shift a passage within itself. */
const BUCKET = 16;

/**
 * How many places are worth aligning. A long pattern has seeds enough to be surer of them, and costs the most to align; but
 * it may be torn apart, and what is left of the passage stand where its context does not.
 */
const PLACES = 3;
const PLACES_OF_LONG = 2;
const LONG_PATTERN = 120;

/**
 * Where the page shares pairs of neighbouring words, and single rare words, with the pattern. Returns the likeliest
 * places for the pattern's first word, as word numbers of the page (which may lie before 0), best first.
 */
export function findPlaces(pattern: PatternWords, page: Words): number[] {
  const votes = new Map<number, number>();
  const vote = (diagonal: number, weight: number) => {
    const bucket = Math.floor(diagonal / BUCKET);
    votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
  };
  const common = pattern.length > LONG_PATTERN ? COMMON_IN_LONG : COMMON;
  for (let i = 0; i < pattern.length; i += 1) {
    const id = pattern.ids[i] ?? -1;
    const count = page.counts[id] ?? Infinity;
    if (count > common) continue;
    const weight = pattern.weights[i] ?? 0;
    const next = pattern.ids[i + 1] ?? -1;
    const nextWeight = pattern.weights[i + 1] ?? 0;
    for (let j = page.lastOf[id] ?? -1; j >= 0; j = page.previous[j] ?? -1) {
      if (next >= 0 && page.ids[j + 1] === next) vote(j - i, weight + nextWeight);
      else if (count <= 3) vote(j - i, weight / 2);
    }
  }
  // A passage near the edge of a bucket has votes on both sides of it.
  const joined = [...votes].map(([bucket, weight]) => ({
    bucket,
    weight: weight + Math.max(votes.get(bucket - 1) ?? 0, votes.get(bucket + 1) ?? 0),
    own: weight,
  }));
  joined.sort((a, b) => b.weight - a.weight || b.own - a.own);
  const wanted = pattern.length > LONG_PATTERN ? PLACES_OF_LONG : PLACES;
  const places: number[] = [];
  for (const { bucket } of joined) {
    const place = bucket * BUCKET + BUCKET / 2;
    if (places.every((other) => Math.abs(other - place) > BUCKET)) places.push(place);
    if (places.length === wanted) break;
  }
  return places;
}
