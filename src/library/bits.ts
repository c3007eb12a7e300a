/** Sets of document numbers, one bit each. */
export type Bits = Uint32Array;

export const bitsFor = (size: number): Bits => new Uint32Array((size + 31) >>> 5);

export const addBit = (bits: Bits, number: number): void => {
  const at = number >>> 5;
  bits[at] = (bits[at] ?? 0) | (1 << (number & 31));
};

export const hasBit = (bits: Bits, number: number): boolean =>
  (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;

/** Keeps of `bits` what is in `others` too. */
export function keepBits(bits: Bits, others: Bits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (others[at] ?? 0);
}

/** Takes out of `bits` what is in `others`. */
export function dropBits(bits: Bits, others: Bits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & ~(others[at] ?? 0);
}

/** Calls `use` with every number of a set, in ascending order. */
export function forBits(bits: Bits, use: (number: number) => void): void {
  for (let at = 0; at < bits.length; at += 1) {
    let left = bits[at] ?? 0;
    while (left !== 0) {
      const lowest = left & -left;
      use((at << 5) + (31 - Math.clz32(lowest)));
      left ^= lowest;
    }
  }
}
