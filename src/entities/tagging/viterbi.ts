import { LABEL_COUNT, mayFollow, OUTSIDE } from "./labels.ts";

const L = LABEL_COUNT;
const LABELS = Array.from({ length: L }, (_, label) => label);
/** The labels that may stand before each label: the inside of a name has two of seven. */
const PREVIOUS: readonly Uint8Array[] = LABELS.map((label) =>
  Uint8Array.from(LABELS.filter((previous) => mayFollow(previous, label))),
);
/** Working memory: most islands are a few tokens long, and there are many. */
const SHORT = 32;
const shortScores = new Float64Array(SHORT * L);
const shortBack = new Uint8Array(SHORT * L);

/**
 * The best sequence of labels for one island of tokens (Viterbi's algorithm).
 *
 * @param emissions for each token one score a label.
 * @param transitions from label to label, row by row; outside stands before and after the island.
 * @param first its first token, @param end the one after its last.
 * @param labels receives the labels, at the same tokens.
 */
export function decodeIsland(
  emissions: Float32Array,
  transitions: Float32Array,
  first: number,
  end: number,
  labels: Uint8Array,
): void {
  const length = end - first;
  const scores = length <= SHORT ? shortScores : new Float64Array(length * L);
  const back = length <= SHORT ? shortBack : new Uint8Array(length * L);
  for (let label = 0; label < L; label += 1) {
    scores[label] = (transitions[OUTSIDE * L + label] as number) + (emissions[first * L + label] as number);
  }
  for (let at = 1; at < length; at += 1) {
    for (let label = 0; label < L; label += 1) {
      const possible = PREVIOUS[label] as Uint8Array;
      let best = -Infinity;
      let bestPrevious = 0;
      for (let index = 0; index < possible.length; index += 1) {
        const previous = possible[index] as number;
        const score = (scores[(at - 1) * L + previous] as number) + (transitions[previous * L + label] as number);
        if (score > best) {
          best = score;
          bestPrevious = previous;
        }
      }
      scores[at * L + label] = best + (emissions[(first + at) * L + label] as number);
      back[at * L + label] = bestPrevious;
    }
  }
  let label = OUTSIDE;
  let best = -Infinity;
  for (let other = 0; other < L; other += 1) {
    const score = (scores[(length - 1) * L + other] as number) + (transitions[other * L + OUTSIDE] as number);
    if (score > best) {
      best = score;
      label = other;
    }
  }
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[first + at] = label;
    label = back[at * L + label] as number;
  }
}
