import type { Span } from "../text/span.ts";
import { is, isTimeWord, type Word } from "./word.ts";

/** How many words a dateline may have: "BERGEN, Norway, May 3 (XYZ) — ". */
const MOST_WORDS = 14;

/** How many letters a place has at least that is known by its capitals alone: "LIMA", but "US". */
const SHORTEST = 3;

/**
 * Where the words end that tell where and when a story was filed, before its first sentence; 0 where there are none.
 * A place in capitals and a dash, an agency in brackets behind a day or before a dash, or a place in capitals and a
 * colon make one.
 *
 * @param places where the document names places: "LIMA: Two ferries …", but "HOLM: You said …".
 */
export function datelineEnd(words: readonly Word[], places: readonly Span[]): number {
  let inBrackets = false;
  let hasAgency = false;
  for (let at = 0; at < Math.min(words.length, MOST_WORDS); at += 1) {
    const word = words[at];
    const isDash = is(word, "@dash|@hyphen");
    if (word === undefined || word.quoted !== null) return 0;
    if (at === 0 && !/^\p{Lu}/u.test(word.text)) return 0;
    if (isDash && at > 0 && (hasAgency || isShouted(words[0]))) return isHyphenated(words, at) ? 0 : at + 1;
    if (word.text === ":") return isShouted(words[0]) && isPlace(words, at, places) ? at + 1 : 0;
    if (word.text === "(") inBrackets = true;
    else if (word.text === ")") {
      if (!inBrackets) return 0;
      inBrackets = false;
      hasAgency = true;
      // "Mumbai, Jan 5 (XYZ) Police said": a day stands before no other bracket.
      const next = words[at + 1];
      const hasDay = words.slice(0, at).some((other) => isTimeWord(other));
      if (hasDay && /^[\p{Lu}“"]/u.test(next?.text ?? "")) return at + 1;
    } else if (!mayStand(word)) return 0;
  }
  return 0;
}

const mayStand = (word: Word): boolean =>
  /^[\p{Lu}\d]/u.test(word.text) || /^[,./&']$/.test(word.text) || is(word, "and|of|de|la|al|the");

const isShouted = (word: Word | undefined): boolean =>
  word !== undefined && word.text.length >= SHORTEST && /^\p{Lu}+$/u.test(word.text);

/** "ST-DENIS": no dash. */
const isHyphenated = (words: readonly Word[], at: number): boolean =>
  words[at]?.text === "-" && words[at - 1]?.end === words[at]?.start && words[at]?.end === words[at + 1]?.start;

function isPlace(words: readonly Word[], colon: number, places: readonly Span[]): boolean {
  const [first] = words;
  const last = words[colon - 1];
  return first !== undefined && places.some(({ start, end }) => start === first.start && end <= (last?.end ?? 0));
}
