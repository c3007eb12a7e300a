import { is, type Word, type WordRange } from "../../syntax/word.ts";
import type { Candidate } from "../candidate.ts";
import { contentStart, isIntroduction } from "../extent/content-start.ts";

/** Every quote of a unit. */
export function quotesIn(words: readonly Word[]): WordRange[] {
  const quotes: WordRange[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (!is(words[from], "“")) continue;
    const to = quoteEnd(words, from);
    quotes.push({ from, to });
    from = to - 1;
  }
  return quotes;
}

/** The index after the quote that the word at `at` stands in, or `at`. */
export function quoteEnd(words: readonly Word[], at: number): number {
  const quote = words[at]?.quoted ?? null;
  if (quote === null) return at;
  let end = at + 1;
  while (words[end]?.quoted === quote) end += 1;
  return end;
}

/** The quote that a candidate was found by: the one that ends at an attribution behind it, or the first of its content. */
export function quoteOf(words: readonly Word[], { shape, content: [said] }: Candidate): WordRange {
  let from = shape === "after" ? (said?.to ?? 0) - 1 : (said?.from ?? 0);
  while (from < words.length && words[from]?.quoted === null) from += 1;
  const to = quoteEnd(words, from);
  while (from > 0 && words[from - 1]?.quoted === words[to - 1]?.quoted) from -= 1;
  return { from, to };
}

/** Whether more words than `most` are quoted together with the word at `at`. */
export function isLonger(words: readonly Word[], at: number, most: number): boolean {
  const quote = words[at]?.quoted ?? null;
  return words.filter((word) => word.quoted === quote && word.spoken).length > most;
}

/** What was said before an attribution, where it ends in a quote; `null` behind a title: "Speaking on “Morning Talk,” …". */
export function saidBefore(words: readonly Word[], to: number): WordRange | null {
  const from = contentStart(words, to);
  const introduced = words[from]?.quoted === null && isIntroduction(words, from, to);
  return introduced || !isLonger(words, to - 1, 2) ? null : { from, to };
}
