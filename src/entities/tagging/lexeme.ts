import { isDigit, isLetter, isLowerCase, isUpperCase } from "../../text/characters.ts";
import type { WordClusters } from "./clusters.ts";
import { extendPhrase, type Gazetteer } from "./gazetteer.ts";
import { hashText, mix } from "./hash.ts";
import { senseOf } from "./senses.ts";

/** What the features of a token need to know of its word, whatever its context. Hashes are unsigned 32-bit numbers. */
export interface Lexeme {
  /** Small numbers from 1 on tell the lexemes of a lexicon apart, until it has been emptied; 0 is no word. */
  readonly id: number;
  /** The word in lower case, digits folded. */
  readonly lower: number;
  /** The word in lower case as it stands, for the gazetteer. */
  readonly phrase: number;
  /** The kinds of characters in order, runs shortened: "Xx", "X.X.", "Xx0". */
  readonly shape: number;
  /** Features that depend on nothing but the word. */
  readonly own: Uint32Array;
  /** The kind of thing that it means: see `senseOf`. */
  readonly sense: number;
  /** The cluster of words that it belongs to, and the broader one: see `WordClusters`. */
  readonly cluster: number;
  readonly broadCluster: number;
  /** The gazetteer's classes of the word alone. */
  readonly classes: number;
  readonly isCapitalised: boolean;
  /** Has a capital anywhere ("al-Assad"). */
  readonly hasUpper: boolean;
  readonly isAllCaps: boolean;
  readonly isWord: boolean;
  readonly isLower: boolean;
  /** Ends a name, wherever it stands. */
  readonly isSeparator: boolean;
  /** Opens a name in lower case ("von der Leyen", "bin Salman"). */
  readonly isParticle: boolean;
}

/** What stands before and after a sentence. */
export const EDGE: Lexeme = {
  id: 0,
  lower: 0x1234567,
  phrase: 0,
  shape: 0x777,
  own: new Uint32Array(0),
  sense: 0xff,
  cluster: 0xffff,
  broadCluster: 0xff,
  classes: 0,
  isCapitalised: false,
  hasUpper: false,
  isAllCaps: false,
  isWord: false,
  isLower: false,
  isSeparator: false,
  isParticle: false,
};

/** The lexeme at an index, or what stands around a sentence: engines look indices below 0 up as names, which is slow. */
export function lexemeAt(lexemes: readonly Lexeme[], at: number): Lexeme {
  return at >= 0 && at < lexemes.length ? (lexemes[at] as Lexeme) : EDGE;
}

const LONGEST_SHAPE = 8;
const AFFIXES = [1, 3];

/** Templates 1–19 of the features: those of the word alone. */
const enum Own {
  Bias = 1,
  Lower = 2,
  Exact = 3,
  Shape = 4,
  Suffix3Shape = 5,
  Prefix = 6,
  Suffix = 11,
}

/** Particles that open a name in lower case ("von der Leyen", "bin Salman"). */
const PARTICLES: ReadonlySet<string> = new Set(
  "al el bin ibn bint abu von van der den de del della di da dos das du la le ten ter zu zum af av".split(" "),
);

/** Marks that end a name, wherever they stand. */
const SEPARATORS: ReadonlySet<string> = new Set([
  ",",
  '"',
  "“",
  "”",
  "(",
  ")",
  "[",
  "]",
  ";",
  ":",
  "!",
  "?",
  "…",
  "•",
  "|",
]);

function shapeOf(word: string): string {
  let shape = "";
  let last = "";
  let repeats = 0;
  for (let at = 0; at < word.length && shape.length < LONGEST_SHAPE; at += 1) {
    const code = word.charCodeAt(at);
    const kind = isUpperCase(code)
      ? "X"
      : isLowerCase(code)
        ? "x"
        : isDigit(code)
          ? "0"
          : isLetter(code)
            ? "u"
            : code < 128
              ? word.charAt(at)
              : "?";
    repeats = kind === last ? repeats + 1 : 1;
    last = kind;
    if (repeats <= (kind === "X" ? 2 : 1)) shape += kind;
  }
  return shape;
}

function makeLexeme(id: number, word: string, gazetteer: Gazetteer, clusters: WordClusters | null): Lexeme {
  const lowered = word.toLowerCase();
  const folded = lowered.replace(/[0-9]/g, "0");
  const lower = hashText(folded);
  const phrase = hashText(lowered);
  const shape = mix(hashText(shapeOf(word)), 77);
  let upper = 0;
  let lowerLetters = 0;
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (!isLetter(code)) continue;
    letters += 1;
    if (isUpperCase(code)) upper += 1;
    else if (isLowerCase(code)) lowerLetters += 1;
  }
  const { length } = folded;
  const own = [mix(0, Own.Bias), mix(lower, Own.Lower), mix(hashText(word.replace(/[0-9]/g, "0")), Own.Exact)];
  own.push(mix(shape, Own.Shape));
  for (const size of AFFIXES) {
    if (length <= size) continue;
    const suffix = mix(hashText(folded, length - size), 2000 + size);
    own.push(mix(hashText(folded, 0, size), Own.Prefix + size), mix(suffix, Own.Suffix + size));
    if (size === 3) own.push(mix(mix(suffix, shape), Own.Suffix3Shape));
  }
  const cluster = clusters?.clusterOf(phrase) ?? 0;
  return {
    id,
    lower,
    phrase,
    shape,
    own: Uint32Array.from(own),
    sense: senseOf(lowered, gazetteer),
    cluster,
    broadCluster: clusters?.broadOf(cluster) ?? 0,
    classes: gazetteer.classesOf(extendPhrase(0, phrase)),
    isCapitalised: isUpperCase(word.charCodeAt(0)),
    hasUpper: upper > 0,
    isAllCaps: upper > 0 && lowerLetters === 0,
    isWord: letters > 0,
    isLower: letters > 0 && upper === 0 && lowerLetters > 0,
    isSeparator: SEPARATORS.has(word),
    isParticle: PARTICLES.has(word),
  };
}

const CACHE_SIZE = 40_000;

/** Makes lexemes, and keeps them: a word comes back many times. */
export class Lexicon {
  readonly gazetteer: Gazetteer;
  readonly #clusters: WordClusters | null;
  readonly #lexemes = new Map<string, Lexeme>();

  constructor(gazetteer: Gazetteer, clusters: WordClusters | null = null) {
    this.gazetteer = gazetteer;
    this.#clusters = clusters;
  }

  lexemeOf(word: string): Lexeme {
    let lexeme = this.#lexemes.get(word);
    if (lexeme === undefined) {
      if (this.#lexemes.size >= CACHE_SIZE) this.#lexemes.clear();
      lexeme = makeLexeme(this.#lexemes.size + 1, word, this.gazetteer, this.#clusters);
      this.#lexemes.set(word, lexeme);
    }
    return lexeme;
  }
}
