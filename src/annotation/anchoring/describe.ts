import type { Span } from "../../text/span.ts";
import type { Selectors } from "../records/selectors.ts";

/**
 * How much text around a passage is kept, in UTF-16 code units: some twenty-five words on each side, which tells nearly
 * every repeated phrase of a page apart, even after some of those words were edited.
 */
const CONTEXT_LENGTH = 160;

/** Whether a cut at `offset` would part the halves of a surrogate pair. */
function partsPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** Describes a passage by its words, the words around it and its place. `text` is the whole text that `span` is in. */
export function describe(text: string, span: Span): Selectors {
  let from = Math.max(0, span.start - CONTEXT_LENGTH);
  let to = Math.min(text.length, span.end + CONTEXT_LENGTH);
  if (partsPair(text, from)) from += 1;
  if (partsPair(text, to)) to -= 1;
  const prefix = text.slice(Math.min(from, span.start), span.start);
  const suffix = text.slice(span.end, Math.max(to, span.end));
  return {
    quote: {
      type: "TextQuoteSelector",
      exact: text.slice(span.start, span.end),
      ...(prefix === "" ? {} : { prefix }),
      ...(suffix === "" ? {} : { suffix }),
    },
    position: { type: "TextPositionSelector", start: span.start, end: span.end },
  };
}
