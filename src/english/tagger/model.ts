import { failure, type Result, success } from "../../result.ts";

/** The classes that the model tells apart, in the order of its columns. */
export const CLASSES = ["noun", "adjective", "adverb", "past", "present", "base", "gerund", "number"] as const;

/** The weights of the word tagger: a table of hashed features by classes. */
export interface TaggerModel {
  /** A power of two. */
  readonly rows: number;
  readonly weights: Int8Array;
}

const MAGIC = [0x53, 0x4c, 0x50, 0x54]; // "SLPT"
const VERSION = 1;
const HEADER = 16;

/** FNV-1a over the weights: enough to notice a file cut short or damaged. */
function checksum(bytes: Uint8Array, from: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < bytes.length; at += 1) value = Math.imul(value ^ (bytes[at] ?? 0), 0x01000193);
  return value >>> 0;
}

/** The file: magic, version, rows, checksum (little-endian 32-bit words), then the weights row by row. */
export function encodeTaggerModel(model: TaggerModel): Uint8Array {
  const bytes = new Uint8Array(HEADER + model.weights.length);
  bytes.set(MAGIC);
  bytes.set(new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length), HEADER);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, model.rows, true);
  view.setUint32(12, checksum(bytes, HEADER), true);
  return bytes;
}

/** Reads a tagger model; fails with `model-damaged` if the bytes are none of this version, or damaged. */
export function decodeTaggerModel(bytes: Uint8Array): Result<TaggerModel> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || MAGIC.some((byte, at) => bytes[at] !== byte))
    return failure("model-damaged", "not a tagger model");
  if (view.getUint32(4, true) !== VERSION) return failure("model-damaged", "a tagger model of another version");
  const rows = view.getUint32(8, true);
  if (bytes.length !== HEADER + rows * CLASSES.length || view.getUint32(12, true) !== checksum(bytes, HEADER)) {
    return failure("model-damaged", "the tagger model is damaged");
  }
  return success({ rows, weights: new Int8Array(bytes.buffer, bytes.byteOffset + HEADER, rows * CLASSES.length) });
}
