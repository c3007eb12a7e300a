import { addLabels, type Evidence, gatherEvidence } from "./evidence.ts";
import { FeatureExtractor } from "./features.ts";
import { LABEL_COUNT } from "./labels.ts";
import type { TaggableSentence } from "./taggable.ts";
import { decodeIsland } from "./viterbi.ts";

/** Scores of labels: what a trained model gives. */
export interface LabelScores {
  /** From label to label, row by row. */
  readonly transitions: Float32Array;
  /** Adds to `emissions`, from `at` on, the weights of the first `count` features. */
  addScores(features: Uint32Array, count: number, emissions: Float32Array, at: number): void;
}

/** Labels the tokens of whole documents. Holds its working memory: make one and keep it. */
export class Tagger {
  readonly #scores: LabelScores;
  readonly #extractor = new FeatureExtractor();
  #emissions = new Float32Array(64 * LABEL_COUNT);

  constructor(scores: LabelScores) {
    this.#scores = scores;
  }

  /**
   * Labels a document in two passes: the second sees what the first made of the same words elsewhere.
   * Returns one array of labels for each sentence.
   */
  tag(sentences: readonly TaggableSentence[]): Uint8Array[] {
    const evidence = gatherEvidence(sentences);
    const first = sentences.map((sentence) => this.firstPass(sentence, evidence));
    addLabels(evidence, sentences, first);
    return sentences.map((sentence, index) => this.#pass(sentence, evidence, first[index] ?? null));
  }

  /** The first pass alone over one sentence. */
  firstPass(sentence: TaggableSentence, evidence: Evidence): Uint8Array {
    return this.#pass(sentence, evidence, null);
  }

  #pass(sentence: TaggableSentence, evidence: Evidence, first: Uint8Array | null): Uint8Array {
    const { candidates } = sentence;
    const labels = new Uint8Array(candidates.length);
    for (let from = 0; from < candidates.length; from += 1) {
      if (candidates[from] === 0) continue;
      let to = from + 1;
      while (to < candidates.length && candidates[to] === 1) to += 1;
      this.#tagIsland(sentence, from, to, evidence, first, labels);
      from = to;
    }
    return labels;
  }

  #tagIsland(
    sentence: TaggableSentence,
    from: number,
    to: number,
    evidence: Evidence,
    first: Uint8Array | null,
    labels: Uint8Array,
  ): void {
    const size = (to - from) * LABEL_COUNT;
    if (this.#emissions.length < size) this.#emissions = new Float32Array(2 * size);
    const emissions = this.#emissions.fill(0, 0, size);
    const extractor = this.#extractor;
    for (let at = from; at < to; at += 1) {
      extractor.extract(sentence, at, evidence);
      if (first === null) extractor.extractFirstPass();
      else extractor.extractSecondPass(sentence, at, evidence, first[at] ?? 0);
      this.#scores.addScores(extractor.features, extractor.count, emissions, (at - from) * LABEL_COUNT);
    }
    decodeIsland(emissions, this.#scores.transitions, to - from, labels, from);
  }
}
