import type { TextMap } from "../text/text-map.ts";

/**
 * Where in the map's text the user looks: the offset of the first text that is not above the viewport. Text runs down
 * the page nearly in its own order, so a search by halves finds a place that is near enough to begin with.
 */
export function offsetInView(map: TextMap): number {
  const range = document.createRange();
  let low = 0;
  let high = map.runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = map.runs[middle]?.node;
    if (node === undefined) break;
    range.selectNodeContents(node);
    if (range.getBoundingClientRect().bottom <= 0) low = middle + 1;
    else high = middle;
  }
  return map.runs[Math.min(low, map.runs.length - 1)]?.start ?? 0;
}
