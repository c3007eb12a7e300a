import { type FeatureExtractor, type Part, PART_COUNT } from "./features.ts";
import { LABEL_COUNT } from "./labels.ts";
import type { Lexeme } from "./lexeme.ts";
import type { LabelScores } from "./tagger.ts";

/** The scores of one word in each part, as far as they were asked for. */
interface Kept {
  readonly lexeme: Lexeme;
  readonly scores: Float32Array;
  /** One bit a part. */
  ready: number;
}

/** Keeps the sums of scores of the features that depend on nothing but a word and its part: words come back. */
export class PartScores {
  readonly #scores: LabelScores;
  readonly #extractor: FeatureExtractor;
  /** By the lexeme's number: those of an emptied lexicon are used again, so the lexeme itself is compared too. */
  readonly #kept: Kept[] = [];

  constructor(scores: LabelScores, extractor: FeatureExtractor) {
    this.#scores = scores;
    this.#extractor = extractor;
  }

  /** Adds to `emissions`, from `at` on, the scores of a word in a part. Overwrites the extractor's features. */
  add(lexeme: Lexeme, part: Part, emissions: Float32Array, at: number): void {
    let kept = this.#kept[lexeme.id];
    if (kept === undefined || kept.lexeme !== lexeme) {
      kept = { lexeme, scores: new Float32Array(PART_COUNT * LABEL_COUNT), ready: 0 };
      this.#kept[lexeme.id] = kept;
    }
    const { scores } = kept;
    const from = part * LABEL_COUNT;
    if ((kept.ready & (1 << part)) === 0) {
      this.#extractor.extractPart(lexeme, part);
      this.#scores.addScores(this.#extractor.features, this.#extractor.count, scores, from);
      kept.ready |= 1 << part;
    }
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      emissions[at + label] = (emissions[at + label] as number) + (scores[from + label] as number);
    }
  }
}
