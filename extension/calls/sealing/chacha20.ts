/** ChaCha20, as RFC 8439 describes it: a stream of bytes that nobody can tell from chance who does not have its key. */

export const KEY_LENGTH = 32;
export const NONCE_LENGTH = 12;
const BLOCK = 64;

/** "expand 32-byte k", which each block begins with. */
const BEGINNING = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** The words that are mixed with one another: the columns of the square, then its diagonals. */
const QUARTERS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

function mix(words: Uint32Array, to: number, from: number, turned: number, by: number): void {
  words[to] = (words[to] as number) + (words[from] as number);
  const word = (words[turned] as number) ^ (words[to] as number);
  words[turned] = (word << by) | (word >>> (32 - by));
}

/** Bytes as words, in the order of the machine: little-endian, as the cipher has them, wherever these browsers run. */
const wordsOf = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.slice().buffer);

/** One block of the stream. */
function block(key: Uint8Array, nonce: Uint8Array, counter: number): Uint8Array {
  const start = [...BEGINNING, ...wordsOf(key), counter, ...wordsOf(nonce)];
  const words = Uint32Array.from(start);
  for (let round = 0; round < 10; round += 1) {
    for (const [a, b, c, d] of QUARTERS) {
      mix(words, a, b, d, 16);
      mix(words, c, d, b, 12);
      mix(words, a, b, d, 8);
      mix(words, c, d, b, 7);
    }
  }
  return new Uint8Array(words.map((word, index) => word + (start[index] as number)).buffer);
}

/** The first bytes of the stream of a key and a nonce, from its first block on. */
export function stream(key: Uint8Array, nonce: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(length / BLOCK) * BLOCK);
  for (let at = 0; at < length; at += BLOCK) bytes.set(block(key, nonce, at / BLOCK), at);
  return bytes.subarray(0, length);
}
