import type { GazetteerEntry, SenseEntry } from "../src/entities/tagging/gazetteer.ts";
import { LABEL_COUNT } from "../src/entities/tagging/labels.ts";
import { BUCKETS, clusterKey, type ClusterEntry } from "../src/entities/tagging/clusters.ts";
import { checksumOf, HEADER_BYTES, LEVEL_COUNT, MODEL_MAGIC, MODEL_VERSION } from "../src/entities/tagging/model.ts";
import { ByteWriter } from "./byte-writer.ts";
import type { TwoPassCrf } from "./field.ts";

/** A transition that must not happen outweighs any sum of weights. */
const FORBIDDEN = -32768;
const LARGEST_LEVEL = 127;

/** The levels lie closer together near zero, where most weights are. */
const LEVEL_POWER = 1.5;

/** This share of the weights is kept below the largest level; the few beyond it are cut down to it. */
const CLIP_QUANTILE = 0.999;

export interface ExportOptions {
  /** How many features are kept: those with the largest weights, measured by how often they are met. */
  readonly rows: number;
  /** How often each hash of a feature was met in training. */
  readonly counts: Uint32Array;
}

/** A feature that is kept, with the codes of its weights. */
interface Row {
  readonly hash: number;
  readonly codes: Uint8Array;
}

/** How much each feature matters: the squared length of its weights times the square root of how often it is met. */
function importances(weights: Float32Array, counts: Uint32Array): Float32Array {
  return Float32Array.from(counts, (count, hash) => {
    let square = 0;
    for (let label = 0; label < LABEL_COUNT; label += 1) square += (weights[hash * LABEL_COUNT + label] ?? 0) ** 2;
    return square * Math.sqrt(Math.max(count, 1));
  });
}

/** The hashes of the features that matter most, at most `rows`, in rising order. */
export function keptHashes(weights: Float32Array, { rows, counts }: ExportOptions): number[] {
  const importance = importances(weights, counts);
  const threshold = importance.toSorted()[Math.max(0, importance.length - rows)] ?? 0;
  const kept: number[] = [];
  for (let hash = 0; hash < importance.length; hash += 1) {
    const value = importance[hash] ?? 0;
    if (value > 0 && value >= threshold && kept.length < rows) kept.push(hash);
  }
  return kept;
}

/** The magnitude of the largest level. */
function clipOf({ weights }: TwoPassCrf, hashes: readonly number[]): number {
  const magnitudes = new Float32Array(hashes.length * LABEL_COUNT);
  hashes.forEach((hash, index) => {
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      magnitudes[index * LABEL_COUNT + label] = Math.abs(weights[hash * LABEL_COUNT + label] ?? 0);
    }
  });
  const found = magnitudes.filter((magnitude) => magnitude > 0).toSorted();
  return found[Math.floor((found.length - 1) * CLIP_QUANTILE)] ?? 1;
}

function quantise(crf: TwoPassCrf, hashes: readonly number[], clip: number): Row[] {
  return hashes
    .map((hash) => ({
      hash,
      codes: Uint8Array.from({ length: LABEL_COUNT }, (_, label) => {
        const weight = crf.weights[hash * LABEL_COUNT + label] ?? 0;
        const level = Math.min(LEVEL_COUNT, Math.round(LEVEL_COUNT * (Math.abs(weight) / clip) ** (1 / LEVEL_POWER)));
        return level === 0 ? 0 : level + (weight < 0 ? 8 : 0);
      }),
    }))
    .filter(({ codes }) => codes.some((code) => code !== 0));
}

function* riceCode(rows: readonly Row[], divisorBits: number): Generator<number> {
  let last = -1;
  for (const { hash } of rows) {
    const gap = hash - last - 1;
    last = hash;
    for (let high = gap >> divisorBits; high > 0; high -= 1) yield 1;
    yield 0;
    for (let low = 0; low < divisorBits; low += 1) yield (gap >> low) & 1;
  }
}

