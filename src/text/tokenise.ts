import { LEADING_ABBREVIATIONS, TRAILING_ABBREVIATIONS } from "./abbreviations.ts";
import {
  isApostrophe,
  isDigit,
  isHyphen,
  isLetter,
  isLowerCase,
  isSpace,
  isUpperCase,
  isWordCharacter,
} from "./characters.ts";
import type { Token } from "./document.ts";
import { isNameOfSyllables } from "./syllables.ts";

const FULL_STOP = 46;

const CLITICS: ReadonlySet<string> = new Set(["s", "ll", "re", "ve", "d", "m"]);

const DOMAIN_ENDINGS: ReadonlySet<string> = new Set(
  "com org net gov edu mil int info biz co uk us ca au nz ie in de fr eu ru cn jp io tv me".split(" "),
);

/**
 * The end of a run of single letters with full stops ("U.S.", "a.m.", "J.K."; "J.-P."), or -1 where none begins at
 * `start`.
 */
function endOfInitials(text: string, start: number, end: number): number {
  let at = start;
  while (
    at + 1 < end &&
    isLetter(text.charCodeAt(at)) &&
    text.charCodeAt(at + 1) === FULL_STOP &&
    (at === start || !isHyphen(text.charCodeAt(at - 1)))
  ) {
    at += 2;
  }
  if (at === start) return -1;
  // “U.S”: the last stop is often left out.
  if (at < end && isLetter(text.charCodeAt(at)) && !(at + 1 < end && isWordCharacter(text.charCodeAt(at + 1))))
    return at + 1;
  if (at - start >= 4) return at;
  // One letter: an initial where a capital follows ("George W. Bush", "J. Smith").
  if (!isUpperCase(text.charCodeAt(start))) return -1;
  // Two initials of one given name: "J.-P. Morel".
  if (isHyphenInitial(text, at, end)) at += 3;
  let next = at;
  while (next < end && isSpace(text.charCodeAt(next))) next += 1;
  return next < end && isUpperCase(text.charCodeAt(next)) ? at : -1;
}

/** Whether a hyphen, a capital and a full stop follow, and no further letter: the second half of "J.-P.". */
function isHyphenInitial(text: string, at: number, end: number): boolean {
  return (
    at + 2 < end &&
    isHyphen(text.charCodeAt(at)) &&
    isUpperCase(text.charCodeAt(at + 1)) &&
    text.charCodeAt(at + 2) === FULL_STOP &&
    !(at + 3 < end && isWordCharacter(text.charCodeAt(at + 3)))
  );
}

/** Whether two letters or more with full stops begin here, as in the second half of "China-U.S.". */
function opensInitials(text: string, at: number, end: number): boolean {
  return (
    at + 2 < end &&
    isUpperCase(text.charCodeAt(at)) &&
    text.charCodeAt(at + 1) === FULL_STOP &&
    isUpperCase(text.charCodeAt(at + 2)) &&
    !(at + 3 < end && isWordCharacter(text.charCodeAt(at + 3)))
  );
}

/** The end of an address that begins at `start` ("https://…", "www.…"), or -1. */
function endOfAddress(text: string, start: number, end: number): number {
  if (!text.startsWith("http", start) && !text.startsWith("www.", start)) return -1;
  if (text[start] === "h" && !text.startsWith("://", start + 4) && !text.startsWith("s://", start + 4)) return -1;
  let at = start;
  while (at < end && !isSpace(text.charCodeAt(at))) at += 1;
  while (at > start && !isWordCharacter(text.charCodeAt(at - 1)) && text[at - 1] !== "/") at -= 1;
  return at;
}

/** The end of a number with its separators ("1,200.5", "10:30") that continues at `at`. */
function endOfNumber(text: string, start: number, end: number): number {
  let at = start;
  while (at + 1 < end) {
    const code = text.charCodeAt(at);
    if ((code !== FULL_STOP && code !== 44 && code !== 58) || !isDigit(text.charCodeAt(at + 1))) break;
    at += 1;
    while (at < end && isDigit(text.charCodeAt(at))) at += 1;
  }
  return at;
}

/** The end of a word of letters, digits and inner hyphens and apostrophes. */
function endOfWord(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isWordCharacter(code)) at += 1;
    else if (
      (isHyphen(code) || isApostrophe(code)) &&
      at > start &&
      at + 1 < end &&
      isWordCharacter(text.charCodeAt(at + 1)) &&
      !(isHyphen(code) && opensInitials(text, at + 1, end))
    ) {
      at += 2;
    } else if (code === 0xad) at += 1;
    else if (at > start && isDigit(text.charCodeAt(at - 1))) {
      const number = endOfNumber(text, at, end);
      if (number === at) break;
      at = number;
    } else break;
  }
  return at;
}

