/** The weights of a linear-chain conditional random field over hashed features. */
export interface Crf {
  /** Features are told apart by this many bits of their hash. */
  readonly bits: number;
  /** For each feature one weight a label. */
  readonly weights: Float32Array;
  /** From label to label; outside stands before the first token and after the last. */
  readonly transitions: Float32Array;
}

/** The fields of both passes: the features of both in one table. */
export interface TwoPassCrf {
  readonly bits: number;
  readonly weights: Float32Array;
  readonly transitions: readonly [first: Float32Array, second: Float32Array];
}
