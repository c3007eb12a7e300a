import nlp from "compromise";
import type { Span } from "../../src/text/span.ts";

/** The people and places that `compromise` finds in a text: runs of its tags, without titles. */
export function compromiseEntities(text: string): {
  readonly people: readonly Span[];
  readonly places: readonly Span[];
} {
  const document = nlp(text);
  return {
    people: spansOf(text, document.match("#Person+").not("#Honorific").json(OFFSETS) as readonly Found[]),
    places: spansOf(text, document.match("#Place+").json(OFFSETS) as readonly Found[]),
  };
}

const OFFSETS = { offset: true };

interface Found {
  readonly offset: { readonly start: number; readonly length: number };
}

/** Its spans take in punctuation and possessives; ours and the gold's don't. */
function spansOf(text: string, found: readonly Found[]): Span[] {
  return found.flatMap(({ offset }) => {
    const spans: Span[] = [];
    let start = offset.start;
    // "Paris, France." is one run of place tags.
    for (const piece of text.slice(offset.start, offset.start + offset.length).split(/,\s*/)) {
      const at = text.indexOf(piece, start);
      start = at + piece.length;
      const lead = /^[^\p{L}\p{N}]*/u.exec(piece)?.[0].length ?? 0;
      const trail = /(?:['’]s)?[^\p{L}\p{N}]*$/u.exec(piece)?.[0].length ?? 0;
      if (at + lead < start - trail) spans.push({ start: at + lead, end: start - trail });
    }
    return spans;
  });
}
