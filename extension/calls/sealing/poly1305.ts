/** Poly1305, as RFC 8439 describes it: a mark that nobody can put on a text who does not have its key, to be used once. */

export const TAG_LENGTH = 16;

const PRIME = 2n ** 130n - 5n;
const ABOVE = 2n ** 128n;
/** Which bits of the key's first half count. */
const COUNTING = 0x0ffffffc0ffffffc0ffffffc0fffffffn;

/** The sixteen bytes from there on, as a little-endian number. */
const numberAt = (view: DataView, at: number): bigint =>
  view.getBigUint64(at, true) + (view.getBigUint64(at + 8, true) << 64n);

/**
 * The mark of what is encrypted, with nothing beside it that is only marked.
 *
 * @param key 32 bytes, for this text alone.
 */
export function tagOf(key: Uint8Array, encrypted: Uint8Array): Uint8Array {
  const keyView = new DataView(key.buffer, key.byteOffset);
  const factor = numberAt(keyView, 0) & COUNTING;
  // Filled up to whole blocks; in the last one, how long what is only marked and what is encrypted are.
  const blocks = new Uint8Array(Math.ceil(encrypted.length / TAG_LENGTH) * TAG_LENGTH + TAG_LENGTH);
  blocks.set(encrypted);
  const view = new DataView(blocks.buffer);
  view.setBigUint64(blocks.length - 8, BigInt(encrypted.length), true);
  let sum = 0n;
  for (let at = 0; at < blocks.length; at += TAG_LENGTH) sum = ((sum + numberAt(view, at) + ABOVE) * factor) % PRIME;
  const tag = new DataView(new ArrayBuffer(TAG_LENGTH));
  const marked = sum + numberAt(keyView, TAG_LENGTH);
  tag.setBigUint64(0, BigInt.asUintN(64, marked), true);
  tag.setBigUint64(8, BigInt.asUintN(64, marked >> 64n), true);
  return new Uint8Array(tag.buffer);
}
