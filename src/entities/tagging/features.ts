import { capitalisedRun, Casing, type Run, type TaggableSentence } from "./taggable.ts";
import type { Evidence, WordEvidence } from "./evidence.ts";
import { FEATURE_CLASSES } from "./gazetteer.ts";
import { mix } from "./hash.ts";
import { EDGE, type Lexeme, lexemeAt } from "./lexeme.ts";

/** The most features that a token can have. */
export const FEATURE_LIMIT = 256;
/** The most words that a token has parts of: itself, two on either side, and the contexts of its word. */
const PART_LIMIT = 32;

/**
 * What a word is to the token in question. Features that depend on nothing but a word and its part come back with the
 * word: their scores are worth keeping.
 */
export const enum Part {
  Own = 0,
  Before = 1,
  After = 2,
  SecondBefore = 3,
  SecondAfter = 4,
  /** Before or after the same word elsewhere in the document. */
  LeftElsewhere = 5,
  RightElsewhere = 6,
}
export const PART_COUNT = 7;

/**
 * Hashed features of one token. Templates are numbered; 1–19 are those of the word alone, see `lexeme.ts`. They come in
 * two heaps that together are all: of single words (`gatherParts`, `extractPart`), and of everything else (`extractOwn`).
 */
export class FeatureExtractor {
  /** The features asked for last: the first `count` values. */
  readonly features = new Uint32Array(FEATURE_LIMIT);
  count = 0;
  /** The words and parts asked for last: the first `partCount` values. */
  readonly partWords: Lexeme[] = Array.from({ length: PART_LIMIT }, () => EDGE);
  readonly parts = new Uint8Array(PART_LIMIT);
  partCount = 0;

