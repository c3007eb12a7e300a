import { LABEL_COUNT, mayFollow, OUTSIDE } from "../src/entities/tagging/labels.ts";
import type { Examples } from "./examples.ts";
import type { Crf } from "./field.ts";
import { randomNumbers, shuffle } from "./random.ts";

export interface CrfOptions {
  readonly bits: number;
  readonly epochs: number;
  /** The weights of the epochs from this one on are averaged. */
  readonly averageFrom: number;
  readonly learningRate: number;
  /** The share of features that is left out each time a token is seen. */
  readonly dropout: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

const L = LABEL_COUNT;
/** Numbers in a row of the table: weights from 0 on, squares from `SQUARES` on; 64 bytes are a cache's line. */
const ROW = 16;
const SQUARES = 8;
const FORBIDDEN = -1e4;
/** Below this a gradient is not worth an update. */
const SMALLEST_GRADIENT = 1e-3;
/** AdaGrad's accumulators start here. */
const FIRST_SQUARE = 1e-2;
const LONGEST_ISLAND = 512;

const ALLOWED: readonly boolean[] = Array.from({ length: L * L }, (_, index) =>
  mayFollow(Math.floor(index / L), index % L),
);

/**
 * Trains by stochastic gradient ascent on the log-likelihood with AdaGrad (Duchi, Hazan and Singer 2011) and feature
 * dropout, and averages the weights of the later epochs.
 */
export function trainCrf(examples: Examples, options: CrfOptions): Crf {
  const trainer = new Trainer(options);
  const shuffled = Int32Array.from(examples.weights.keys()).filter((island) => examples.weights[island] !== 0);
  const random = randomNumbers(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(shuffled, random);
    let loss = 0;
    for (const island of shuffled) loss += trainer.learn(examples, island);
    if (epoch >= options.averageFrom) trainer.addToAverage();
    options.onEpoch?.(epoch, loss);
  }
  return trainer.average();
}

class Trainer {
  readonly #options: CrfOptions;
  readonly #mask: number;
  /** For each feature its weights, then the sums of its squared gradients: side by side, they are fetched at once. */
  readonly #rows: Float32Array;
  readonly #sums: Float32Array;
  readonly #transitions = new Float32Array(L * L);
  readonly #transitionSquares = new Float32Array(L * L).fill(FIRST_SQUARE);
  readonly #transitionSums = new Float32Array(L * L);
  #averaged = 0;

  readonly #active = new Uint32Array(LONGEST_ISLAND * 128);
  readonly #activeOffsets = new Uint32Array(LONGEST_ISLAND + 1);
  readonly #emissions = new Float64Array(LONGEST_ISLAND * L);
  readonly #forward = new Float64Array(LONGEST_ISLAND * L);
  readonly #backward = new Float64Array(LONGEST_ISLAND * L);
  readonly #gradient = new Float64Array(L);
  readonly #transitionGradient = new Float64Array(L * L);
  #dropState: number;

