import { comparable } from "./fold.ts";
import type { Article } from "./article.ts";

/**
 * What is kept of an article's words to know the same story by in another paper: for each of its paragraphs, hashes of some
 * of its runs of words. Which runs is decided by the words alone, so two papers that print the same run choose the same
 * (winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003). The words can't be read from it.
 */
export type Fingerprint = readonly (readonly number[])[];

/** How many words a run has: enough for two stories on one subject to have few in common. */
const RUN = 3;
/** Of so many runs in turn the one with the smallest hash is chosen, so no `RUN + WINDOW - 1` words in common go unseen. */
const WINDOW = 4;
/**
 * Of a text that is longer than any story, the beginning is enough: so many paragraphs, letters of each, and hashes in all;
 * and the largest hash.
 */
export const MOST_OF_PRINT = { paragraphs: 300, letters: 20_000, hashes: 5_000, hash: 2 ** 30 - 1 } as const;

/** Of paragraphs alone: lines of agencies, and what a page says of itself, are no part of a story. */
export function fingerprintOf({ text, parts }: Article): Fingerprint {
  const paragraphs: number[][] = [];
  let hashes = 0;
  for (const { kind, start, end } of parts) {
    if (kind !== "lead" && kind !== "body") continue;
    const chosen = winnow(comparable(text.slice(start, Math.min(end, start + MOST_OF_PRINT.letters))).split(" "));
    hashes += chosen.length;
    if (paragraphs.length === MOST_OF_PRINT.paragraphs || hashes > MOST_OF_PRINT.hashes) break;
    if (chosen.length > 0) paragraphs.push(chosen);
  }
  return paragraphs;
}

/** The hashes that are chosen of a paragraph's words, each once, the smallest first; none of a few words alone. */
function winnow(words: readonly string[]): number[] {
  const runs: number[] = [];
  for (let at = 0; at + RUN <= words.length; at += 1) runs.push(hashOf(words.slice(at, at + RUN).join(" ")));
  const chosen = new Set<number>();
  for (let at = 0; at + WINDOW <= runs.length; at += 1) chosen.add(Math.min(...runs.slice(at, at + WINDOW)));
  return [...chosen].toSorted((a, b) => a - b);
}

/** FNV-1a over UTF-16 code units, mixed once more, since of the smallest ones the high bits count; 30 bits, which a record stores as they are. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 2;
}

/** One hash a paragraph: two articles with a paragraph in common nearly always share it, so a story is looked up by these. */
export function lookupKeys(print: Fingerprint): number[] {
  return [...new Set(print.flatMap(([smallest]) => smallest ?? []))];
}

/**
 * How much of the shorter one must stand in the other, how many of its paragraphs by half, and how many runs: of thirty words
 * or so, which a page of hardly any words may have from its outlet.
 */
const LEAST = { share: 0.4, paragraphs: 2, runs: 12 } as const;

/** Whether two articles are one story as two papers print it: cut, edited, with another opening or paragraphs of its own. */
export function isSameText(a: Fingerprint, b: Fingerprint): boolean {
  const { share, paragraphs, runs } = inCommon(a, b);
  return share >= LEAST.share && paragraphs >= LEAST.paragraphs && runs >= LEAST.runs;
}

/** What two texts have in common. */
interface InCommon {
  /** What share of the shorter one stands in the other, 0 to 1, and how many runs that is. */
  readonly share: number;
  readonly runs: number;
  /** How many of its paragraphs stand there by half. */
  readonly paragraphs: number;
}

export function inCommon(a: Fingerprint, b: Fingerprint): InCommon {
  const [shorter, longer] = sizeOf(a) <= sizeOf(b) ? [a, b] : [b, a];
  const there = new Set(longer.flat());
  let runs = 0;
  let paragraphs = 0;
  for (const hashes of shorter) {
    const found = hashes.filter((hash) => there.has(hash)).length;
    runs += found;
    if (2 * found >= hashes.length) paragraphs += 1;
  }
  return { share: runs / Math.max(1, sizeOf(shorter)), runs, paragraphs };
}

const sizeOf = (print: Fingerprint): number => print.reduce((sum, hashes) => sum + hashes.length, 0);
