/**
 * Ascending numbers as bytes: each as its distance from the one before, seven bits to a byte, the lowest first, the
 * eighth bit set where more follow. Neighbours in a list lie close together, so that most take one byte.
 */

/** Bytes that grow. */
export interface ByteSink {
  push(byte: number): void;
  readonly length: number;
  /** What was pushed, as a copy of its own. */
  bytes(): Uint8Array;
}

export function createByteSink(capacity = 1 << 16): ByteSink {
  let buffer = new Uint8Array(capacity);
  let length = 0;
  return {
    push(byte) {
      if (length === buffer.length) {
        const larger = new Uint8Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[length] = byte;
      length += 1;
    },
    get length() {
      return length;
    },
    bytes: () => buffer.slice(0, length),
  };
}

/** Writes ascending numbers. */
export function writePostings(sink: ByteSink, numbers: Iterable<number>): void {
  let last = 0;
  for (const number of numbers) {
    let gap = number - last;
    while (gap > 127) {
      sink.push((gap & 127) | 128);
      gap >>>= 7;
    }
    sink.push(gap);
    last = number;
  }
}

/** Calls `use` with each number that was written between two places of the bytes. */
export function readPostings(bytes: Uint8Array, start: number, end: number, use: (number: number) => void): void {
  let last = 0;
  let at = start;
  while (at < end) {
    let byte = bytes[at++] ?? 0;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    last += gap;
    use(last);
  }
}