/** Takes in the rest of a domain name ("Amazon" → "Amazon.com"). */
function endOfDomain(text: string, wordEnd: number, end: number): number {
  let at = wordEnd;
  while (at + 2 < end && text.charCodeAt(at) === FULL_STOP && isLowerCase(text.charCodeAt(at + 1))) {
    let next = at + 1;
    while (next < end && isLowerCase(text.charCodeAt(next))) next += 1;
    if (!DOMAIN_ENDINGS.has(text.slice(at + 1, next))) break;
    at = next;
  }
  return at;
}

/** Where a possessive or contraction begins inside a word ("Putin's" → before "'s"), or the word's end. */
function startOfClitic(text: string, start: number, end: number): number {
  for (let at = end - 2; at > start && at >= end - 3; at -= 1) {
    if (isApostrophe(text.charCodeAt(at)) && CLITICS.has(text.slice(at + 1, end).toLowerCase())) return at;
  }
  return end;
}

/** The end of a possessive that touches what is no plain word ("U.S.'s", "Yahoo!’s"), or -1 where none begins at `start`. */
function endOfLooseClitic(text: string, start: number, from: number, end: number): number {
  if (start === from || isSpace(text.charCodeAt(start - 1)) || !isApostrophe(text.charCodeAt(start))) return -1;
  const next = start + 2;
  const isS = start + 1 < end && (text.charCodeAt(start + 1) | 32) === 115;
  return isS && !(next < end && isWordCharacter(text.charCodeAt(next))) ? next : -1;
}

/**
 * Cuts a stretch of text into words, numbers and punctuation marks, leaving out white space.
 *
 * - Possessives and contractions stand alone: `Putin` `'s`. Other apostrophes stay inside: `O'Brien`, `don't`.
 * - A hyphenated compound with a capitalised part is cut at that part: `Paris` `-` `based`, `Russia` `-` `Ukraine`,
 *   so that a name in it can be marked alone; others stay whole: `al-Assad`, `well-known`, and so do given names of two
 *   syllables: `Jong-un`.
 * - Abbreviations and initials keep their full stop: `Mr.`, `U.S.`, `W.`; behind a hyphen too: `China` `-` `U.S.`.
 *
 * @param from first code unit, @param to the one after the last; offsets of the tokens are offsets into `text`.
 */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number): void => {
    tokens.push({ start, end, text: text.slice(start, end) });
  };
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at += 1;
    } else if (!isWordCharacter(code)) {
      const start = at;
      const possessive = endOfLooseClitic(text, start, from, to);
      if (possessive > 0) {
        push(start, possessive);
        at = possessive;
        continue;
      }
      at += code >= 0xd800 && code < 0xdc00 && at + 1 < to ? 2 : 1;
      // Dots and dashes in a row are one mark.
      if (code === FULL_STOP || code === 45) while (at < to && text.charCodeAt(at) === code) at += 1;
      push(start, at);
    } else {
      at = pushWord(text, at, to, push);
    }
  }
  return tokens;
}

function pushWord(text: string, start: number, to: number, push: (start: number, end: number) => void): number {
  const initials = endOfInitials(text, start, to);
  if (initials > 0) {
    push(start, initials);
    return initials;
  }
  const address = endOfAddress(text, start, to);
  if (address > 0) {
    push(start, address);
    return address;
  }
  let end = endOfWord(text, start, to);
  if (text.charCodeAt(end) === FULL_STOP && end < to) {
    const next = end + 1 < to ? text.charCodeAt(end + 1) : 32;
    const word = text.slice(start, end);
    const half = word.slice(word.lastIndexOf("-") + 1);
    if (word === "No" ? followsNumber(text, end + 1, to) : isAbbreviation(half) && !isLetter(next)) {
      if (half === word) {
        push(start, end + 1);
        return end + 1;
      }
      // "D-Calif."
      end += 1;
    } else end = endOfDomain(text, end, to);
  }
  const clitic = startOfClitic(text, start, end);
  let part = start;
  for (let at = start + 1; at + 1 < clitic; at += 1) {
    if (!isHyphen(text.charCodeAt(at))) continue;
    if (!isUpperCase(text.charCodeAt(part)) || !isLetter(text.charCodeAt(at + 1))) continue;
    if (isLowerCase(text.charCodeAt(at + 1)) && isNameOfSyllables(text.slice(part, at), halfAfter(text, at, clitic)))
      continue;
    push(part, at);
    push(at, at + 1);
    part = at + 1;
  }
  push(part, clitic);
  if (clitic < end) push(clitic, end);
  return end;
}

/** What follows a hyphen up to the next one. */
function halfAfter(text: string, hyphen: number, end: number): string {
  let at = hyphen + 1;
  while (at < end && !isHyphen(text.charCodeAt(at))) at += 1;
  return text.slice(hyphen + 1, at);
}

function isAbbreviation(word: string): boolean {
  return LEADING_ABBREVIATIONS.has(word) || TRAILING_ABBREVIATIONS.has(word);
}

function followsNumber(text: string, start: number, to: number): boolean {
  let at = start;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  return at < to && isDigit(text.charCodeAt(at));
}