/** Writes hashes in groups of one value, for `decodeModel`. */
function writeGroups(writer: ByteWriter, entries: readonly (readonly [hash: number, value: number])[]): void {
  const groups = new Map<number, number[]>();
  for (const [hash, value] of entries) {
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [hash]);
    else group.push(hash);
  }
  writer.uint32(groups.size);
  for (const [value, hashes] of [...groups].toSorted(([a], [b]) => a - b)) {
    writer.uint16(value);
    writer.uint32(hashes.length);
    let last = 0;
    for (const hash of hashes.toSorted((a, b) => a - b)) {
      writer.variable(hash - last);
      last = hash;
    }
  }
}

/** What goes into the file besides the weights. */
export interface KnownWords {
  readonly phrases: readonly GazetteerEntry[];
  readonly senses: readonly SenseEntry[];
  readonly clusters: ClusteredWords;
}

/** Words in clusters, the commonest first, and for each cluster the broader one that it is a part of. */
export interface ClusteredWords {
  readonly entries: readonly ClusterEntry[];
  readonly broad: readonly number[];
}

/** Writes words and their clusters for `WordClusters.read`; of two words that look alike in it the commoner one. */
export function writeClusters(writer: ByteWriter, { entries, broad }: ClusteredWords): void {
  const clusters = new Map<number, number>();
  for (const { hash, cluster } of entries) {
    const key = clusterKey(hash);
    if (!clusters.has(key)) clusters.set(key, cluster);
  }
  const sorted = [...clusters].toSorted(([a], [b]) => a - b);
  const sizes = new Uint8Array(BUCKETS);
  for (const [key] of sorted) sizes[key >>> 8] = (sizes[key >>> 8] ?? 0) + 1;
  writer.uint16(broad.length);
  for (const value of broad) writer.uint8(value);
  for (const size of sizes) writer.uint8(size);
  for (const [key] of sorted) writer.uint8(key & 255);
  for (const [, cluster] of sorted) writer.uint8((cluster - 1) & 255);
  writer.bits(sorted.flatMap(([, cluster]) => [((cluster - 1) >> 8) & 1, (cluster - 1) >> 9]));
}

/** Packs a trained model and its gazetteer into the file that `decodeModel` reads. */
export function encodeModel(
  crf: TwoPassCrf,
  { phrases, senses, clusters }: KnownWords,
  options: ExportOptions,
): Uint8Array {
  const hashes = keptHashes(crf.weights, options);
  const clip = clipOf(crf, hashes);
  const rows = quantise(crf, hashes, clip);
  // A gap's divisor near its mean is close to the best Rice code.
  const divisorBits = Math.max(0, Math.floor(Math.log2(2 ** crf.bits / Math.max(1, rows.length))));
  const writer = new ByteWriter();
  writer.uint32(MODEL_MAGIC);
  writer.uint32(MODEL_VERSION);
  writer.uint32(0);
  for (const value of [crf.bits, LABEL_COUNT, divisorBits, 0]) writer.uint8(value);
  writer.uint32(rows.length);
  for (let level = 0; level <= LEVEL_COUNT; level += 1) {
    writer.uint8(Math.round(LARGEST_LEVEL * (level / LEVEL_COUNT) ** LEVEL_POWER));
  }
  for (const transition of crf.transitions.flatMap((table) => [...table])) {
    writer.int16(Math.max(FORBIDDEN, Math.round((transition / clip) * LARGEST_LEVEL)));
  }
  writer.bits(riceCode(rows, divisorBits));
  writer.codes(rows.map(({ codes }) => codes));
  writer.uint32(phrases.length);
  writer.uint32(senses.length);
  writeGroups(
    writer,
    phrases.map(({ hash, classes }) => [hash, classes]),
  );
  writeGroups(
    writer,
    senses.map(({ hash, sense }) => [hash, sense]),
  );
  writeClusters(writer, clusters);
  const bytes = writer.finish();
  new DataView(bytes.buffer).setUint32(8, checksumOf(bytes, HEADER_BYTES), true);
  return bytes;
}
