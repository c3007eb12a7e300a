import type { Span } from "../../text/span.ts";
import { occurrences } from "./occurrences.ts";
import type { Pattern, PatternWords } from "./pattern.ts";
import type { Words } from "./words.ts";

/**
 * How surprised one must be to find words together by chance, in nats: those of a passage that stands just once on the page,
 * and those of a passage and what stands next to it.
 */
const SURPRISING = 10;
const SURPRISING_RUN = 28;

/**
 * How unlikely the pattern's words `span` are to stand together by chance anywhere on the page: the negative logarithm of
 * how often they would if each came as often as it does, but for itself. Common words tell as well where there are enough.
 */
function surprise(words: PatternWords, page: Words, { start, end }: Span): number {
  let sum = -Math.log(page.length);
  for (let i = start; i < end; i += 1) {
    sum += Math.log(page.length / Math.max(1, page.counts[words.ids[i] ?? -1] ?? 0));
  }
  return sum;
}

/** Whether words that stand once on the page, `span` of the pattern's, stand there by no chance, whatever is around them. */
export function isNoChance(words: PatternWords, page: Words, span: Span): boolean {
  return surprise(words, page, span) >= SURPRISING;
}

/**
 * Whether the passage at the page's words `place` and the words next to it, as far as they are the stored ones without a gap,
 * are one run that stands once on the page, stood once in the pattern, and is long enough to be no chance: a sentence that
 * was moved into another paragraph.
 */
export function isOneRun(text: string, page: Words, pattern: Pattern, words: PatternWords, place: Span): boolean {
  let { start, end } = words.quote;
  let [first, last] = [place.start, place.end];
  while (start > 0 && first > 0 && words.ids[start - 1] === page.ids[first - 1])
    [start, first] = [start - 1, first - 1];
  while (end < words.length && last < page.length && words.ids[end] === page.ids[last])
    [end, last] = [end + 1, last + 1];
  if (surprise(words, page, { start, end }) < SURPRISING_RUN) return false;
  const run = text.slice(page.starts[first] ?? 0, page.ends[last - 1] ?? 0);
  return standsOnce(text, run) && standsOnce(pattern.text, run);
}

function standsOnce(text: string, part: string): boolean {
  let count = 0;
  for (const _ of occurrences(text, part)) {
    count += 1;
    if (count > 1) break;
  }
  return count === 1;
}
