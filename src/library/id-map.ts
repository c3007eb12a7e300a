/** From a UUID to a document's number, in four bytes each and without a string for any. */
export interface IdMap {
  set(id: string, document: number): void;
  get(id: string): number | null;
}

const BYTES = 16;

/** A UUID as bytes. Its version and everything else of it is left as it is. */
export function bytesOf(id: string): Uint8Array {
  const hex = id.replaceAll("-", "");
  return Uint8Array.from({ length: BYTES }, (_, index) => Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16));
}

/** The UUID of a document, from a list that has sixteen bytes for each. */
export function idAt(byteAt: (index: number) => number, document: number): string {
  let hex = "";
  for (let index = 0; index < BYTES; index += 1)
    hex += byteAt(document * BYTES + index)
      .toString(16)
      .padStart(2, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * @param byteAt the bytes of all documents' ids, which the map looks into.
 * @param documents those that are in the map from the start.
 */
export function createIdMap(byteAt: (index: number) => number, documents: Iterable<number>): IdMap {
  /** Open addressing: a document's number and one more, 0 where nothing is. */
  let slots = new Uint32Array(1 << 10);
  let used = 0;
  const hashAt = (document: number): number => {
    let hash = 0x811c9dc5;
    for (let index = 0; index < BYTES; index += 1)
      hash = Math.imul(hash ^ byteAt(document * BYTES + index), 0x01000193);
    return hash >>> 0;
  };
  const isAt = (document: number, bytes: Uint8Array): boolean =>
    bytes.every((byte, index) => byteAt(document * BYTES + index) === byte);
  const hashOf = (bytes: Uint8Array): number =>
    bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
  const place = (hash: number, isHere: (document: number) => boolean): number => {
    let at = hash & (slots.length - 1);
    for (let held = slots[at] ?? 0; held !== 0 && !isHere(held - 1); held = slots[at] ?? 0)
      at = (at + 1) & (slots.length - 1);
    return at;
  };
  const put = (document: number): void => {
    slots[place(hashAt(document), () => false)] = document + 1;
    used += 1;
  };
  const grow = (): void => {
    const held = slots;
    slots = new Uint32Array(held.length * 2);
    used = 0;
    for (const one of held) if (one !== 0) put(one - 1);
  };
  const map: IdMap = {
    set(id, document) {
      if (used * 2 > slots.length) grow();
      const bytes = bytesOf(id);
      const at = place(hashOf(bytes), (held) => isAt(held, bytes));
      if (slots[at] === 0) used += 1;
      slots[at] = document + 1;
    },
    get(id) {
      const bytes = bytesOf(id);
      const held = slots[place(hashOf(bytes), (document) => isAt(document, bytes))] ?? 0;
      return held === 0 ? null : held - 1;
    },
  };
  for (const document of documents) {
    if (used * 2 > slots.length) grow();
    put(document);
  }
  return map;
}
