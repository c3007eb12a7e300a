import { gatherEvidence } from "../src/entities/evidence.ts";
import { Gazetteer } from "../src/entities/gazetteer.ts";
import { LABEL_COUNT } from "../src/entities/labels.ts";
import { Lexicon } from "../src/entities/lexeme.ts";
import { type FirstPass, type LabelScores, Tagger } from "../src/entities/tagger.ts";
import { type GoldDocument, labelDocuments, type LabelledDocument } from "./corpus.ts";
import { type Crf, type CrfOptions, trainCrf, type TwoPassCrf } from "./crf.ts";
import { type Examples, extractExamples, type FirstPasses } from "./examples.ts";
import { encodeModel } from "./export.ts";
import { gatherGazetteer } from "./gazetteers.ts";

/** A corpus and how much a mistake in it counts. */
export interface TrainingCorpus {
  readonly documents: readonly GoldDocument[];
  readonly weight: number;
}

export type Log = (message: string) => void;

const FEATURE_BITS = 22;
/** What fits into the model file. */
const KEPT_FEATURES = 400_000;

/** Chosen on the development sets: see docs/entities.md. */
const FIRST_PASS: CrfOptions = {
  bits: FEATURE_BITS,
  epochs: 10,
  averageFrom: 5,
  learningRate: 0.05,
  dropout: 0.3,
  seed: 20220109,
};
const SECOND_PASS: CrfOptions = { ...FIRST_PASS, epochs: 8, averageFrom: 4, dropout: 0.1 };
/** The helpers that label the training documents for the second pass need not be as good. */
const HELPER: CrfOptions = { ...FIRST_PASS, epochs: 6, averageFrom: 3 };

/** The weights of trained fields as they are, before they are packed. */
export class CrfScores implements LabelScores {
  readonly transitions: readonly [first: Float32Array, second: Float32Array];
  readonly #weights: Float32Array;
  readonly #mask: number;

  constructor({ bits, weights, transitions }: TwoPassCrf) {
    this.transitions = transitions;
    this.#weights = weights;
    this.#mask = 2 ** bits - 1;
  }

  addScores(features: Uint32Array, count: number, emissions: Float32Array, at: number): void {
    for (let index = 0; index < count; index += 1) {
      const row = ((features[index] as number) & this.#mask) * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label += 1) {
        emissions[at + label] = (emissions[at + label] as number) + (this.#weights[row + label] as number);
      }
    }
  }
}

/** Joins the fields of both passes: their features are different ones, so one table holds the weights of both. */
export function joinPasses(first: Crf, second: Crf): TwoPassCrf {
  return {
    bits: first.bits,
    weights: first.weights.map((weight, index) => weight + (second.weights[index] ?? 0)),
    transitions: [first.transitions, second.transitions],
  };
}

/**
 * Gives every document the scores of a model that has not seen it (jackknifing): one model learns from either half and
 * scores the other, so that the second pass meets the kind of mistakes in training that it will meet in use.
 */
export function jackknife(
  documents: readonly LabelledDocument[],
  train: (documents: readonly LabelledDocument[], half: number) => Crf,
): FirstPasses {
  const passes = new Map<LabelledDocument, readonly FirstPass[]>();
  for (const half of [0, 1]) {
    const seen = documents.filter((_, index) => index % 2 !== half);
    const { bits, weights, transitions } = train(seen, half);
    const tagger = new Tagger(new CrfScores({ bits, weights, transitions: [transitions, transitions] }));
    documents.forEach((document, index) => {
      if (index % 2 !== half) return;
      const sentences = document.sentences.map(({ sentence }) => sentence);
      const evidence = gatherEvidence(sentences);
      passes.set(
        document,
        sentences.map((sentence) => tagger.firstPass(sentence, evidence)),
      );
    });
  }
  return passes;
}

export function countFeatures(sets: readonly Examples[], bits: number): Uint32Array {
  const counts = new Uint32Array(2 ** bits);
  const mask = counts.length - 1;
  for (const { features } of sets) {
    for (const feature of features) counts[feature & mask] = (counts[feature & mask] ?? 0) + 1;
  }
  return counts;
}

/** Trains the recogniser and returns its model file. The same corpora give the same bytes. */
export function trainEntities(corpora: readonly TrainingCorpus[], log: Log): Uint8Array {
  const entries = gatherGazetteer();
  log(`${entries.length} phrases in the gazetteer`);
  const lexicon = new Lexicon(new Gazetteer(entries, entries.length));
  const documents = corpora.flatMap(({ documents: texts, weight }, index) =>
    labelDocuments(texts, lexicon, { weight, seed: FIRST_PASS.seed + index }),
  );
  const logged = (name: string, options: CrfOptions): CrfOptions => ({
    ...options,
    onEpoch: (epoch, loss) => log(`${name}: epoch ${epoch + 1} of ${options.epochs}, loss ${loss.toFixed(0)}`),
  });
  const passes = jackknife(documents, (seen, half) =>
    trainCrf(extractExamples(seen), logged(`helper ${half + 1} of 2`, HELPER)),
  );
  const firstExamples = extractExamples(documents);
  const first = trainCrf(firstExamples, logged("first pass", FIRST_PASS));
  const secondExamples = extractExamples(documents, passes);
  const second = trainCrf(secondExamples, logged("second pass", SECOND_PASS));
  const counts = countFeatures([firstExamples, secondExamples], FEATURE_BITS);
  return encodeModel(joinPasses(first, second), entries, { rows: KEPT_FEATURES, counts });
}
