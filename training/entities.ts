import { gatherEvidence } from "../src/entities/evidence.ts";
import { Gazetteer } from "../src/entities/gazetteer.ts";
import { LABEL_COUNT } from "../src/entities/labels.ts";
import { Lexicon } from "../src/entities/lexeme.ts";
import { type FirstPass, type LabelScores, Tagger } from "../src/entities/tagger.ts";
import { type GoldDocument, labelDocuments, type LabelledDocument } from "./corpus.ts";
import { type Crf, type CrfOptions, trainCrf, type TwoPassCrf } from "./crf.ts";
import { type Examples, extractExamples, type FirstPasses, withFeatures } from "./examples.ts";
import { encodeModel, keptHashes } from "./export.ts";
import { gatherGazetteer } from "./gazetteers.ts";

/** A corpus and how much a mistake in it counts. */
export interface TrainingCorpus {
  readonly documents: readonly GoldDocument[];
  readonly weight: number;
}

export type Log = (message: string) => void;

const FEATURE_BITS = 22;
/** What fits into a model file of two megabytes. */
const KEPT_FEATURES = 420_000;
/** Room for the features of the second pass: a few thousand. */
const KEPT_FEATURES_BOTH = 425_000;

/** Chosen by the mean of the development sets: see docs/entities.md. */
const FIRST_PASS: CrfOptions = {
  bits: FEATURE_BITS,
  epochs: 8,
  averageFrom: 4,
  learningRate: 0.05,
  dropout: 0.3,
  seed: 1,
};
const SECOND_PASS: CrfOptions = { ...FIRST_PASS, epochs: 6, averageFrom: 3, dropout: 0.1 };
/** The helpers that label the training documents for the second pass need not be as good. */
const HELPER: CrfOptions = { ...FIRST_PASS, epochs: 5, averageFrom: 2 };
/** Which sentences are learnt in capitals too. */
const RECASING_SEED = 7;

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
  const lexicon = new Lexicon(Gazetteer.of(entries));
  const documents = corpora.flatMap(({ documents: texts, weight }) =>
    labelDocuments(texts, lexicon, { weight, seed: RECASING_SEED }),
  );
  const train = (name: string, examples: Examples, options: CrfOptions): Crf => {
    log(`${name}: ${examples.labels.length} tokens, ${examples.features.length} features`);
    return trainCrf(examples, {
      ...options,
      onEpoch: (epoch, loss) => log(`${name}: epoch ${epoch + 1} of ${options.epochs}, loss ${loss.toFixed(0)}`),
    });
  };
  const passes = jackknife(documents, (seen, half) => train(`helper ${half + 1} of 2`, extractExamples(seen), HELPER));
  const all = extractExamples(documents);
  const scout = train("scout", all, FIRST_PASS);
  const counts = countFeatures([all], FEATURE_BITS);
  const kept = keptHashes(scout.weights, { rows: KEPT_FEATURES, counts });
  // Learnt anew with nothing but the features that are kept, the others are missed less than when they are cut off.
  const first = train("first pass", withFeatures(all, kept, FEATURE_BITS), FIRST_PASS);
  const upon = extractExamples(documents, passes);
  const second = train("second pass", upon, SECOND_PASS);
  return encodeModel(joinPasses(first, second), entries, {
    rows: KEPT_FEATURES_BOTH,
    counts: countFeatures([all, upon], FEATURE_BITS),
  });
}
