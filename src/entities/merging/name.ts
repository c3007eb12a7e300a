import { isLetter } from "../../text/characters.ts";
import type { Token } from "../../text/document.ts";

/** Parts of a name that say nothing about who is meant. */
const SUFFIXES: ReadonlySet<string> = new Set(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "md", "esq."]);

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;

function folded(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[‐‑]/g, "-").toLowerCase();
}

/** The words of a name in lower case without accents, hyphenated parts joined, suffixes such as "Jr." left out. */
export function nameWords(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  let joined = -1;
  for (const { text, start, end } of tokens) {
    const word = ASCII.test(text) ? text.toLowerCase() : folded(text);
    if (!isLetter(text.charCodeAt(0)) && /^['"“”,]+$/.test(word)) continue;
    if (start === joined && (word === "-" || words.at(-1)?.endsWith("-") === true)) {
      words[words.length - 1] = (words.at(-1) ?? "") + word;
    } else words.push(word);
    joined = end;
  }
  return words.length > 1 ? words.filter((word) => !SUFFIXES.has(word)) : words;
}

function isInitial(word: string): boolean {
  return /^\p{L}\.?$/u.test(word) || /^(\p{L}\.)+$/u.test(word);
}

/** Whether two given names may be one person's: the same, or one is the other's initial. */
function givenNamesAgree(a: string, b: string): boolean {
  if (a === b) return true;
  if (isInitial(a) || isInitial(b)) return a.charAt(0) === b.charAt(0);
  return false;
}

/** Whether two full names may be one person's ("George W. Bush" and "George Bush", but not "George H. W. Bush"). */
export function fullNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1) || a.length < 2 || b.length < 2) return false;
  if (!givenNamesAgree(a[0] ?? "", b[0] ?? "")) return false;
  const middleA = a.slice(1, -1);
  const middleB = b.slice(1, -1);
  if (middleA.length === 0 || middleB.length === 0) return true;
  return middleA.length === middleB.length && middleA.every((word, at) => givenNamesAgree(word, middleB[at] ?? ""));
}

/** Whether `part` is the end ("von der Leyen") or else the beginning ("Xi") of `full`. */
export function isEndOf(part: readonly string[], full: readonly string[]): boolean {
  return part.length < full.length && part.every((word, at) => word === full[full.length - part.length + at]);
}

export function isBeginningOf(part: readonly string[], full: readonly string[]): boolean {
  return part.length < full.length && part.every((word, at) => word === full[at]);
}
