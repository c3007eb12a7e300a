/**
 * A half-open stretch of a text: `start` is inside, `end` is not. Both are UTF-16 code units.
 * Spans are the only currency between the layers of this project; DOM ranges never leave `extension/dom/`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text under a span. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` covers all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
