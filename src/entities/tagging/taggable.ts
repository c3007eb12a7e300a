import type { Sentence } from "../../text/document.ts";
import { classBit, extendPhrase, FEATURE_CLASSES, type Gazetteer, LONGEST_PHRASE } from "./gazetteer.ts";
import { type Lexeme, lexemeAt, type Lexicon } from "./lexeme.ts";

/** How a sentence is capitalised as a whole: in a headline, capitals say less. */
export const enum Casing {
  Sentence = 0,
  AllCaps = 1,
  Title = 2,
  NoCaps = 3,
}

/** A sentence made ready for tagging. The arrays run parallel to its tokens. */
export interface TaggableSentence {
  readonly lexemes: readonly Lexeme[];
  readonly casing: Casing;
  /** The gazetteer's classes: of the word alone, then of phrases that begin with it, then of phrases that go through it. */
  readonly classes: readonly number[];
  /** 1 where the token touches the one before it, as the parts of a hyphenated compound do. */
  readonly joined: Uint8Array;
  /** 1 where the token may be part of a name; the others are outside, whatever they say. */
  readonly candidates: Uint8Array;
  /** The index of the first token with a letter. */
  readonly firstWord: number;
}

/** Bits by which the classes of longer phrases are shifted in `TaggableSentence.classes`. */
export const PHRASE_START_SHIFT = 12;
export const PHRASE_INSIDE_SHIFT = 22;

/** The classes that phrases are looked up for; roles and common words, the last two, are no names. */
const NAME_CLASSES = (1 << 10) - 1;

/** How far a connector ("of", "'s", "-") may stand from the capitals around it, in tokens. */
const CONNECTOR_REACH = 2;

const ROLE = classBit("role");

export function taggableSentence(sentence: Sentence, lexicon: Lexicon): TaggableSentence {
  const { tokens } = sentence;
  const lexemes = tokens.map((token) => lexicon.lexemeOf(token.text));
  const casing = casingOf(lexemes);
  const candidates = new Uint8Array(tokens.length);
  const joined = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    const lexeme = lexemes[at];
    const token = tokens[at];
    if (lexeme === undefined || token === undefined) continue;
    if (at > 0 && token.start === tokens[at - 1]?.end) joined[at] = 1;
    if (lexeme.isSeparator) continue;
    const mayBePart =
      lexeme.hasUpper ||
      (lexeme.isParticle && capitalWithin(lexemes, at, 1, 3)) ||
      (capitalWithin(lexemes, at, -1, CONNECTOR_REACH) && capitalWithin(lexemes, at, 1, CONNECTOR_REACH));
    if (mayBePart) candidates[at] = 1;
  }
  return {
    lexemes,
    casing,
    joined,
    classes: classesOf(lexemes, candidates, casing, lexicon.gazetteer),
    candidates,
    firstWord: lexemes.findIndex((lexeme) => lexeme.isWord),
  };
}

function capitalWithin(lexemes: readonly Lexeme[], at: number, direction: 1 | -1, reach: number): boolean {
  for (let step = 1; step <= reach; step += 1) if (lexemeAt(lexemes, at + direction * step).hasUpper) return true;
  return false;
}

function casingOf(lexemes: readonly Lexeme[]): Casing {
  let words = 0;
  let allCaps = 0;
  let capitalised = 0;
  for (const lexeme of lexemes) {
    if (!lexeme.isWord) continue;
    words += 1;
    if (lexeme.isAllCaps) allCaps += 1;
    if (lexeme.isCapitalised) capitalised += 1;
  }
  if (words >= 3 && allCaps >= 0.8 * words) return Casing.AllCaps;
  if (words >= 4 && capitalised >= 0.75 * words) return Casing.Title;
  return words > 0 && capitalised === 0 ? Casing.NoCaps : Casing.Sentence;
}

function classesOf(lexemes: readonly Lexeme[], candidates: Uint8Array, casing: Casing, gazetteer: Gazetteer): number[] {
  const isNamed = ({ hasUpper }: Lexeme): boolean => hasUpper || casing === Casing.NoCaps;
  const classes = lexemes.map((lexeme) => lexeme.classes & (isNamed(lexeme) ? FEATURE_CLASSES : ROLE));
  for (let at = 0; at < lexemes.length; at += 1) {
    const first = lexemes[at] as Lexeme;
    if (!isNamed(first)) continue;
    let phrase = extendPhrase(0, first.phrase);
    for (let length = 2; length <= LONGEST_PHRASE; length += 1) {
      const last = at + length - 1;
      if (last >= lexemes.length || candidates[last] === 0) break;
      phrase = extendPhrase(phrase, (lexemes[last] as Lexeme).phrase);
      const found = gazetteer.classesOf(phrase) & NAME_CLASSES;
      if (found === 0) continue;
      classes[at] = (classes[at] as number) | (found << PHRASE_START_SHIFT);
      for (let inside = at + 1; inside <= last; inside += 1) {
        classes[inside] = (classes[inside] as number) | (found << PHRASE_INSIDE_SHIFT);
      }
    }
  }
  return classes;
}

/** The gazetteer's classes of the words from `first` to `last` as one phrase. */
export function phraseClasses(
  { lexemes }: TaggableSentence,
  first: number,
  last: number,
  gazetteer: Gazetteer,
): number {
  if (last - first >= LONGEST_PHRASE) return 0;
  let phrase = 0;
  for (let at = first; at <= last; at += 1) phrase = extendPhrase(phrase, lexemes[at]?.phrase ?? 0);
  return gazetteer.classesOf(phrase);
}

/** A run of capitalised words by its first and last token. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** The run of capitalised words that `at` stands in; hyphens inside compounds belong to it. */
export function capitalisedRun(sentence: TaggableSentence, at: number): Run {
  const { lexemes } = sentence;
  let first = at;
  for (;;) {
    if (lexemeAt(lexemes, first - 1).hasUpper) first -= 1;
    else if (lexemeAt(lexemes, first - 2).hasUpper && isCompound(sentence, first - 1)) first -= 2;
    else break;
  }
  let last = at;
  for (;;) {
    if (lexemeAt(lexemes, last + 1).hasUpper) last += 1;
    else if (lexemeAt(lexemes, last + 2).hasUpper && isCompound(sentence, last + 1)) last += 2;
    else break;
  }
  return { first, last };
}

/** All runs of capitalised words of a sentence, in their order. */
export function capitalisedRuns(sentence: TaggableSentence): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < sentence.lexemes.length; at += 1) {
    if (!(sentence.lexemes[at] as Lexeme).hasUpper) continue;
    const run = capitalisedRun(sentence, at);
    runs.push(run);
    at = run.last;
  }
  return runs;
}

function isCompound({ joined, lexemes }: TaggableSentence, hyphen: number): boolean {
  return joined[hyphen] === 1 && joined[hyphen + 1] === 1 && lexemes[hyphen]?.isWord === false;
}
