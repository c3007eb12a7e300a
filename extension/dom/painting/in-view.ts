import type { Span } from "../../../src/text/span.ts";
import type { TextMap } from "../text/text-map.ts";

/** Where in the map's text the user looks: the offset of the first text that is not above the viewport. */
export function offsetInView(map: TextMap): number {
  return map.runs[firstRun(map, ({ bottom }) => bottom > 0)]?.start ?? 0;
}

/** The stretch of the map's text that stands in the viewport, in whole text nodes. */
export function spanInView(map: TextMap): Span {
  const start = offsetInView(map);
  const last = map.runs[firstRun(map, ({ top }) => top >= innerHeight)];
  return { start, end: Math.max(start, last === undefined ? 0 : last.start + last.length) };
}

/**
 * The first run whose text stands as it is wanted, or the last run. Text runs down the page nearly in its own order, so
 * a search by halves finds a place that is near enough.
 */
function firstRun(map: TextMap, isThere: (box: DOMRect) => boolean): number {
  const range = document.createRange();
  let low = 0;
  let high = map.runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = map.runs[middle]?.node;
    if (node === undefined) break;
    range.selectNodeContents(node);
    if (isThere(range.getBoundingClientRect())) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, map.runs.length - 1);
}
