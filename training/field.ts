/** The weights of a linear-chain conditional random field over hashed features. */
export interface Crf {
  /** Features are told apart by this many bits of their hash. */
  readonly bits: number;
  /** For each feature one weight a label. */
  readonly weights: Float32Array;
  /** From label to label; outside stands before the first token and after the last. */
  readonly transitions: Float32Array;
}

/** The field whose weights are the means of those of others over the same features. */
export function averageOf(fields: readonly Crf[]): Crf {
  const mean = (lists: readonly Float32Array[]): Float32Array => {
    const sums = new Float32Array(lists[0]?.length ?? 0);
    for (const list of lists)
      for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) + (list[at] as number);
    return sums.map((sum) => sum / lists.length);
  };
  return {
    bits: fields[0]?.bits ?? 0,
    weights: mean(fields.map(({ weights }) => weights)),
    transitions: mean(fields.map(({ transitions }) => transitions)),
  };
}

/** The fields of both passes: the features of both in one table. */
export interface TwoPassCrf {
  readonly bits: number;
  readonly weights: Float32Array;
  readonly transitions: readonly [first: Float32Array, second: Float32Array];
}
