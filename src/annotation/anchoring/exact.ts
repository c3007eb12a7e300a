import type { Steps } from "../../slices.ts";
import type { Span } from "../../text/span.ts";
import { ACCEPTED_EXACT, type Candidate, type Doubts, rank, scoreCandidate } from "./candidate.ts";
import { isNoChance, isOneRun } from "./chance.ts";
import { scoreContext } from "./context.ts";
import { occurrences } from "./occurrences.ts";
import { wordEdges, type Pattern, type PatternWords } from "./pattern.ts";
import { isLetter, type Words } from "./words.ts";

/** The place where the passage stands with all of its context, nearest to `hint` where there are several. */
export function findWhole(text: string, pattern: Pattern, hint: number): Span | null {
  let nearest: number | null = null;
  for (const at of occurrences(text, pattern.text)) {
    const start = at + pattern.quote.start;
    if (nearest === null || Math.abs(start - hint) < Math.abs(nearest - hint)) nearest = start;
    else break;
  }
  return nearest === null ? null : { start: nearest, end: nearest + pattern.quote.end - pattern.quote.start };
}

/** How many code units around [`start`, `end`) are the same as around the pattern's passage, both sides together. */
function adjacency(text: string, start: number, end: number, pattern: Pattern): number {
  let before = 0;
  while (
    before < pattern.quote.start &&
    before < start &&
    text.charCodeAt(start - before - 1) === pattern.text.charCodeAt(pattern.quote.start - before - 1)
  ) {
    before += 1;
  }
  let after = 0;
  while (
    pattern.quote.end + after < pattern.text.length &&
    end + after < text.length &&
    text.charCodeAt(end + after) === pattern.text.charCodeAt(pattern.quote.end + after)
  ) {
    after += 1;
  }
  return before + after;
}

/**
 * Whether a passage that begins or ends inside a word does so in the same word at [`start`, `end`): of the letters of
 * "banana", a place tells nothing but which one it is.
 */
function cutsSameWord(text: string, start: number, end: number, pattern: Pattern): boolean {
  const { quote } = pattern;
  for (let i = 1; !pattern.startsWord; i += 1) {
    const isInWord = isLetter(pattern.text, quote.start - i);
    if (isInWord !== isLetter(text, start - i)) return false;
    if (!isInWord) break;
    if (text.charCodeAt(start - i) !== pattern.text.charCodeAt(quote.start - i)) return false;
  }
  for (let i = 0; !pattern.endsWord; i += 1) {
    const isInWord = isLetter(pattern.text, quote.end + i);
    if (isInWord !== isLetter(text, end + i)) return false;
    if (!isInWord) break;
    if (text.charCodeAt(end + i) !== pattern.text.charCodeAt(quote.end + i)) return false;
  }
  return true;
}

/** How many places with the passage's very words are looked at closely. */
const SHORTLIST = 8;

/** How many places are passed between two pauses: about a millisecond's work. */
const PLACES_A_STEP = 1_000;

/**
 * The best place where the passage's very words stand, or `null` where they stand nowhere in its context.
 *
 * @param doubts gets the places that are not trusted.
 */
export function* findExact(
  text: string,
  page: Words,
  pattern: Pattern,
  words: PatternWords,
  hint: number | null,
  doubts: Doubts,
): Steps<Candidate | null> {
  const quote = pattern.text.slice(pattern.quote.start, pattern.quote.end);
  const places: { start: number; closeness: number }[] = [];
  let passed = 0;
  for (const start of occurrences(text, quote)) {
    passed += 1;
    if (passed % PLACES_A_STEP === 0) yield;
    const edges = wordEdges(text, start, start + quote.length);
    if ((pattern.startsWord && !edges.startsWord) || (pattern.endsWord && !edges.endsWord)) continue;
    if (!cutsSameWord(text, start, start + quote.length, pattern)) continue;
    const nearness = hint === null ? 0 : 1 - Math.abs(start - hint) / Math.max(1, text.length);
    places.push({ start, closeness: adjacency(text, start, start + quote.length, pattern) + nearness });
  }
  places.sort((a, b) => b.closeness - a.closeness);
  let best: Candidate | null = null;
  for (const { start } of places.slice(0, SHORTLIST)) {
    const end = start + quote.length;
    const onPage = { start: firstWordEndingAfter(page, start), end: firstWordStartingAt(page, end) };
    const context = scoreContext(words, page, onPage.start, onPage.end);
    const score = scoreCandidate(words, 1, context);
    const isChance = places.length > 1 || !isNoChance(words, page, words.quote);
    const candidate = rank({ start, end }, score, 1, hint);
    if (score < ACCEPTED_EXACT && isChance && !isOneRun(text, page, pattern, words, onPage)) doubts.add(candidate);
    else if (best === null || candidate.rank > best.rank) best = candidate;
  }
  return best;
}

function firstWordEndingAfter(page: Words, offset: number): number {
  return firstGreater(page.ends, offset);
}

function firstWordStartingAt(page: Words, offset: number): number {
  return firstGreater(page.starts, offset - 1);
}

/** The index of the first of the ascending `values` that is greater than `limit`. */
function firstGreater(values: Int32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
