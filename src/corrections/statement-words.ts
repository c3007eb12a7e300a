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
  return comparable(a.exact) === comparable(b.exact) && aroundShared(a, b) === aroundShared(a, a);
}

/** How many words next to two statements are the same. The outermost may be cut. */
function aroundShared(a: StatementWords, b: StatementWords): number {
  const [beforeA, beforeB] = [plain(a.prefix).reverse(), plain(b.prefix).reverse()];
  return shared(beforeA, beforeB) + shared(plain(a.suffix), plain(b.suffix));
}

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
  statements: readonly StatementWords[],
  speakers: readonly number[],
): number[] {
  const words = plain(wanted.exact);
  const all = statements.map((statement, index) => {
    const own = plain(statement.exact);
    return { index, key: own.join(" "), likeness: likeness(words, own), around: aroundShared(wanted, statement) };
  });
  const equal = all.filter(({ key }) => key === words.join(" "));
  const edited = words.length < ENOUGH ? [] : all.filter((candidate) => candidate.likeness >= ALIKE);
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
