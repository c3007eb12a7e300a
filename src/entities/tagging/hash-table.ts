/** Small numbers by hash: open addressing over typed arrays, for it is asked at every name. */
export class HashTable {
  readonly #slots: number;
  readonly #hashes: Int32Array;
  readonly #values: Uint16Array;

  /** @param capacity how many hashes will be set at most. */
  constructor(capacity: number) {
    this.#slots = 2 ** Math.ceil(Math.log2(Math.max(2, capacity * 2)));
    this.#hashes = new Int32Array(this.#slots).fill(-1);
    this.#values = new Uint16Array(this.#slots);
  }

  set(hash: number, value: number): void {
    const slot = this.#slotOf(hash);
    this.#hashes[slot] = hash;
    this.#values[slot] = value;
  }

  /** Sets bits of the number of a hash, beside those that it has. */
  setBits(hash: number, bits: number): void {
    const slot = this.#slotOf(hash);
    this.#hashes[slot] = hash;
    this.#values[slot] = (this.#values[slot] as number) | bits;
  }

  /** The number set for a hash, 0 where there is none. */
  get(hash: number): number {
    const slot = this.#slotOf(hash);
    return this.#hashes[slot] === hash ? (this.#values[slot] as number) : 0;
  }

  #slotOf(hash: number): number {
    let slot = Math.imul(hash, 0x9e3779b1) & (this.#slots - 1);
    while (this.#hashes[slot] !== -1 && this.#hashes[slot] !== hash) slot = (slot + 1) & (this.#slots - 1);
    return slot;
  }
}
