import type { Steps } from "../../slices.ts";
import type { NormalisedText } from "../../text/normalise.ts";

/** The words of a normalised text, as columns. Word numbers index all of them but `spellings` and `counts`. */
export interface Words {
  readonly length: number;
  /** Where each word begins and ends in the normalised text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What each word is: words that are spelt alike share one id, an index into `spellings`. */
  readonly ids: Int32Array;
  readonly spellings: readonly string[];
  /** How often each id stands in the text. */
  readonly counts: readonly number[];
  /** The last word with an id, and for each word the one before it with the same id, or -1. */
  readonly lastOf: readonly number[];
  readonly previous: Int32Array;
  /** The id of a spelling. */
  readonly idOf: ReadonlyMap<string, number>;
}

const SPACE = 0;
const LETTER = 1;
/** A sign that is a word of its own: an ideograph, a kana or Thai letter, a piece of an emoji, a punctuation mark. */
const SIGN = 2;

/** Scripts that write no spaces between words. Their letters count one by one. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const CLASSES = new Uint8Array(0x10000).fill(0xff);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (character === " ") return SPACE;
  return /[\p{L}\p{M}\p{N}]/u.test(character) && !UNSPACED.test(character) ? LETTER : SIGN;
}

function classOf(unit: number): number {
  const known = CLASSES[unit] ?? 0xff;
  if (known !== 0xff) return known;
  return (CLASSES[unit] = classify(unit));
}

/** Whether the code unit at `offset` belongs to a word of letters or digits. */
export function isLetter(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && classOf(text.charCodeAt(offset)) === LETTER;
}

/** Where the word that begins at `start` ends. A surrogate pair stays whole. */
function wordEnd(text: string, start: number): number {
  if (classOf(text.charCodeAt(start)) === SIGN) return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  let end = start + 1;
  while (end < text.length) {
    const kind = classOf(text.charCodeAt(end));
    // An apostrophe between letters is part of the word.
    const isJoint = kind === SIGN && text.charCodeAt(end) === 0x27 && isLetter(text, end + 1);
    if (kind !== LETTER && !isJoint) break;
    end += 1;
  }
  return end;
}

/** The words of a short normalised text as [start, end) pairs. */
export function splitWords(text: string): { readonly start: number; readonly end: number }[] {
  const words = [];
  for (let i = 0; i < text.length;) {
    if (classOf(text.charCodeAt(i)) === SPACE) {
      i += 1;
      continue;
    }
    const end = wordEnd(text, i);
    words.push({ start: i, end });
    i = end;
  }
  return words;
}

/** How many words are counted between two pauses: about a millisecond's work. */
const STEP = 4000;

/** Splits a whole page's text into words. Yields now and then, so that the caller can let the page breathe. */
export function* countWords({ text }: NormalisedText): Steps<Words> {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const ids = new Int32Array(text.length);
  const previous = new Int32Array(text.length);
  const spellings: string[] = [];
  const counts: number[] = [];
  const lastOf: number[] = [];
  const idOf = new Map<string, number>();
  let length = 0;
  for (let i = 0; i < text.length;) {
    if (text.charCodeAt(i) === 0x20) {
      i += 1;
      continue;
    }
    const end = wordEnd(text, i);
    const spelling = text.slice(i, end);
    let id = idOf.get(spelling);
    if (id === undefined) {
      id = spellings.length;
      idOf.set(spelling, id);
      spellings.push(spelling);
      counts.push(0);
      lastOf.push(-1);
    }
    starts[length] = i;
    ends[length] = end;
    ids[length] = id;
    previous[length] = lastOf[id] ?? -1;
    lastOf[id] = length;
    counts[id] = (counts[id] ?? 0) + 1;
    length += 1;
    i = end;
    if (length % STEP === 0) yield;
  }
  return {
    length,
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
    ids: ids.subarray(0, length),
    previous: previous.subarray(0, length),
    spellings,
    counts,
    lastOf,
    idOf,
  };
}
