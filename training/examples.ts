import { addRoles, gatherEvidence } from "../src/entities/tagging/evidence.ts";
import { FeatureExtractor, runAt } from "../src/entities/tagging/features.ts";
import { LABEL_COUNT } from "../src/entities/tagging/labels.ts";
import { SecondPassExtractor } from "../src/entities/tagging/second-pass.ts";
import type { FirstPass } from "../src/entities/tagging/tagger.ts";
import type { LabelledDocument } from "./corpus.ts";
import { logLikelihood } from "./likelihood.ts";

/** A list of unsigned 32-bit numbers that grows. */
class NumberList {
  values = new Uint32Array(1 << 20);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.#grow(this.length + 1);
    this.values[this.length] = value;
    this.length += 1;
  }

  append(values: Uint32Array, count: number): void {
    if (this.length + count > this.values.length) this.#grow(this.length + count);
    this.values.set(count === values.length ? values : values.subarray(0, count), this.length);
    this.length += count;
  }

  #grow(needed: number): void {
    const grown = new Uint32Array(Math.max(needed, this.values.length * 2));
    grown.set(this.values);
    this.values = grown;
  }
}

/**
 * What the trainer learns from: islands of tokens that may be parts of names, with the features of each. Between the
 * islands everything is outside, so they are learnt one by one.
 */
export interface Examples {
  /** The first token of each island, and one more for the end. */
  readonly islands: Uint32Array;
  /** How much a mistake in each island counts; those without weight are not learnt from. */
  readonly weights: Float32Array;
  /** The document of each island. */
  readonly documents: Uint32Array;
  /** Where the features of each token begin, and one more for the end. */
  readonly offsets: Uint32Array;
  readonly features: Uint32Array;
  /** The right label of each token. */
  readonly labels: Uint8Array;
  /** Scores that are given: for each token one a label. Only what is missing is learnt. */
  readonly given: Float32Array | null;
}

/** What a model that has not seen a document makes of it. */
export interface HeldOut {
  /** Its first pass over each sentence. */
  readonly passes: readonly FirstPass[];
  readonly transitions: Float32Array;
}

/** Below this logarithm of the likelihood (1 in 55) a silver mark is taken for a mistake. */
const LEAST_LIKELIHOOD = -4;

/**
 * Extracts the examples of documents once, for all epochs.
 *
 * @param heldOuts one for each document. If given, the examples are those of the second pass, upon the scores of the
 *   first; and silver islands that are most likely marked wrongly have no weight.
 */
export function extractExamples(documents: readonly LabelledDocument[], heldOuts?: readonly HeldOut[]): Examples {
  const extractor = new FeatureExtractor();
  const secondExtractor = new SecondPassExtractor();
  const islands = new NumberList();
  const offsets = new NumberList();
  const features = new NumberList();
  const labels: number[] = [];
  const weights: number[] = [];
  const given: number[] = [];
  const owners: number[] = [];
  documents.forEach((document, owner) => {
    const sentences = document.sentences.map(({ sentence }) => sentence);
    const evidence = gatherEvidence(sentences);
    const heldOut = heldOuts?.[owner];
    heldOut?.passes.forEach(({ roles }, index) => {
      const sentence = sentences[index];
      if (sentence !== undefined) addRoles(evidence, sentence, roles);
    });
    document.sentences.forEach(({ sentence, labels: right, open }, index) => {
      const { candidates } = sentence;
      const held = heldOut?.passes[index];
      for (let at = 0; at < candidates.length; at += 1) {
        if (candidates[at] === 0) continue;
        if (at === 0 || candidates[at - 1] === 0) {
          islands.push(labels.length);
          let to = at + 1;
          while (candidates[to] === 1) to += 1;
          const isDoubtful =
            document.isSilver &&
            heldOut !== undefined &&
            held !== undefined &&
            logLikelihood(held.emissions, heldOut.transitions, right, at, to) < LEAST_LIKELIHOOD;
          const isOpen = open.subarray(at, to).includes(1);
          weights.push(isDoubtful || isOpen ? 0 : document.weight);
          owners.push(owner);
        }
        if (held === undefined) extractor.extractAll(sentence, at, evidence);
        else {
          secondExtractor.extract(sentence, at, evidence, held.roles[at] ?? 0, runAt(sentence, at));
          given.push(...held.emissions.subarray(at * LABEL_COUNT, (at + 1) * LABEL_COUNT));
        }
        offsets.push(features.length);
        const { features: found, count } = held === undefined ? extractor : secondExtractor;
        features.append(found, count);
        labels.push(right[at] ?? 0);
      }
    });
  });
  islands.push(labels.length);
  offsets.push(features.length);
  return {
    islands: islands.values.slice(0, islands.length),
    weights: Float32Array.from(weights),
    documents: Uint32Array.from(owners),
    offsets: offsets.values.slice(0, offsets.length),
    features: features.values.slice(0, features.length),
    labels: Uint8Array.from(labels),
    given: heldOuts !== undefined ? Float32Array.from(given) : null,
  };
}

/** The same examples with only the features whose hashes are kept. */
export function withFeatures(examples: Examples, kept: readonly number[], bits: number): Examples {
  const isKept = new Uint8Array(2 ** bits);
  for (const hash of kept) isKept[hash] = 1;
  const offsets = new Uint32Array(examples.offsets.length);
  const features = new Uint32Array(examples.features.length);
  let count = 0;
  for (let token = 0; token + 1 < offsets.length; token += 1) {
    offsets[token] = count;
    const end = examples.offsets[token + 1] ?? 0;
    for (let index = examples.offsets[token] ?? 0; index < end; index += 1) {
      const feature = examples.features[index] ?? 0;
      if (isKept[feature & (isKept.length - 1)] === 0) continue;
      features[count] = feature;
      count += 1;
    }
  }
  offsets[offsets.length - 1] = count;
  return { ...examples, offsets, features: features.slice(0, count) };
}
