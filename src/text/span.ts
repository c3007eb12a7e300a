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

/** The first of several things in order for which a test holds that holds of all behind it, or how many there are. */
export function firstOf<T>(ordered: readonly T[], holds: (one: T) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ordered[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
