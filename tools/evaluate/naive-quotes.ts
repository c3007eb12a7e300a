import type { Span } from "../../src/text/span.ts";

/** An attribution in the scorer's form. */
export interface ScoredQuote {
  readonly content: { readonly spans: readonly (readonly [number, number])[] };
  readonly source: Span | null;
  readonly nested: boolean;
}

const VERB = /\b(?:said|says|say|told|tells|wrote|writes|added|adds|asked|announced|reported|claimed|noted|argued)\b/g;
const NAME = /\b(?:he|she|they|it|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]+)*)/gu;
const QUOTED = /["“][^"“”]{8,}["”]/g;

/**
 * What one would write in an afternoon: every string in quotation marks of eight characters and more, attributed to the
 * name next to the nearest verb of speech within 120 characters.
 */
export function naiveQuotes(text: string): ScoredQuote[] {
  const verbs = [...text.matchAll(VERB)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  return [...text.matchAll(QUOTED)].map(({ index, 0: quote }): ScoredQuote => {
    const span = { start: index, end: index + quote.length };
    const verb = nearest(verbs, span, 120);
    return {
      content: { spans: [[span.start, span.end]] },
      source: verb === null ? null : nearest(namesAround(text, verb, span), verb, 60),
      nested: false,
    };
  });
}

function namesAround(text: string, verb: Span, quote: Span): Span[] {
  const from = Math.max(0, verb.start - 60);
  return [...text.slice(from, verb.end + 60).matchAll(NAME)]
    .map(({ index, 0: name }) => ({ start: from + index, end: from + index + name.length }))
    .filter(({ start, end }) => end <= quote.start || start >= quote.end);
}

const gap = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end);

function nearest(spans: readonly Span[], to: Span, limit: number): Span | null {
  let best: Span | null = null;
  for (const span of spans) {
    if (gap(span, to) <= limit && (best === null || gap(span, to) < gap(best, to))) best = span;
  }
  return best;
}
