import { failure, type Result, success } from "../../result.ts";
import { ByteReader } from "./byte-reader.ts";
import { WordClusters } from "./clusters.ts";
import { Gazetteer } from "./gazetteer.ts";
import { LABEL_COUNT } from "./labels.ts";
import { Lexicon } from "./lexeme.ts";
import { SparseScores } from "./sparse-scores.ts";
import { Tagger } from "./tagger.ts";
import { type LabelScores } from "./labels.ts";

/** A trained recogniser, ready for use. Keep it: its caches make it faster with every article. */
export interface EntityModel {
  readonly scores: LabelScores;
  readonly tagger: Tagger;
  readonly lexicon: Lexicon;
}

/** "SLEM": Sourceline's entity model. */
export const MODEL_MAGIC = 0x4d454c53;
/** Raised whenever the layout below or the features change: weights of another version mean something else. */
export const MODEL_VERSION = 5;
/** Bytes before the part that the checksum covers: magic, version, checksum. */
export const HEADER_BYTES = 12;
/** Magnitudes that a weight can have besides zero. */
export const LEVEL_COUNT = 7;

/** A checksum of the bytes from `from` on, four at a time (FNV-1a over words). */
export function checksumOf(bytes: Uint8Array, from: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wordsEnd = from + ((bytes.length - from) & ~3);
  let sum = 0x811c9dc5;
  for (let at = from; at < wordsEnd; at += 4) sum = Math.imul(sum ^ view.getUint32(at, true), 0x01000193);
  for (let at = wordsEnd; at < bytes.length; at += 1) sum = Math.imul(sum ^ view.getUint8(at), 0x01000193);
  return sum >>> 0;
}

/**
 * Reads a model file. Numbers are little-endian:
 *
 * | what | form |
 * | --- | --- |
 * | magic, version, checksum of the rest | 3 × uint32 |
 * | bits of a feature's hash, labels, log₂ of the gaps' divisor, 0 | 4 × uint8 |
 * | features | uint32 |
 * | the 7 magnitudes of weights | 7 × uint8, 0 |
 * | transitions of the first pass, then of the second, row by row | int16 each |
 * | the features' hashes in rising order, as gaps | Rice code |
 * | weights, feature by feature, label by label: sign and magnitude | 4 bits each |
 * | phrases, words with a sense | 2 × uint32 |
 * | groups of phrases | uint32 |
 * | each group: classes, phrases, then the hashes in rising order as gaps | uint16, uint32, variable-length numbers |
 * | groups of words, and each group: sense, words, hashes | the same |
 * | clusters of words | see `WordClusters.read` |
 *
 * A file that is cut short, changed or of another version gives the failure `model-damaged`.
 */
export function decodeModel(bytes: Uint8Array): Result<EntityModel> {
  if (bytes.length < HEADER_BYTES + 4) return failure("model-damaged", "The model file is cut short.");
  const reader = new ByteReader(bytes);
  if (reader.uint32() !== MODEL_MAGIC) return failure("model-damaged", "This is no model file.");
  const version = reader.uint32();
  if (version !== MODEL_VERSION) {
    return failure("model-damaged", `The model file has version ${version}, not ${MODEL_VERSION}.`);
  }
  if (reader.uint32() !== checksumOf(bytes, HEADER_BYTES)) {
    return failure("model-damaged", "The model file is damaged: its checksum does not fit.");
  }
  const bits = reader.uint8();
  const labels = reader.uint8();
  const divisorBits = reader.uint8();
  if (labels !== LABEL_COUNT) return failure("model-damaged", `The model file has ${labels} labels.`);
  reader.uint8();
  const rows = reader.uint32();
  const levels = Int16Array.from({ length: LEVEL_COUNT + 1 }, () => reader.uint8());
  const readTransitions = (): Float32Array => Float32Array.from({ length: LABEL_COUNT ** 2 }, () => reader.int16());
  const transitions = [readTransitions(), readTransitions()] as const;
  const scores = SparseScores.read(reader, { bits, rows, divisorBits, levels, transitions });
  const gazetteer = readGazetteer(reader);
  return success({ scores, tagger: new Tagger(scores), lexicon: new Lexicon(gazetteer, WordClusters.read(reader)) });
}

function readGazetteer(reader: ByteReader): Gazetteer {
  const gazetteer = new Gazetteer(reader.uint32(), reader.uint32());
  readGroups(reader, (hash, classes) => gazetteer.add(hash, classes));
  readGroups(reader, (hash, sense) => gazetteer.addSense(hash, sense));
  return gazetteer;
}

function readGroups(reader: ByteReader, add: (hash: number, value: number) => void): void {
  const groups = reader.uint32();
  for (let group = 0; group < groups; group += 1) {
    const value = reader.uint16();
    const size = reader.uint32();
    let hash = 0;
    for (let index = 0; index < size; index += 1) {
      hash += reader.variable();
      add(hash, value);
    }
  }
}
