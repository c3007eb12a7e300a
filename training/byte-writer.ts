/** Writes little-endian numbers one after the other: the counterpart of `src/entities/byte-reader.ts`. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  #reserve(count: number): number {
    if (this.#length + count > this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    this.#length += count;
    return this.#length - count;
  }

  uint8(value: number): void {
    const at = this.#reserve(1);
    this.#view.setUint8(at, value);
  }

  uint16(value: number): void {
    const at = this.#reserve(2);
    this.#view.setUint16(at, value, true);
  }

  int16(value: number): void {
    const at = this.#reserve(2);
    this.#view.setInt16(at, value, true);
  }

  uint32(value: number): void {
    const at = this.#reserve(4);
    this.#view.setUint32(at, value, true);
  }

  variable(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.uint8(128 + (rest % 128));
      rest = Math.floor(rest / 128);
    }
    this.uint8(rest);
  }

  /** Bits, the lowest of each byte first; the last byte is filled with zeros. */
  bits(bits: Iterable<number>): void {
    let byte = 0;
    let filled = 0;
    for (const bit of bits) {
      byte |= bit << filled;
      filled += 1;
      if (filled === 8) {
        this.uint8(byte);
        byte = 0;
        filled = 0;
      }
    }
    if (filled > 0) this.uint8(byte);
  }

  /** Lists of numbers below 16, two a byte, the first in the low half, with no gap between the lists. */
  codes(lists: Iterable<Uint8Array>): void {
    let low = -1;
    for (const list of lists) {
      for (const code of list) {
        if (low < 0) low = code;
        else {
          this.uint8(low | (code << 4));
          low = -1;
        }
      }
    }
    if (low >= 0) this.uint8(low);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}