  constructor(options: CrfOptions) {
    this.#options = options;
    this.#mask = 2 ** options.bits - 1;
    const size = 2 ** options.bits * L;
    this.#rows = new Float32Array(2 ** options.bits * ROW);
    for (let row = 0; row < this.#rows.length; row += ROW) this.#rows.fill(FIRST_SQUARE, row + SQUARES, row + ROW);
    this.#sums = new Float32Array(size);
    this.#dropState = options.seed | 1;
    for (let index = 0; index < L * L; index += 1) if (ALLOWED[index] === false) this.#transitions[index] = FORBIDDEN;
  }

  /** Learns one island. Returns its loss before. */
  learn(examples: Examples, island: number): number {
    const from = examples.islands[island] ?? 0;
    const length = Math.min((examples.islands[island + 1] ?? 0) - from, LONGEST_ISLAND);
    this.#score(examples, from, length);
    const total = this.#sumPaths(length);
    const weight = examples.weights[island] ?? 1;
    return this.#update(examples, from, length, total, weight);
  }

  #score(examples: Examples, from: number, length: number): void {
    const { offsets, features, given } = examples;
    const threshold = this.#options.dropout * 2 ** 32;
    const weights = this.#rows;
    const emissions = this.#emissions;
    let count = 0;
    let state = this.#dropState;
    for (let at = 0; at < length; at += 1) {
      this.#activeOffsets[at] = count;
      // Written out for the labels: training spends most of its time here.
      let outside = 0;
      let beginPerson = 0;
      let inPerson = 0;
      let beginPlace = 0;
      let inPlace = 0;
      let beginOrganisation = 0;
      let inOrganisation = 0;
      const end = offsets[from + at + 1] ?? 0;
      for (let index = offsets[from + at] ?? 0; index < end; index += 1) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        if (state >>> 0 < threshold) continue;
        const row = ((features[index] as number) & this.#mask) * ROW;
        this.#active[count] = row;
        count += 1;
        outside += weights[row] as number;
        beginPerson += weights[row + 1] as number;
        inPerson += weights[row + 2] as number;
        beginPlace += weights[row + 3] as number;
        inPlace += weights[row + 4] as number;
        beginOrganisation += weights[row + 5] as number;
        inOrganisation += weights[row + 6] as number;
      }
      const base = at * L;
      emissions[base] = outside;
      emissions[base + 1] = beginPerson;
      emissions[base + 2] = inPerson;
      emissions[base + 3] = beginPlace;
      emissions[base + 4] = inPlace;
      emissions[base + 5] = beginOrganisation;
      emissions[base + 6] = inOrganisation;
    }
    if (given !== null) {
      for (let index = 0; index < length * L; index += 1) {
        emissions[index] = (emissions[index] as number) + (given[from * L + index] as number);
      }
    }
    this.#activeOffsets[length] = count;
    this.#dropState = state;
  }

  /** Fills the forward and backward tables (logarithms). Returns the logarithm of the sum over all paths. */
  #sumPaths(length: number): number {
    const forward = this.#forward;
    const backward = this.#backward;
    const emissions = this.#emissions;
    const transitions = this.#transitions;
    for (let label = 0; label < L; label += 1) {
      forward[label] = (transitions[label] as number) + (emissions[label] as number);
      backward[(length - 1) * L + label] = transitions[label * L] as number;
    }
    for (let at = 1; at < length; at += 1) {
      for (let label = 0; label < L; label += 1) {
        let largest = -Infinity;
        for (let previous = 0; previous < L; previous += 1) {
          const value = (forward[(at - 1) * L + previous] as number) + (transitions[previous * L + label] as number);
          if (value > largest) largest = value;
        }
        let sum = 0;
        for (let previous = 0; previous < L; previous += 1) {
          sum += Math.exp(
            (forward[(at - 1) * L + previous] as number) + (transitions[previous * L + label] as number) - largest,
          );
        }
        forward[at * L + label] = largest + Math.log(sum) + (emissions[at * L + label] as number);
      }
    }
    for (let at = length - 2; at >= 0; at -= 1) {
      for (let previous = 0; previous < L; previous += 1) {
        let largest = -Infinity;
        for (let label = 0; label < L; label += 1) {
          const value =
            (backward[(at + 1) * L + label] as number) +
            (transitions[previous * L + label] as number) +
            (emissions[(at + 1) * L + label] as number);
          if (value > largest) largest = value;
        }
        let sum = 0;
        for (let label = 0; label < L; label += 1) {
          sum += Math.exp(
            (backward[(at + 1) * L + label] as number) +
              (transitions[previous * L + label] as number) +
              (emissions[(at + 1) * L + label] as number) -
              largest,
          );
        }
        backward[at * L + previous] = largest + Math.log(sum);
      }
    }
    let largest = -Infinity;
    for (let label = 0; label < L; label += 1) {
      const value = (forward[label] as number) + (backward[label] as number);
      if (value > largest) largest = value;
    }
    let sum = 0;
    for (let label = 0; label < L; label += 1) {
      sum += Math.exp((forward[label] as number) + (backward[label] as number) - largest);
    }
    return largest + Math.log(sum);
  }

