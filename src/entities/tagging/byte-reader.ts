/** Reads little-endian numbers one after the other. Reading past the end throws a RangeError. */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  /** The offset of the next byte. */
  position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8(): number {
    this.position += 1;
    return this.#view.getUint8(this.position - 1);
  }

  uint16(): number {
    this.position += 2;
    return this.#view.getUint16(this.position - 2, true);
  }

  int16(): number {
    this.position += 2;
    return this.#view.getInt16(this.position - 2, true);
  }

  uint32(): number {
    this.position += 4;
    return this.#view.getUint32(this.position - 4, true);
  }

  /** The next bytes, as a view of the same memory. */
  take(count: number): Uint8Array {
    const from = this.position;
    if (from + count > this.bytes.length) throw new RangeError("Reading past the end.");
    this.position += count;
    return this.bytes.subarray(from, this.position);
  }

  /** A number of seven bits a byte, the lowest first; the high bit says that another byte follows. */
  variable(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.uint8();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
}
