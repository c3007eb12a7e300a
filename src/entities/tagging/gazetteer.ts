import { tokenise } from "../../text/tokenise.ts";
import { HashTable } from "./hash-table.ts";
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
  "capital",
  "metropolis",
] as const;
export type GazetteerClass = (typeof GAZETTEER_CLASSES)[number];

/** The bits of the classes that features are made of; what stands behind is for rules. */
export const FEATURE_CLASSES = (1 << 12) - 1;

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

/** A word in its base form and the kind of thing that it means: a number from 1 on, named in training. */
export interface SenseEntry {
  readonly hash: number;
  readonly sense: number;
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

/** The hash under which the sense of a word in lower case is kept. */
export function wordHash(word: string): number {
  return hashText(word) & HASH_MASK;
}

/** What is known of names and words before any text is read. */
export class Gazetteer {
  readonly #classes: HashTable;
  readonly #senses: HashTable;

  /** @param phrases, @param words how many of each will be added at most. */
  constructor(phrases: number, words: number) {
    this.#classes = new HashTable(phrases);
    this.#senses = new HashTable(words);
  }

  static of(entries: readonly GazetteerEntry[], senses: readonly SenseEntry[] = []): Gazetteer {
    const gazetteer = new Gazetteer(entries.length, senses.length);
    for (const { hash, classes } of entries) gazetteer.add(hash, classes);
    for (const { hash, sense } of senses) gazetteer.addSense(hash, sense);
    return gazetteer;
  }

  /** Adds classes to the phrase with this hash. */
  add(hash: number, classes: number): void {
    this.#classes.setBits(hash, classes);
  }

  /** The classes of a phrase as bits, 0 where it is unknown. */
  classesOf(phrase: number): number {
    return this.#classes.get(phrase & HASH_MASK);
  }

  addSense(hash: number, sense: number): void {
    this.#senses.set(hash, sense);
  }

  /** The sense of a word in its base form by the hash of its lower case, 0 where it is unknown. */
  senseOf(word: number): number {
    return this.#senses.get(word & HASH_MASK);
  }
}