  #update(examples: Examples, from: number, length: number, total: number, weight: number): number {
    const { labels } = examples;
    const gradient = this.#gradient;
    const emissions = this.#emissions;
    const transitionGradient = this.#transitionGradient.fill(0);
    let likelihood = -total;
    for (let at = 0; at <= length; at += 1) {
      const right = at < length ? (labels[from + at] as number) : OUTSIDE;
      const before = at > 0 ? (labels[from + at - 1] as number) : OUTSIDE;
      likelihood += this.#transitions[before * L + right] as number;
      transitionGradient[before * L + right] = (transitionGradient[before * L + right] as number) + weight;
      this.#expectTransitions(at, length, total, weight);
      if (at === length) break;
      likelihood += emissions[at * L + right] as number;
      let learns = false;
      for (let label = 0; label < L; label += 1) {
        const probability = Math.exp(
          (this.#forward[at * L + label] as number) + (this.#backward[at * L + label] as number) - total,
        );
        const slope = ((label === right ? 1 : 0) - probability) * weight;
        gradient[label] = Math.abs(slope) > SMALLEST_GRADIENT ? slope : 0;
        if (gradient[label] !== 0) learns = true;
      }
      if (learns) this.#updateFeatures(at);
    }
    for (let index = 0; index < L * L; index += 1) {
      const slope = transitionGradient[index] as number;
      if (slope === 0 || ALLOWED[index] === false) continue;
      this.#transitionSquares[index] = (this.#transitionSquares[index] as number) + slope * slope;
      this.#transitions[index] =
        (this.#transitions[index] as number) +
        (this.#options.learningRate * slope) / Math.sqrt(this.#transitionSquares[index] as number);
    }
    return -likelihood;
  }

  /** Takes away what the model expects of the transitions into `at`. */
  #expectTransitions(at: number, length: number, total: number, weight: number): void {
    const gradient = this.#transitionGradient;
    for (let previous = 0; previous < L; previous += 1) {
      if (at === 0 && previous !== OUTSIDE) break;
      const left = at === 0 ? 0 : (this.#forward[(at - 1) * L + previous] as number);
      for (let label = 0; label < L; label += 1) {
        if (at === length && label !== OUTSIDE) break;
        if (ALLOWED[previous * L + label] === false) continue;
        const right =
          at === length ? 0 : (this.#emissions[at * L + label] as number) + (this.#backward[at * L + label] as number);
        const expected = Math.exp(left + (this.#transitions[previous * L + label] as number) + right - total);
        gradient[previous * L + label] = (gradient[previous * L + label] as number) - weight * expected;
      }
    }
  }

  #updateFeatures(at: number): void {
    const gradient = this.#gradient;
    const rows = this.#rows;
    const rate = this.#options.learningRate;
    const end = this.#activeOffsets[at + 1] as number;
    for (let index = this.#activeOffsets[at] as number; index < end; index += 1) {
      const row = this.#active[index] as number;
      for (let label = 0; label < L; label += 1) {
        const slope = gradient[label] as number;
        if (slope === 0) continue;
        const square = (rows[row + SQUARES + label] as number) + slope * slope;
        rows[row + SQUARES + label] = square;
        rows[row + label] = (rows[row + label] as number) + (rate * slope) / Math.sqrt(square);
      }
    }
  }

  addToAverage(): void {
    this.#averaged += 1;
    for (let index = 0; index < this.#sums.length; index += 1) {
      const at = Math.floor(index / L) * ROW + (index % L);
      this.#sums[index] = (this.#sums[index] as number) + (this.#rows[at] as number);
    }
    for (let index = 0; index < L * L; index += 1) {
      this.#transitionSums[index] = (this.#transitionSums[index] as number) + (this.#transitions[index] as number);
    }
  }

  /** The averaged weights, scaled down by the dropout that they were learnt under. */
  average(): Crf {
    const scale = (1 - this.#options.dropout) / this.#averaged;
    return {
      bits: this.#options.bits,
      weights: this.#sums.map((sum) => sum * scale),
      transitions: this.#transitionSums.map((sum) => sum / this.#averaged),
    };
  }
}
