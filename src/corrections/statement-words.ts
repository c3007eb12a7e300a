import { comparable } from "../text/fold.ts";
import type { Span } from "../text/span.ts";

/**
 * A statement by its words, which it keeps while the page around it changes: what is said, an interrupted statement's
 * pieces joined by "…", and a little of what stands around it, to tell it from the same words elsewhere.
 */
export interface StatementWords {
  readonly exact: string;
  /** "" where nothing stands there. */
  readonly prefix: string;
  readonly suffix: string;
}

/** How much is kept of what stands around a statement, in UTF-16 code units. */
const AROUND = 80;
/** The longest statement that is kept, in UTF-16 code units. */
export const STATEMENT_LIMIT = 20_000;

/** The words of a statement whose content stands at these spans of a text. */
export function wordsOfStatement(text: string, content: readonly Span[]): StatementWords {
  const start = content[0]?.start ?? 0;
  const end = content.at(-1)?.end ?? start;
  return {
    exact: content
      .map((span) => text.slice(span.start, span.end).trim())
      .join(" … ")
      .slice(0, STATEMENT_LIMIT),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
  };
}

/** Letters and digits alone count: quotation marks, dashes and white space change with a page's style. */
const plain = (words: string): string[] =>
  comparable(words)
    .split(" ")
    .filter((word) => word !== "");

/** Whether two are one statement of one page. */
export function isSameStatement(a: StatementWords, b: StatementWords): boolean {
  const [first, second] = [printOf(a), printOf(b)];
  return first.key === second.key && sharedAround(first, second) === sharedAround(first, first);
}

/** A statement as statements are compared, made once for many comparisons. */
export interface StatementPrint {
  readonly words: readonly string[];
  readonly key: string;
  /** What stands around it, going away from it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What of a statement is compared. */
export function printOf({ exact, prefix, suffix }: StatementWords): StatementPrint {
  const words = plain(exact);
  return { words, key: words.join(" "), before: plain(prefix).reverse(), after: plain(suffix) };
}

const sharedAround = (a: StatementPrint, b: StatementPrint): number =>
  shared(a.before, b.before) + shared(a.after, b.after);

function shared(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((word, index) => word !== b[index]);
  return end < 0 ? a.length : end;
}

/** From this share of common words on, one of two statements may be the other, edited … */
const ALIKE = 0.75;
/** … if it has this many words: of a few, other people say as many. */
const ENOUGH = 5;

/**
 * Which of a page's statements is meant now: those of the same words, or else the one that is most like it. Of several
 * with the same words, the one in the same surroundings, and those with it that are taken to be said by the same.
 *
 * @param statements what is said on the page now.
 * @param speakers who says each, by any number of their own.
 * @returns indices into `statements`; none where the statement has left the page.
 */
export function findStatement(
  wanted: StatementWords,
  statements: readonly StatementPrint[],
  speakers: readonly number[],
): number[] {
  const print = printOf(wanted);
  const all = statements.map((other, index) => ({
    index,
    key: other.key,
    likeness: other.key === print.key ? 1 : likeness(print.words, other.words),
    around: sharedAround(print, other),
  }));
  const equal = all.filter(({ key }) => key === print.key);
  const edited = print.words.length < ENOUGH ? [] : all.filter((candidate) => candidate.likeness >= ALIKE);
  const [meant] = (equal.length > 0 ? equal : edited).toSorted(
    (a, b) => b.likeness - a.likeness || b.around - a.around || a.index - b.index,
  );
  if (meant === undefined) return [];
  return all
    .filter(({ index, key }) => key === meant.key && speakers[index] === speakers[meant.index])
    .map(({ index }) => index);
}

/** Twice the words that two texts share, of all that they have: from 0 to 1 (Dice). */
function likeness(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common += 1;
  }
  return (2 * common) / Math.max(1, a.length + b.length);
}
