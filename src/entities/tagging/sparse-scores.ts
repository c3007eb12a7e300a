import type { ByteReader } from "./byte-reader.ts";
import { FEATURE_LIMIT } from "./features.ts";
import { LABEL_COUNT } from "./labels.ts";
import type { LabelScores } from "./labels.ts";

/** What a model file says of its weights before they follow. */
export interface ScoresHeader {
  /** Features are told apart by this many bits of their hash. */
  readonly bits: number;
  /** How many features have weights. */
  readonly rows: number;
  /** The gaps between the features' hashes are Rice-coded with this many low bits. */
  readonly divisorBits: number;
  /** The magnitudes that the weights' codes stand for. */
  readonly levels: Int16Array;
  readonly transitions: readonly [first: Float32Array, second: Float32Array];
}

/** Numbers of a block of 32 hashes in the index: which of them have weights, and how many features come before. */
const BLOCK = 2;

/**
 * Weights for the features that matter, out of the millions that training saw. One bit a possible hash says whether it
 * has weights, and the number of bits before it is its row. The rows stay packed as they are in the file: adding is
 * quick, what takes the time is to fetch them, and of small tables more stays close at hand.
 */
export class SparseScores implements LabelScores {
  readonly transitions: readonly [first: Float32Array, second: Float32Array];
  readonly #mask: number;
  readonly #index: Uint32Array;
  /** The codes of each feature's seven weights, the first label's in the lowest four bits. */
  readonly #codes: Uint32Array;
  /** For two codes the sum of the first's weight and 2^16 times the second's: see `addScores`. */
  readonly #pairs: Int32Array;
  /** Working memory: the rows of a token's features. */
  readonly #rows = new Int32Array(FEATURE_LIMIT);

  private constructor({ transitions, bits, rows, levels }: ScoresHeader) {
    this.transitions = transitions;
    this.#mask = 2 ** bits - 1;
    this.#index = new Uint32Array((2 ** bits / 32) * BLOCK);
    this.#codes = new Uint32Array(rows);
    const weightOf = (code: number): number => (code < 8 ? (levels[code] ?? 0) : -(levels[code - 8] ?? 0));
    this.#pairs = Int32Array.from({ length: 256 }, (_, pair) => weightOf(pair & 15) + weightOf(pair >> 4) * 2 ** 16);
  }

  static read(reader: ByteReader, header: ScoresHeader): SparseScores {
    const scores = new SparseScores(header);
    scores.#readHashes(reader, header);
    scores.#readWeights(reader);
    return scores;
  }

  #readHashes(reader: ByteReader, { rows, divisorBits }: ScoresHeader): void {
    const { bytes } = reader;
    const index = this.#index;
    let bit = reader.position * 8;
    let hash = -1;
    // Low bits are read through a window of three bytes: the divisor has far fewer than 17.
    const lowMask = (1 << divisorBits) - 1;
    for (let row = 0; row < rows; row += 1) {
      let gap = 1;
      while ((((bytes[bit >> 3] as number) >> (bit & 7)) & 1) === 1) {
        gap += 1 << divisorBits;
        bit += 1;
      }
      bit += 1;
      const byte = bit >> 3;
      const window = (bytes[byte] as number) | ((bytes[byte + 1] as number) << 8) | ((bytes[byte + 2] as number) << 16);
      gap += (window >> (bit & 7)) & lowMask;
      bit += divisorBits;
      hash += gap;
      const block = (hash >> 5) * BLOCK;
      index[block] = (index[block] as number) | (1 << hash);
    }
    reader.position = (bit + 7) >> 3;
    let count = 0;
    for (let block = 0; block < index.length; block += BLOCK) {
      index[block + 1] = count;
      count += bitCount(index[block] as number);
    }
  }

  #readWeights(reader: ByteReader): void {
    const { bytes, position } = reader;
    const codes = this.#codes;
    // A row has seven codes of half a byte each: two rows are seven bytes.
    for (let row = 0; row < codes.length; row += 1) {
      const first = position + ((row * LABEL_COUNT) >> 1);
      const four =
        (bytes[first] as number) |
        ((bytes[first + 1] as number) << 8) |
        ((bytes[first + 2] as number) << 16) |
        ((bytes[first + 3] as number) << 24);
      codes[row] = (row & 1) === 0 ? four & 0xfffffff : four >>> 4;
    }
    reader.position += (codes.length * LABEL_COUNT + 1) >> 1;
  }

  /**
   * Most of the time of reading an article is spent here, waiting for memory: so all is asked for at once, in loops in
   * which nothing depends on an answer. Written out for the labels, two sums to a number: the weights of as many features
   * as a token may have never sum up to more than 16 bits.
   */
  addScores(features: Uint32Array, count: number, emissions: Float32Array, at: number): void {
    const mask = this.#mask;
    const blocks = this.#index;
    const codes = this.#codes;
    const pairs = this.#pairs;
    const rows = this.#rows;
    let labels01 = 0;
    let labels23 = 0;
    let labels45 = 0;
    let label6 = 0;
    let hits = 0;
    for (let index = 0; index < count; index += 1) {
      const hash = (features[index] as number) & mask;
      const block = (hash >>> 5) * BLOCK;
      const present = blocks[block] as number;
      rows[hits] = (blocks[block + 1] as number) + bitCount(present & ((1 << hash) - 1));
      hits += (present >>> hash) & 1;
    }
    for (let index = 0; index < hits; index += 1) {
      const code = codes[rows[index] as number] as number;
      labels01 = (labels01 + (pairs[code & 255] as number)) | 0;
      labels23 = (labels23 + (pairs[(code >>> 8) & 255] as number)) | 0;
      labels45 = (labels45 + (pairs[(code >>> 16) & 255] as number)) | 0;
      label6 = (label6 + (pairs[code >>> 24] as number)) | 0;
    }
    emissions[at] = (emissions[at] as number) + lowSum(labels01);
    emissions[at + 1] = (emissions[at + 1] as number) + highSum(labels01);
    emissions[at + 2] = (emissions[at + 2] as number) + lowSum(labels23);
    emissions[at + 3] = (emissions[at + 3] as number) + highSum(labels23);
    emissions[at + 4] = (emissions[at + 4] as number) + lowSum(labels45);
    emissions[at + 5] = (emissions[at + 5] as number) + highSum(labels45);
    emissions[at + 6] = (emissions[at + 6] as number) + label6;
  }
}

/** The first of two sums with a sign in one number: its lower half. */
function lowSum(sums: number): number {
  return (sums << 16) >> 16;
}

/** The second: what is left of its upper half without the first. */
function highSum(sums: number): number {
  return (sums - lowSum(sums)) >> 16;
}

/** The number of bits set in a 32-bit word (Hacker's Delight, figure 5–2). */
function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
