/** A list of numbers in one stretch of memory, which grows at its end. */
export interface Column {
  readonly length: number;
  at(index: number): number;
  push(value: number): void;
  set(index: number, value: number): void;
  /** A copy of the numbers, no longer than they are. */
  copy(): NumberArray;
}

export type NumberArray = Uint8Array | Uint32Array | Float64Array;
type Kind = "bytes" | "whole" | "real";
const ARRAYS = { bytes: Uint8Array, whole: Uint32Array, real: Float64Array };

/** @param kind numbers below 256, whole numbers below 2³², or any. */
export function createColumn(kind: Kind, stored: NumberArray | null = null): Column {
  let array: NumberArray = stored === null ? new ARRAYS[kind](64) : stored;
  let length = stored?.length ?? 0;
  return {
    get length() {
      return length;
    },
    at: (index) => array[index] ?? 0,
    push(value) {
      if (length === array.length) {
        const larger = new ARRAYS[kind](Math.max(64, Math.ceil(length * 1.5)));
        larger.set(array);
        array = larger;
      }
      array[length] = value;
      length += 1;
    },
    set(index, value) {
      array[index] = value;
    },
    copy: () => array.slice(0, length),
  };
}

/** Strings by number, each once. */
export interface StringTable {
  readonly length: number;
  at(number: number): string;
  /** The number of a string, new where it is not there yet. */
  numberOf(text: string): number;
  /** The number of a string that is there, or `null`. */
  find(text: string): number | null;
  all(): readonly string[];
}

export function createStringTable(stored: readonly string[] = []): StringTable {
  const strings = [...stored];
  const numbers = new Map(strings.map((text, number) => [text, number]));
  return {
    get length() {
      return strings.length;
    },
    at: (number) => strings[number] ?? "",
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, strings.length);
      return strings.push(text) - 1;
    },
    find: (text) => numbers.get(text) ?? null,
    all: () => strings,
  };
}
