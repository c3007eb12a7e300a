import { gatherEvidence } from "../src/entities/tagging/evidence.ts";
import { Gazetteer } from "../src/entities/tagging/gazetteer.ts";
import { LABEL_COUNT } from "../src/entities/tagging/labels.ts";
import { Lexicon } from "../src/entities/tagging/lexeme.ts";
import { Tagger } from "../src/entities/tagging/tagger.ts";
import { type LabelScores } from "../src/entities/tagging/labels.ts";
import { tokenise } from "../src/text/tokenise.ts";
import { type GoldDocument, labelDocuments, type LabelledDocument } from "./corpus.ts";
import { type CrfOptions, trainCrf } from "./crf.ts";
import { type Examples, extractExamples, type HeldOut, withFeatures } from "./examples.ts";
import { averageOf, type Crf, type TwoPassCrf } from "./field.ts";
import { encodeModel, keptHashes, type KnownWords, writeClusters } from "./export.ts";
import { gatherGazetteer } from "./gazetteers.ts";
import { gatherClusters } from "./clusters.ts";
import { ByteReader } from "../src/entities/tagging/byte-reader.ts";
import { WordClusters } from "../src/entities/tagging/clusters.ts";
import { ByteWriter } from "./byte-writer.ts";
import { gatherSenses } from "./word-senses.ts";

/** A corpus and how much a mistake in it counts. */
export interface TrainingCorpus {
  readonly name: string;
  readonly documents: readonly GoldDocument[];
  readonly weight: number;
  /** Marked by programs, or not all of its names. */
  readonly isSilver: boolean;
}

export type Log = (message: string) => void;

const FEATURE_BITS = 22;
/** What fits into a model file of two megabytes. */
const KEPT_FEATURES = 397_000;
/** Room for the features of the second pass: a few thousand. */
const KEPT_FEATURES_BOTH = 402_000;

/** Chosen by the mean of the development sets: see docs/entities.md. */
const FIRST_PASS: Omit<CrfOptions, "bits"> = {
  epochs: 8,
  averageFrom: 4,
  learningRate: 0.05,
  dropout: 0.3,
  seed: 1,
};
/** Trainings differ by chance; the mean of their weights does less. */
const FIRST_PASS_SEEDS = [1, 2];
const SECOND_PASS: typeof FIRST_PASS = { ...FIRST_PASS, epochs: 6, averageFrom: 3, dropout: 0.1 };
const HELPERS = 4;
/** The helpers that label the training documents for the second pass need not be as good. */
const HELPER: typeof FIRST_PASS = { ...FIRST_PASS, epochs: 5, averageFrom: 2 };
/** It only says which features matter. */
const SCOUT = HELPER;
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
function joinPasses(first: Crf, second: Crf): TwoPassCrf {
  return {
    bits: first.bits,
    weights: first.weights.map((weight, index) => weight + (second.weights[index] ?? 0)),
    transitions: [first.transitions, second.transitions],
  };
}

/**
 * Gives every document the scores of a model that has not seen it (jackknifing): each helper learns from all documents
 * but a share and scores that, so that the second pass meets the kind of mistakes in training that it will meet in use.
 */
function jackknife(
  documents: readonly LabelledDocument[],
  examples: Examples,
  train: (examples: Examples, helper: number) => Crf,
): HeldOut[] {
  const heldOuts: HeldOut[] = [];
  for (let helper = 0; helper < HELPERS; helper += 1) {
    const weights = examples.weights.map((weight, island) =>
      (examples.documents[island] ?? 0) % HELPERS === helper ? 0 : weight,
    );
    const { bits, weights: learnt, transitions } = train({ ...examples, weights }, helper);
    const tagger = new Tagger(new CrfScores({ bits, weights: learnt, transitions: [transitions, transitions] }));
    for (let index = helper; index < documents.length; index += HELPERS) {
      const sentences = documents[index]?.sentences.map(({ sentence }) => sentence) ?? [];
      const evidence = gatherEvidence(sentences);
      heldOuts[index] = { passes: sentences.map((sentence) => tagger.firstPass(sentence, evidence)), transitions };
    }
  }
  return heldOuts;
}

function countFeatures(sets: readonly Examples[], bits: number): Uint32Array {
  const counts = new Uint32Array(2 ** bits);
  const mask = counts.length - 1;
  for (const { features } of sets) {
    for (const feature of features) counts[feature & mask] = (counts[feature & mask] ?? 0) + 1;
  }
  return counts;
}

/** Gathers all that the recogniser knows before it reads: names, and senses of words. */
export function gatherKnownWords(corpora: readonly TrainingCorpus[], clusterFile: string): KnownWords {
  return {
    phrases: gatherGazetteer(),
    senses: gatherSenses(vocabularyOf(corpora)),
    clusters: gatherClusters(clusterFile),
  };
}

/**
 * Trains the recogniser and returns its model file. The same corpora give the same bytes.
 *
 * @param bits how many bits of a feature's hash tell features apart.
 */
export function trainEntities(
  corpora: readonly TrainingCorpus[],
  known: KnownWords,
  log: Log,
  bits = FEATURE_BITS,
): Uint8Array {
  log(`${known.phrases.length} phrases and ${known.senses.length} words with senses are known beforehand`);
  const table = new ByteWriter();
  writeClusters(table, known.clusters);
  const clusters = WordClusters.read(new ByteReader(table.finish()));
  const lexicon = new Lexicon(Gazetteer.of(known.phrases, known.senses), clusters);
  const documents = corpora.flatMap(({ documents: texts, weight, isSilver }) =>
    labelDocuments(texts, lexicon, { weight, isSilver, seed: RECASING_SEED }),
  );
  const train = (name: string, examples: Examples, options: typeof FIRST_PASS): Crf => {
    log(`${name}: ${examples.labels.length} tokens, ${examples.features.length} features`);
    return trainCrf(examples, {
      ...options,
      bits,
      onEpoch: (epoch, loss) => log(`${name}: epoch ${epoch + 1} of ${options.epochs}, loss ${loss.toFixed(0)}`),
    });
  };
  const all = extractExamples(documents);
  const heldOuts = jackknife(documents, all, (examples, helper) =>
    train(`helper ${helper + 1} of ${HELPERS}`, examples, HELPER),
  );
  const upon = extractExamples(documents, heldOuts);
  const { weights } = upon;
  log(`${weights.filter((weight) => weight === 0).length} of ${weights.length} islands left out as doubtful`);
  const scout = train("scout", { ...all, weights }, SCOUT);
  const counts = countFeatures([all], bits);
  const kept = keptHashes(scout.weights, { rows: KEPT_FEATURES, counts });
  // Learnt anew with nothing but the features that are kept, the others are missed less than when they are cut off.
  const slim = withFeatures({ ...all, weights }, kept, bits);
  const first = averageOf(
    FIRST_PASS_SEEDS.map((seed) => train(`first pass, seed ${seed}`, slim, { ...FIRST_PASS, seed })),
  );
  const second = train("second pass", upon, SECOND_PASS);
  return encodeModel(joinPasses(first, second), known, {
    rows: KEPT_FEATURES_BOTH,
    counts: countFeatures([all, upon], bits),
  });
}

/** The words of all texts in lower case. */
function vocabularyOf(corpora: readonly TrainingCorpus[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { documents } of corpora) {
    for (const { text } of documents) for (const token of tokenise(text)) words.add(token.text.toLowerCase());
  }
  return words;
}
