import type { Span } from "../../src/text/span.ts";
import type { AnsweredQuote } from "../answer.ts";

type NaiveQuote = Pick<AnsweredQuote, "content" | "source" | "nested">;

const VERB = /\b(?:said|says|say|told|tells|wrote|writes|added|adds|asked|announced|reported|claimed|noted|argued)\b/g;
const NAME = /\b(?:he|she|they|it|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]+)*)/gu;
const QUOTED = /["“][^"“”]{8,}["”]/g;

/**
 * What one would write in an afternoon: every string in quotation marks of eight characters and more, attributed to the
 * name next to the nearest verb of speech within 120 characters.
 */
export function naiveQuotes(text: string): NaiveQuote[] {
  const verbs = [...text.matchAll(VERB)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  return [...text.matchAll(QUOTED)].map(({ index, 0: quote }): NaiveQuote => {
    const span = { start: index, end: index + quote.length };
    const verb = nearest(verbs, span, 120);
    return {
      content: span,
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
