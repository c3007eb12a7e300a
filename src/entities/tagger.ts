import { addRoles, type Evidence, gatherEvidence, rolesOf } from "./evidence.ts";
import { FeatureExtractor, type Part } from "./features.ts";
import { LABEL_COUNT } from "./labels.ts";
import type { Lexeme } from "./lexeme.ts";
import { PartScores } from "./part-scores.ts";
import { SecondPassExtractor } from "./second-pass-features.ts";
import { capitalisedRun, type Run, type TaggableSentence } from "./taggable.ts";
import { decodeIsland } from "./viterbi.ts";

/** What a trained model gives. */
export interface LabelScores {
  /** Scores from label to label, row by row, for the first and for the second pass. */
  readonly transitions: readonly [first: Float32Array, second: Float32Array];
  /** Adds to `emissions`, from `at` on, the weights of the first `count` features. */
  addScores(features: Uint32Array, count: number, emissions: Float32Array, at: number): void;
}

/** What the first pass makes of a sentence. */
export interface FirstPass {
  /** For each token one score a label. */
  readonly emissions: Float32Array;
  /** The role of each token under the best labels: see `rolesOf`. */
  readonly roles: Uint8Array;
}

/** Labels the tokens of whole documents. Holds its working memory: make one and keep it. */
export class Tagger {
  readonly #scores: LabelScores;
  readonly #extractor = new FeatureExtractor();
  readonly #secondExtractor = new SecondPassExtractor();
  readonly #partScores: PartScores;
  readonly #runScores = new Float32Array(LABEL_COUNT);

  constructor(scores: LabelScores) {
    this.#scores = scores;
    this.#partScores = new PartScores(scores, this.#extractor);
  }

  /**
   * Labels a document in two passes: the second adds to the scores of the first what that made of the same words
   * elsewhere. Returns one array of labels for each sentence.
   */
  tag(sentences: readonly TaggableSentence[]): Uint8Array[] {
    const evidence = gatherEvidence(sentences);
    const passes = sentences.map((sentence) => this.firstPass(sentence, evidence));
    addRoles(
      evidence,
      sentences,
      passes.map(({ roles }) => roles),
    );
    return sentences.map((sentence, index) => this.#secondPass(sentence, evidence, passes[index] ?? NOTHING));
  }

  /** The first pass over one sentence. */
  firstPass(sentence: TaggableSentence, evidence: Evidence): FirstPass {
    const { candidates } = sentence;
    const emissions = new Float32Array(candidates.length * LABEL_COUNT);
    let run: Run | null = null;
    for (let at = 0; at < candidates.length; at += 1) {
      if (candidates[at] === 0) continue;
      if (sentence.lexemes[at]?.hasUpper !== true) run = null;
      else if (run === null || at > run.last) run = this.#enterRun(sentence, at);
      this.#addFirstScores(sentence, at, evidence, run, emissions);
    }
    return { emissions, roles: rolesOf(decodeSentence(sentence, emissions, this.#scores.transitions[0])) };
  }

  /** Scores what all tokens of a run have in common. */
  #enterRun(sentence: TaggableSentence, at: number): Run {
    const run = capitalisedRun(sentence, at);
    this.#extractor.extractRun(sentence, run);
    this.#addScores(this.#runScores.fill(0), 0);
    return run;
  }

  #addFirstScores(
    sentence: TaggableSentence,
    at: number,
    evidence: Evidence,
    run: Run | null,
    emissions: Float32Array,
  ): void {
    const extractor = this.#extractor;
    const base = at * LABEL_COUNT;
    extractor.gatherParts(sentence, at, evidence);
    for (let index = 0; index < extractor.partCount; index += 1) {
      this.#partScores.add(extractor.partWords[index] as Lexeme, extractor.parts[index] as Part, emissions, base);
    }
    if (run !== null) {
      for (let label = 0; label < LABEL_COUNT; label += 1) {
        emissions[base + label] = (emissions[base + label] as number) + (this.#runScores[label] as number);
      }
    }
    extractor.extractOwn(sentence, at, evidence, run);
    this.#addScores(emissions, at);
  }

  #secondPass(sentence: TaggableSentence, evidence: Evidence, { emissions, roles }: FirstPass): Uint8Array {
    for (let at = 0; at < sentence.candidates.length; at += 1) {
      if (sentence.candidates[at] === 0) continue;
      this.#secondExtractor.extract(sentence, at, evidence, roles[at] ?? 0);
      const { features, count } = this.#secondExtractor;
      this.#scores.addScores(features, count, emissions, at * LABEL_COUNT);
    }
    return decodeSentence(sentence, emissions, this.#scores.transitions[1]);
  }

  #addScores(emissions: Float32Array, at: number): void {
    this.#scores.addScores(this.#extractor.features, this.#extractor.count, emissions, at * LABEL_COUNT);
  }
}

const NOTHING: FirstPass = { emissions: new Float32Array(0), roles: new Uint8Array(0) };

/** Decodes each island of candidates; all between them is outside. */
function decodeSentence(
  { candidates }: TaggableSentence,
  emissions: Float32Array,
  transitions: Float32Array,
): Uint8Array {
  const labels = new Uint8Array(candidates.length);
  for (let from = 0; from < candidates.length; from += 1) {
    if (candidates[from] === 0) continue;
    let to = from + 1;
    while (to < candidates.length && candidates[to] === 1) to += 1;
    decodeIsland(emissions.subarray(from * LABEL_COUNT), transitions, to - from, labels, from);
    from = to;
  }
  return labels;
}
