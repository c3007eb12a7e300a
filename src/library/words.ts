import { fold } from "../text/fold.ts";
import type { Span } from "../text/span.ts";

/** The longest word that the index tells from others, in UTF-16 code units. */
const LONGEST = 40;

const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that put no space between words: each letter counts as a word of its own. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A text's words as the index has them: folded, in the order of the text, repeated ones included. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [word] of fold(text).matchAll(WORD)) {
    if (UNSPACED.test(word)) words.push(...word);
    else words.push(word.slice(0, LONGEST));
  }
  return words;
}

/**
 * The words of a text that begin with one of `wanted`, as spans of the text, in order.
 *
 * @param wanted folded words, as `wordsOf` gives them.
 */
export function hitsIn(text: string, wanted: readonly string[]): Span[] {
  if (wanted.length === 0) return [];
  const hits: Span[] = [];
  for (const match of text.matchAll(WORD_WITH_MARKS)) {
    const folded = fold(match[0]);
    if (UNSPACED.test(folded)) {
      for (let at = 0; at < folded.length; at += 1) {
        const letter = folded[at] ?? "";
        if (wanted.includes(letter)) hits.push({ start: match.index + at, end: match.index + at + 1 });
      }
    } else if (wanted.some((word) => folded.startsWith(word))) {
      hits.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return hits;
}

/** A letter may be written as two characters, the second of which is its accent. */
const WORD_WITH_MARKS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
