import { LABEL_COUNT, OUTSIDE } from "./labels.ts";

const L = LABEL_COUNT;
/** Working memory: most islands are a few tokens long, and there are many. */
const working: [Float64Array, Float64Array] = [new Float64Array(L), new Float64Array(L)];
const SHORT = 32;
const shortBack = new Uint8Array(SHORT * L);

/**
 * The best sequence of labels for one island of tokens (Viterbi's algorithm).
 *
 * @param emissions for each token one score a label.
 * @param transitions from label to label, row by row; outside stands before and after the island.
 * @param labels receives the `length` labels from `from` on.
 */
export function decodeIsland(
  emissions: Float64Array | Float32Array | Int32Array,
  transitions: Float64Array | Float32Array | Int32Array,
  length: number,
  labels: Uint8Array,
  from: number,
): void {
  const back = length <= SHORT ? shortBack : new Uint8Array(length * L);
  let [scores, next] = working;
  for (let label = 0; label < L; label += 1) {
    scores[label] = (transitions[OUTSIDE * L + label] as number) + (emissions[label] as number);
  }
  for (let at = 1; at < length; at += 1) {
    for (let label = 0; label < L; label += 1) {
      let best = -Infinity;
      let bestPrevious = 0;
      for (let previous = 0; previous < L; previous += 1) {
        const score = (scores[previous] as number) + (transitions[previous * L + label] as number);
        if (score > best) {
          best = score;
          bestPrevious = previous;
        }
      }
      next[label] = best + (emissions[at * L + label] as number);
      back[at * L + label] = bestPrevious;
    }
    [scores, next] = [next, scores];
  }
  let label = 0;
  for (let other = 1; other < L; other += 1) {
    const gain =
      (scores[other] as number) +
      (transitions[other * L] as number) -
      (scores[label] as number) -
      (transitions[label * L] as number);
    if (gain > 0) label = other;
  }
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[from + at] = label;
    label = back[at * L + label] as number;
  }
}
