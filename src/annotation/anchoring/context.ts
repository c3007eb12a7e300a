import type { PatternWords } from "./pattern.ts";
import type { Words } from "./words.ts";

/** How many more words than the pattern has are read on each side, for words that were put in between. */
const SLACK = 8;

/** How much of a context word's weight is left at each step away from the passage … */
const FADE = 0.93;
/** … and for each step that it stands further from the passage, or nearer, than it did. */
const SHIFT = 0.93;

/** How alike the surroundings of a candidate are to the pattern's, each from 0 to 1; `null` where the pattern has none. */
export interface ContextScore {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * The share of the context's words that stand around the page's words [`start`, `end`) in the same order, weighted by
 * how much each word tells and how near it is. A word that the passage covers in part is not context.
 */
export function scoreContext(pattern: PatternWords, page: Words, start: number, end: number): ContextScore {
  return {
    before: scoreSide(pattern, pattern.quote.start - 1, -1, page, start - 1),
    after: scoreSide(pattern, pattern.quote.end, 1, page, end),
  };
}

/** What `scoreContext` gives at most where only these of the page's words stand, by their ids. */
export function highestContext(pattern: PatternWords, there: ReadonlySet<number>): ContextScore {
  const share = (from: number, step: 1 | -1): number | null => {
    const length = step < 0 ? from + 1 : pattern.length - from;
    let [sum, total, fade] = [0, 0, 1];
    for (let i = 0; i < length; i += 1) {
      const weight = (pattern.weights[from + i * step] ?? 0) * fade;
      total += weight;
      if (there.has(pattern.ids[from + i * step] ?? -1)) sum += weight;
      fade *= FADE;
    }
    return total === 0 ? null : sum / total;
  };
  return { before: share(pattern.quote.start - 1, -1), after: share(pattern.quote.end, 1) };
}

/** The heaviest common subsequence, walking away from the passage in both texts. */
function scoreSide(pattern: PatternWords, from: number, step: 1 | -1, page: Words, pageFrom: number): number | null {
  const length = step < 0 ? from + 1 : pattern.length - from;
  if (length <= 0) return null;
  const available = step < 0 ? pageFrom + 1 : page.length - pageFrom;
  const width = Math.max(0, Math.min(length + SLACK, available));
  const best = new Float64Array(width + 1);
  let total = 0;
  let fade = 1;
  for (let i = 0; i < length; i += 1) {
    const id = pattern.ids[from + i * step];
    const weight = (pattern.weights[from + i * step] ?? 0) * fade;
    total += weight;
    fade *= FADE;
    let diagonal = 0;
    let beside = 0;
    for (let j = 0; j < width; j += 1) {
      const above = best[j + 1] ?? 0;
      if (above > beside) beside = above;
      if (page.ids[pageFrom + j * step] === id) {
        beside = Math.max(beside, diagonal + weight * SHIFT ** Math.abs(i - j));
      }
      best[j + 1] = beside;
      diagonal = above;
    }
  }
  return total === 0 ? null : (best[width] ?? 0) / total;
}

/**
 * One figure for both sides. A paragraph that moved keeps its inner side only, so the better side counts most.
 */
export function contextShare({ before, after }: ContextScore): number {
  if (before === null || after === null) return before ?? after ?? 0;
  return 0.8 * Math.max(before, after) + 0.2 * Math.min(before, after);
}