  #add(value: number, template: number): void {
    this.features[this.count] = mix(value, template);
    this.count += 1;
  }

  #addPart(word: Lexeme, part: Part): void {
    this.partWords[this.partCount] = word;
    this.parts[this.partCount] = part;
    this.partCount += 1;
  }

  /** Everything that can be seen before any label is known, in one heap. */
  extractAll(sentence: TaggableSentence, at: number, evidence: Evidence): void {
    this.gatherParts(sentence, at, evidence);
    this.count = 0;
    for (let index = 0; index < this.partCount; index += 1) {
      this.#addPartFeatures(this.partWords[index] as Lexeme, this.parts[index] as Part);
    }
    this.#addOwn(sentence, at, evidence, runAt(sentence, at));
  }

  /** The words whose parts are features of a token. */
  gatherParts({ lexemes }: TaggableSentence, at: number, evidence: Evidence): void {
    this.partCount = 0;
    const here = lexemeAt(lexemes, at);
    const before = lexemeAt(lexemes, at - 1);
    const after = lexemeAt(lexemes, at + 1);
    this.#addPart(here, Part.Own);
    this.#addPart(before, Part.Before);
    this.#addPart(after, Part.After);
    this.#addPart(lexemeAt(lexemes, at - 2), Part.SecondBefore);
    this.#addPart(lexemeAt(lexemes, at + 2), Part.SecondAfter);
    if (!isNameable(here)) return;
    const contexts = evidence.get(here)?.contexts ?? NO_CONTEXTS;
    for (let index = 0; index < contexts.length; index += 2) {
      const left = contexts[index] as Lexeme;
      const right = contexts[index + 1] as Lexeme;
      if (left.lower === before.lower && right.lower === after.lower) continue;
      this.#addPart(left, Part.LeftElsewhere);
      this.#addPart(right, Part.RightElsewhere);
    }
  }

  extractPart(word: Lexeme, part: Part): void {
    this.count = 0;
    this.#addPartFeatures(word, part);
  }

  #addPartFeatures(word: Lexeme, part: Part): void {
    switch (part) {
      case Part.Own:
        this.features.set(word.own, this.count);
        this.count += word.own.length;
        this.#add(mix(word.sense, word.shape), 106);
        this.#add(word.cluster, 120);
        this.#add(mix(word.cluster, word.shape), 121);
        this.#add(mix(word.broadCluster, word.shape), 122);
        break;
      case Part.Before:
        this.#add(word.lower, 20);
        this.#add(word.shape, 24);
        this.#add(word.sense, 100);
        this.#add(word.cluster, 123);
        this.#add(mix(word.broadCluster, word.shape), 124);
        break;
      case Part.After:
        this.#add(word.lower, 21);
        this.#add(word.shape, 25);
        this.#add(word.sense, 101);
        this.#add(word.cluster, 125);
        this.#add(mix(word.broadCluster, word.shape), 126);
        break;
      case Part.SecondBefore:
        this.#add(word.lower, 22);
        this.#add(word.sense, 102);
        this.#add(word.broadCluster, 127);
        break;
      case Part.SecondAfter:
        this.#add(word.lower, 23);
        this.#add(word.sense, 103);
        this.#add(word.broadCluster, 128);
        break;
      case Part.LeftElsewhere:
        this.#add(word.lower, 82);
        if (word.hasUpper) this.#add(word.classes & FEATURE_CLASSES, 84);
        break;
      case Part.RightElsewhere:
        this.#add(word.lower, 83);
        break;
    }
  }

  /** What does not depend on single words alone; `run` is the run of capitalised words that the token stands in. */
  extractOwn(sentence: TaggableSentence, at: number, evidence: Evidence, run: Run | null): void {
    this.count = 0;
    this.#addOwn(sentence, at, evidence, run);
  }

  #addOwn(sentence: TaggableSentence, at: number, evidence: Evidence, run: Run | null): void {
    const { lexemes } = sentence;
    const here = lexemeAt(lexemes, at);
    this.#addWindow(sentence, at, here);
    if (run !== null) this.#addPosition(sentence, at, run);
    this.#addClasses(sentence.classes, at, here);
    if (!isNameable(here)) return;
    const word = evidence.get(here);
    if (word !== undefined) this.#addEvidence(word, sentence, at, here);
  }

  #addWindow({ lexemes, firstWord, casing, joined }: TaggableSentence, at: number, here: Lexeme): void {
    const before = lexemeAt(lexemes, at - 1);
    const after = lexemeAt(lexemes, at + 1);
    const place = (at === firstWord ? 8 : 0) | casing;
    this.#add(mix(here.shape, place), 26);
    this.#add(place, 27);
    this.#add(mix(before.lower, here.lower), 31);
    this.#add(mix(here.lower, after.lower), 32);
    this.#add(mix(lexemeAt(lexemes, at - 2).lower, before.lower), 35);
    this.#add(mix(before.lower, after.lower), 37);
    this.#add(mix(here.lower, place), 38);
    this.#add(mix(here.shape, (joined[at] ?? 0) * 2 + (joined[at + 1] ?? 0)), 42);
    this.#add(mix(before.sense, after.sense), 104);
    this.#add(mix(before.cluster, here.cluster), 130);
    this.#add(mix(here.cluster, after.cluster), 131);
    this.#add(mix(before.cluster, after.cluster), 132);
  }

  /** Where in its run the token stands, and what stands at the ends of the run. */
  #addPosition({ lexemes, casing }: TaggableSentence, at: number, { first, last }: Run): void {
    const before = lexemeAt(lexemes, first - 1);
    const after = lexemeAt(lexemes, last + 1);
    const opener = lexemeAt(lexemes, first);
    const head = lexemeAt(lexemes, last);
    const opens = at === first ? 1 : 0;
    const closes = at === last ? 1 : 0;
    this.#add(mix(Math.min(last - first + 1, 5) * 8 + Math.min(at - first, 4), casing), 50);
    this.#add(mix(before.lower, opens), 51);
    this.#add(mix(after.lower, closes), 52);
    this.#add(mix(head.lower, closes), 53);
    this.#add(mix(opener.lower, opens), 54);
    this.#add(mix(before.sense, opens), 110);
    this.#add(mix(after.sense, closes), 111);
    this.#add(mix(head.sense, closes), 112);
    this.#add(mix(before.sense, after.sense), 113);
    this.#add(mix(opener.sense, head.sense), 116);
    this.#add(mix(head.cluster, closes), 133);
    this.#add(mix(opener.cluster, head.cluster), 134);
  }

  #addClasses(classes: readonly number[], at: number, here: Lexeme): void {
    const own = classes[at] ?? 0;
    const before = at > 0 ? (classes[at - 1] as number) : 0;
    const after = classes[at + 1] ?? 0;
    if (own !== 0) {
      this.#add(own, 71);
      this.#add(mix(own, here.shape), 72);
    }
    this.#add(mix(before, own), 73);
    this.#add(before, 75);
    if (here.hasUpper) this.#add(mix(mix(before, own), after), 77);
  }

  #addEvidence(word: WordEvidence, sentence: TaggableSentence, at: number, here: Lexeme): void {
    const isCounted = here.isCapitalised && at !== sentence.firstWord && sentence.casing === Casing.Sentence;
    const lowerCase = Math.min(word.lowerCase, 2);
    const elsewhere = Math.min(word.capitalised - (isCounted ? 1 : 0), 3);
    this.#add(mix(lowerCase * 4 + elsewhere, here.shape), 80);
    this.#add(mix(lowerCase * 4 + elsewhere, sentence.casing), 81);
  }
}

const NO_CONTEXTS: readonly Lexeme[] = [];

/** Whether the rest of the document has something to say about a word. */
function isNameable(lexeme: Lexeme): boolean {
  return lexeme.isWord && !lexeme.isLower;
}

/** The run of capitalised words that a token stands in; null where it has no capital. */
export function runAt(sentence: TaggableSentence, at: number): Run | null {
  return sentence.lexemes[at]?.hasUpper === true ? capitalisedRun(sentence, at) : null;
}
