import { LABEL_COUNT, OUTSIDE } from "../src/entities/tagging/labels.ts";

const L = LABEL_COUNT;

/**
 * The logarithm of how likely a field holds the right labels of one island of tokens to be (the forward algorithm).
 *
 * @param emissions for each token one score a label, from `from` on.
 * @param transitions from label to label; outside stands before and after the island.
 */
export function logLikelihood(
  emissions: Float32Array,
  transitions: Float32Array,
  labels: Uint8Array,
  from: number,
  to: number,
): number {
  const emission = (at: number, label: number): number => emissions[at * L + label] ?? 0;
  const transition = (previous: number, label: number): number => transitions[previous * L + label] ?? 0;
  let right = 0;
  let previous = OUTSIDE;
  let scores = Array.from({ length: L }, (_, label) => transition(OUTSIDE, label) + emission(from, label));
  for (let at = from; at < to; at += 1) {
    const label = labels[at] ?? OUTSIDE;
    right += transition(previous, label) + emission(at, label);
    previous = label;
    if (at === from) continue;
    const before = scores;
    scores = before.map(
      (_, next) => logSum(before.map((score, last) => score + transition(last, next))) + emission(at, next),
    );
  }
  right += transition(previous, OUTSIDE);
  return right - logSum(scores.map((score, last) => score + transition(last, OUTSIDE)));
}

function logSum(values: readonly number[]): number {
  const largest = Math.max(...values);
  return largest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}
