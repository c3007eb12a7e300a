import { capitalisedRun, Casing, type TaggableSentence } from "./taggable.ts";
import { type Evidence, kindOfRole, ROLE_COUNT, type WordEvidence } from "./evidence.ts";
import { mix } from "./hash.ts";
import { LABEL_KINDS } from "./labels.ts";
import type { Lexeme } from "./lexeme.ts";

/** The most features that a token can have. */
export const FEATURE_LIMIT = 256;

/** What stands before and after a sentence. */
const EDGE: Lexeme = {
  lower: 0x1234567,
  phrase: 0,
  shape: 0x777,
  suffix2: 0,
  suffix3: 0,
  own: new Uint32Array(0),
  classes: 0,
  isCapitalised: false,
  hasUpper: false,
  isAllCaps: false,
  isWord: false,
  isLower: false,
};

/** Hashed features of one token. Templates are numbered; 1–19 are those of the word alone, see `lexeme.ts`. */
export class FeatureExtractor {
  /** The features of the token asked for last: the first `count` values. */
  readonly features = new Uint32Array(FEATURE_LIMIT);
  count = 0;
  readonly #kinds = new Int32Array(1 + LABEL_KINDS.length);

  #add(value: number, template: number): void {
    this.features[this.count] = mix(value, template);
    this.count += 1;
  }

  /** Everything that can be seen before any label is known. */
  extract(sentence: TaggableSentence, at: number, evidence: Evidence): void {
    const { lexemes } = sentence;
    const here = lexemes[at] ?? EDGE;
    this.features.set(here.own);
    this.count = here.own.length;
    const before = lexemes[at - 1] ?? EDGE;
    const after = lexemes[at + 1] ?? EDGE;
    this.#addWindow(here, before, after, lexemes[at - 2] ?? EDGE, lexemes[at + 2] ?? EDGE, sentence, at);
    if (here.hasUpper) this.#addRun(sentence, at);
    this.#addClasses(sentence.classes, at, here);
    if (here.isWord && !here.isLower) {
      const word = evidence.get(here.lower);
      if (word !== undefined) this.#addEvidence(word, sentence, at, here, before, after);
    }
  }

  #addWindow(
    here: Lexeme,
    before: Lexeme,
    after: Lexeme,
    before2: Lexeme,
    after2: Lexeme,
    sentence: TaggableSentence,
    at: number,
  ): void {
    const place = (at === sentence.firstWord ? 8 : 0) | sentence.casing;
    this.#add(before.lower, 20);
    this.#add(after.lower, 21);
    this.#add(before2.lower, 22);
    this.#add(after2.lower, 23);
    this.#add(before.shape, 24);
    this.#add(after.shape, 25);
    this.#add(mix(here.shape, place), 26);
    this.#add(place, 27);
    const shapes = mix(before.shape, here.shape);
    this.#add(shapes, 28);
    this.#add(mix(here.shape, after.shape), 29);
    this.#add(mix(shapes, after.shape), 30);
    this.#add(mix(before.lower, here.lower), 31);
    this.#add(mix(here.lower, after.lower), 32);
    this.#add(mix(before.lower, here.shape), 33);
    this.#add(mix(after.lower, here.shape), 34);
    this.#add(mix(before2.lower, before.lower), 35);
    this.#add(mix(after.lower, after2.lower), 36);
    this.#add(mix(before.lower, after.lower), 37);
    this.#add(mix(here.lower, place), 38);
    if (after.suffix3 !== 0) this.#add(after.suffix3, 39);
    if (before.suffix3 !== 0) this.#add(before.suffix3, 40);
    this.#add(mix(here.shape, (sentence.joined[at] ?? 0) * 2 + (sentence.joined[at + 1] ?? 0)), 42);
    if (here.suffix2 !== 0 && after.suffix2 !== 0) this.#add(mix(here.suffix2, after.shape), 41);
  }

  /** The run of capitalised words that the token stands in, and what stands around the run. */
  #addRun(sentence: TaggableSentence, at: number): void {
    const { lexemes, casing } = sentence;
    const [first, last] = capitalisedRun(sentence, at);
    const before = lexemes[first - 1] ?? EDGE;
    const after = lexemes[last + 1] ?? EDGE;
    const length = Math.min(last - first + 1, 5);
    const position = Math.min(at - first, 4);
    const opens = at === first ? 1 : 0;
    const closes = at === last ? 1 : 0;
    const head = lexemes[last] ?? EDGE;
    this.#add(mix(length * 8 + position, casing), 50);
    this.#add(mix(before.lower, opens), 51);
    this.#add(mix(after.lower, closes), 52);
    this.#add(mix(head.lower, closes), 53);
    this.#add(mix((lexemes[first] ?? EDGE).lower, opens), 54);
    this.#add(mix(before.lower, after.lower), 55);
    this.#add(mix(before.lower, (lexemes[first - 2] ?? EDGE).lower), 56);
    this.#add(mix(after.lower, (lexemes[last + 2] ?? EDGE).lower), 57);
    this.#add(mix(before.lower, length), 58);
    this.#add(mix(after.lower, length), 59);
    if (head.suffix3 !== 0) this.#add(mix(head.suffix3, closes), 60);
  }

  #addClasses(classes: Uint32Array, at: number, here: Lexeme): void {
    const own = classes[at] ?? 0;
    const before = classes[at - 1] ?? 0;
    const after = classes[at + 1] ?? 0;
    if (own !== 0) {
      for (let bits = own; bits !== 0; bits &= bits - 1) this.#add(31 - Math.clz32(bits & -bits), 70);
      this.#add(own, 71);
      this.#add(mix(own, here.shape), 72);
    }
    this.#add(mix(before, own), 73);
    this.#add(mix(own, after), 74);
    this.#add(before, 75);
    this.#add(after, 76);
    if (here.hasUpper) this.#add(mix(mix(before, own), after), 77);
  }

  #addEvidence(
    word: WordEvidence,
    sentence: TaggableSentence,
    at: number,
    here: Lexeme,
    before: Lexeme,
    after: Lexeme,
  ): void {
    const isCounted = here.isCapitalised && at !== sentence.firstWord && sentence.casing === Casing.Sentence;
    const lowerCase = Math.min(word.lowerCase, 2);
    const elsewhere = Math.min(word.capitalised - (isCounted ? 1 : 0), 3);
    this.#add(mix(lowerCase * 4 + elsewhere, here.shape), 80);
    this.#add(mix(lowerCase * 4 + elsewhere, sentence.casing), 81);
    const { contexts } = word;
    for (let index = 0; index < contexts.length; index += 2) {
      const left = contexts[index] ?? EDGE;
      const right = contexts[index + 1] ?? EDGE;
      if (left.lower === before.lower && right.lower === after.lower) continue;
      this.#add(left.lower, 82);
      this.#add(right.lower, 83);
      if (left.hasUpper) this.#add(left.classes, 84);
    }
  }

  /** Nothing but what the first pass made of the token's word in the rest of the document; `role` is its own there. */
  extractSecondPass(sentence: TaggableSentence, at: number, evidence: Evidence, role: number): void {
    this.count = 0;
    const { lexemes } = sentence;
    const here = lexemes[at] ?? EDGE;
    if (!here.isWord || !here.hasUpper) return;
    const word = evidence.get(here.lower);
    if (word === undefined) return;
    const ownKind = kindOfRole(role);
    const kinds = this.#kinds.fill(0);
    let present = 0;
    let total = 0;
    for (let other = 0; other < ROLE_COUNT; other += 1) {
      const count = (word.roles[other] ?? 0) - (other === role ? 1 : 0);
      if (count <= 0) continue;
      present |= 1 << other;
      total += count;
      const kind = kindOfRole(other);
      kinds[kind] = (kinds[kind] ?? 0) + count;
      this.#add(other * 4 + Math.min(count, 3), 91);
    }
    let best = 0;
    for (let kind = 1; kind < kinds.length; kind += 1) if ((kinds[kind] ?? 0) > (kinds[best] ?? 0)) best = kind;
    const share = total > 0 ? (kinds[best] ?? 0) / total : 0;
    const opinion = total === 0 ? 50 : best * 8 + (share >= 0.9 ? 2 : share >= 0.6 ? 1 : 0) + (total >= 3 ? 4 : 0);
    const [first, last] = capitalisedRun(sentence, at);
    const position = (at === first ? 1 : 0) + (at === last ? 2 : 0);
    this.#add(opinion, 92);
    this.#add(mix(opinion, ownKind), 93);
    this.#add(mix(opinion, here.shape), 94);
    this.#add(mix(present, position), 95);
    this.#add(mix(present, role), 96);
    this.#add(mix(opinion, majority(lexemes[at - 1], evidence)), 97);
    this.#add(mix(opinion, majority(lexemes[at + 1], evidence)), 98);
  }
}

/** The kind that the first pass gave a word most often; 8 where it does not know it, 9 for what is no name. */
function majority(lexeme: Lexeme | undefined, evidence: Evidence): number {
  if (lexeme === undefined || !lexeme.isWord || !lexeme.hasUpper) return 9;
  const roles = evidence.get(lexeme.lower)?.roles;
  if (roles === undefined) return 8;
  let best = 0;
  let bestCount = roles[0] ?? 0;
  for (let kind = 1; kind <= LABEL_KINDS.length; kind += 1) {
    const count = (roles[3 * kind - 2] ?? 0) + (roles[3 * kind - 1] ?? 0) + (roles[3 * kind] ?? 0);
    if (count > bestCount) {
      best = kind;
      bestCount = count;
    }
  }
  return best;
}
