import type { EntityKind } from "../entity.ts";

/** The tagger's labels for tokens: outside, or the beginning or the inside of a name. */
export const OUTSIDE = 0;
export const LABEL_KINDS: readonly EntityKind[] = ["person", "place", "organisation"];
export const LABEL_COUNT = 1 + 2 * LABEL_KINDS.length;

export function beginLabel(kind: EntityKind): number {
  return 1 + 2 * LABEL_KINDS.indexOf(kind);
}

export function isBegin(label: number): boolean {
  return (label & 1) === 1;
}

/** Whether `label` may follow `previous`: the inside of a name follows its beginning or inside. */
export function mayFollow(previous: number, label: number): boolean {
  return label === OUTSIDE || isBegin(label) || previous === label || previous === label - 1;
}

/** 0 outside, otherwise 1 + the index into `LABEL_KINDS`. */
export function kindIndex(label: number): number {
  return (label + 1) >> 1;
}

export function kindOf(label: number): EntityKind | null {
  return label === OUTSIDE ? null : (LABEL_KINDS[kindIndex(label) - 1] ?? null);
}

/** What a trained model gives. */
export interface LabelScores {
  /** Scores from label to label, row by row, for the first and for the second pass. */
  readonly transitions: readonly [first: Float32Array, second: Float32Array];
  /** Adds to `emissions`, from `at` on, the weights of the first `count` features. */
  addScores(features: Uint32Array, count: number, emissions: Float32Array, at: number): void;
}
