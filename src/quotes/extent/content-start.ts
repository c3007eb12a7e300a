import { simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { matches } from "../../syntax/pattern.ts";
import { is, isTimeWord, some, type Word } from "../../syntax/word.ts";

/** Words of the narrator that tie a sentence to the one before: "Meanwhile, …". */
const LINK = `(
  meanwhile|however|separately|elsewhere|still|overall|additionally|moreover|furthermore|nevertheless|nonetheless
  | in fact|particular|addition|contrast | in other words | on the other hand | even so | at the same time | as a result
) ,`;

/**
 * Where the statement that ends before `end` begins: at the sentence, past a semicolon, a conjunction.
 *
 * @param behind the index after its attribution, where that is known.
 */
export function contentStart(words: readonly Word[], end: number, behind = words.length): number {
  let from = Math.max(clauseMark(words, end), insertedAt(words, end, behind)) + 1;
  // "(XYZ) The mayor …"
  if (from === 0 && words[0]?.text === "(" && words[2]?.text === ")" && words[2].quoted === null) from = 3;
  if (matches(words, from, LINK)) from = words.findIndex((word, at) => at > from && word.text === ",") + 1;
  while (from < end - 1 && is(words[from], "!@spoken")) from += 1;
  return from;
}

/** The last mark before `end` that parts a clause from what stands before it, or -1. */
function clauseMark(words: readonly Word[], end: number): number {
  for (let at = end - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (is(word, ")")) while (at > 0 && words[at]?.text !== "(") at -= 1;
    else if (is(word, "(") || matches(words, at, ": “") || (is(word, ";") && !isListed(words, at))) return at;
  }
  return -1;
}

/** "He attacked the firm - “I love its boats,” he said - and left": the dash that opens what is put in, or -1. */
function insertedAt(words: readonly Word[], end: number, behind: number): number {
  if (!is(words[behind], "@dash")) return -1;
  return words.findLastIndex((word, at) => at < end && is(word, "@dash"));
}

/** "A was paid; B was paid; and C was paid": semicolons that part a list's items. */
const isListed = (words: readonly Word[], semicolon: number): boolean =>
  words.some((word, at) => at >= semicolon && word.text === ";" && words[at + 1]?.lower === "and");

/** Whether a finite verb stands in a stretch, or a quote. */
export const holdsClause = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some((word) => word.finite || word.quoted !== null) ||
  words.slice(from, to).filter((word) => word.spoken).length > 6;

const INTRODUCTORY =
  "after|before|when|as|while|in|on|at|during|if|since|asked|for|with|by|to|from|speaking|although|though|despite|instead|following|because|once|until|unless|like|unlike|among|#gerund|#past&!@finite";

/** "After the vote, she said …" opens a sentence; it is not what she said. */
export function isIntroduction(words: readonly Word[], from: number, to: number): boolean {
  let at = from;
  while (at < to && /^(?:and|but|so|yet|even|just|only)$/.test(words[at]?.lower ?? "")) at += 1;
  const first = words[at];
  if (!is(first, INTRODUCTORY)) return false;
  const comma = words.slice(0, to).findIndex((_, index) => index > from && closesWithComma(words, index));
  if (comma >= 0) return !some(words, comma + 1, to, "@finite");
  // "Seeing it happen led her away", "In spring the pier will open again"
  const opensSubject = first?.tag === "gerund" || (first?.tag === "preposition" && tellsWhen(words, at + 1));
  return !(opensSubject && words.slice(from, to).some((word) => word.finite));
}

/** A comma of the narrator's, or the one within a quote that ends with it: while it seemed “odd,” a deal was possible. */
function closesWithComma(words: readonly Word[], at: number): boolean {
  if (words[at]?.text !== ",") return false;
  return words[at]?.quoted === null || (words[at + 1]?.spoken === false && words[at + 2]?.quoted === null);
}

/** "(in) spring", "(on) the first day", "(since) 2019": no more than a time, and no clause hangs on to it. */
const tellsWhen = (words: readonly Word[], from: number): boolean =>
  isTimeWord(words[from]) ||
  isTimeWord(words[simplePhraseEnd(words, from) - 1]) ||
  (words[from]?.tag === "number" && words[from]?.text.length === 4);
