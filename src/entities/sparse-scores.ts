import type { ByteReader } from "./byte-reader.ts";
import { LABEL_COUNT } from "./labels.ts";
import type { LabelScores } from "./tagger.ts";

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

/**
 * Weights for the features that matter, out of the millions that training saw. One bit a possible hash says whether it
 * has weights, and the number of bits before it is its row: most features end at the bit, which is quick to look up.
 */
export class SparseScores implements LabelScores {
  readonly transitions: readonly [first: Float32Array, second: Float32Array];
  readonly #mask: number;
  readonly #present: Uint32Array;
  /** The number of features before each word of `#present`. */
  readonly #before: Uint32Array;
  readonly #weights: Int8Array;

  private constructor(header: ScoresHeader) {
    this.transitions = header.transitions;
    this.#mask = 2 ** header.bits - 1;
    this.#present = new Uint32Array(2 ** header.bits / 32);
    this.#before = new Uint32Array(this.#present.length);
    this.#weights = new Int8Array(header.rows * LABEL_COUNT);
  }

  static read(reader: ByteReader, header: ScoresHeader): SparseScores {
    const scores = new SparseScores(header);
    scores.#readHashes(reader, header);
    scores.#readWeights(reader, header);
    return scores;
  }

  #readHashes(reader: ByteReader, { rows, divisorBits }: ScoresHeader): void {
    const { bytes } = reader;
    const present = this.#present;
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
      present[hash >> 5] = (present[hash >> 5] as number) | (1 << (hash & 31));
    }
    reader.position = (bit + 7) >> 3;
    let count = 0;
    for (let word = 0; word < present.length; word += 1) {
      this.#before[word] = count;
      count += bitCount(present[word] as number);
    }
  }

  #readWeights(reader: ByteReader, { levels }: ScoresHeader): void {
    const values = Int8Array.from({ length: 16 }, (_, code) =>
      code < 8 ? (levels[code] ?? 0) : -(levels[code - 8] ?? 0),
    );
    const weights = this.#weights;
    const { bytes, position } = reader;
    const size = (weights.length + 1) >> 1;
    for (let index = 0; index < size; index += 1) {
      const byte = bytes[position + index] as number;
      weights[2 * index] = values[byte & 15] as number;
      weights[2 * index + 1] = values[byte >> 4] as number;
    }
    reader.position += size;
  }

  addScores(features: Uint32Array, count: number, emissions: Float32Array, at: number): void {
    const mask = this.#mask;
    const present = this.#present;
    const before = this.#before;
    const weights = this.#weights;
    // Written out for the labels: this loop takes most of the time of reading an article.
    let outside = 0;
    let beginPerson = 0;
    let inPerson = 0;
    let beginPlace = 0;
    let inPlace = 0;
    let beginOrganisation = 0;
    let inOrganisation = 0;
    for (let index = 0; index < count; index += 1) {
      const hash = (features[index] as number) & mask;
      const word = present[hash >>> 5] as number;
      const bit = 1 << (hash & 31);
      if ((word & bit) === 0) continue;
      const row = ((before[hash >>> 5] as number) + bitCount(word & (bit - 1))) * 7;
      outside += weights[row] as number;
      beginPerson += weights[row + 1] as number;
      inPerson += weights[row + 2] as number;
      beginPlace += weights[row + 3] as number;
      inPlace += weights[row + 4] as number;
      beginOrganisation += weights[row + 5] as number;
      inOrganisation += weights[row + 6] as number;
    }
    emissions[at] = (emissions[at] as number) + outside;
    emissions[at + 1] = (emissions[at + 1] as number) + beginPerson;
    emissions[at + 2] = (emissions[at + 2] as number) + inPerson;
    emissions[at + 3] = (emissions[at + 3] as number) + beginPlace;
    emissions[at + 4] = (emissions[at + 4] as number) + inPlace;
    emissions[at + 5] = (emissions[at + 5] as number) + beginOrganisation;
    emissions[at + 6] = (emissions[at + 6] as number) + inOrganisation;
  }
}

/** The number of bits set in a 32-bit word (Hacker's Delight, figure 5–2). */
function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
