import { gatherEvidence } from "../src/entities/evidence.ts";
import { Gazetteer } from "../src/entities/gazetteer.ts";
import { LABEL_COUNT } from "../src/entities/labels.ts";
import { Lexicon } from "../src/entities/lexeme.ts";
import { type LabelScores, Tagger } from "../src/entities/tagger.ts";
import { type GoldDocument, labelDocuments, type LabelledDocument } from "./corpus.ts";
import { type Crf, type CrfOptions, trainCrf } from "./crf.ts";
import { type Examples, extractExamples } from "./examples.ts";
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

/** Chosen by cross-validation: see docs/entities.md. */
const CRF: Omit<CrfOptions, "onEpoch"> = {
  bits: FEATURE_BITS,
  epochs: 12,
  averageFrom: 6,
  learningRate: 0.1,
  dropout: 0.3,
  seed: 20220109,
};
/** The helpers that label the training documents for the second pass need not be as good. */
const HELPER_EPOCHS = { epochs: 4, averageFrom: 2 };

/** The weights of a trained field as they are, before they are packed. */
export class CrfScores implements LabelScores {
  readonly transitions: Float32Array;
  readonly #weights: Float32Array;
  readonly #mask: number;

  constructor({ bits, weights, transitions }: Crf) {
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

/**
 * Labels every document with a model that has not seen it (jackknifing): one model learns from either half and labels
 * the other, so that the second pass meets the kind of mistakes in training that it will meet in use.
 */
function jackknife(
  documents: readonly LabelledDocument[],
  options: CrfOptions,
  log: Log,
): Map<LabelledDocument, readonly Uint8Array[]> {
  const labels = new Map<LabelledDocument, readonly Uint8Array[]>();
  for (const half of [0, 1]) {
    log(`helper ${half + 1} of 2`);
    const seen = documents.filter((_, index) => index % 2 !== half);
    const tagger = new Tagger(new CrfScores(trainCrf([extractExamples(seen)], { ...options, ...HELPER_EPOCHS })));
    documents.forEach((document, index) => {
      if (index % 2 !== half) return;
      const sentences = document.sentences.map(({ sentence }) => sentence);
      const evidence = gatherEvidence(sentences);
      labels.set(
        document,
        sentences.map((sentence) => tagger.firstPass(sentence, evidence)),
      );
    });
  }
  return labels;
}

function countFeatures(sets: readonly Examples[]): Uint32Array {
  const counts = new Uint32Array(2 ** FEATURE_BITS);
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
    labelDocuments(texts, lexicon, { weight, seed: CRF.seed + index }),
  );
  const options: CrfOptions = {
    ...CRF,
    onEpoch: (epoch, loss) => log(`epoch ${epoch + 1}, loss ${loss.toFixed(0)}`),
  };
  const firstPass = jackknife(documents, options, log);
  const sets = [extractExamples(documents), extractExamples(documents, firstPass)];
  log(`${sets[0]?.labels.length} tokens to learn from, twice`);
  const crf = trainCrf(sets, options);
  return encodeModel(crf, entries, { rows: KEPT_FEATURES, counts: countFeatures(sets) });
}
