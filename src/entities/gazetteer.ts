import { tokenise } from "../text/tokenise.ts";
import { hashText, mix } from "./hash.ts";

/** What a phrase is known as. A phrase may be several: "Jordan" is a country, a given name and a family name. */
export const GAZETTEER_CLASSES = [
  "given",
  "family",
  "country",
  "city",
  "town",
  "region",
  "feature",
  "demonym",
  "team",
  "organisation",
  "role",
  "word",
] as const;
export type GazetteerClass = (typeof GAZETTEER_CLASSES)[number];

/** The longest phrase that is looked up, in tokens. */
export const LONGEST_PHRASE = 5;

export function classBit(name: GazetteerClass): number {
  return 1 << GAZETTEER_CLASSES.indexOf(name);
}

/** One phrase of a gazetteer: the hash of its tokens in lower case, and the classes that it belongs to as bits. */
export interface GazetteerEntry {
  readonly hash: number;
  readonly classes: number;
}

/** Entries are told apart by this many bits of their hash. */
export const HASH_BITS = 28;
const HASH_MASK = 2 ** HASH_BITS - 1;

/** The hash of a phrase that is one token longer. Begin with 0. */
export function extendPhrase(phrase: number, lowerHash: number): number {
  return mix(phrase, lowerHash);
}

/** The hash under which a phrase is kept. It must be written as in a text: capitals decide how a compound is cut. */
export function phraseHash(phrase: string): number {
  let hash = 0;
  for (const token of tokenise(phrase)) hash = extendPhrase(hash, hashText(token.text.toLowerCase()));
  return hash & HASH_MASK;
}

/** A set of phrases with their classes: an open-addressing table over typed arrays, for it is asked at every name. */
export class Gazetteer {
  readonly #slots: number;
  readonly #hashes: Int32Array;
  readonly #classes: Uint16Array;

  /** @param capacity how many phrases will be added at most. */
  constructor(capacity: number) {
    this.#slots = 2 ** Math.ceil(Math.log2(Math.max(2, capacity * 2)));
    this.#hashes = new Int32Array(this.#slots).fill(-1);
    this.#classes = new Uint16Array(this.#slots);
  }

  static of(entries: readonly GazetteerEntry[]): Gazetteer {
    const gazetteer = new Gazetteer(entries.length);
    for (const { hash, classes } of entries) gazetteer.add(hash, classes);
    return gazetteer;
  }

  /** Adds classes to the phrase with this hash. */
  add(hash: number, classes: number): void {
    const slot = this.#slotOf(hash);
    this.#hashes[slot] = hash;
    this.#classes[slot] = (this.#classes[slot] ?? 0) | classes;
  }

  /** The classes of a phrase as bits, 0 where it is unknown. */
  classesOf(phrase: number): number {
    return this.#classes[this.#slotOf(phrase & HASH_MASK)] ?? 0;
  }

  #slotOf(hash: number): number {
    let slot = Math.imul(hash, 0x9e3779b1) & (this.#slots - 1);
    while (this.#hashes[slot] !== -1 && this.#hashes[slot] !== hash) slot = (slot + 1) & (this.#slots - 1);
    return slot;
  }
}
