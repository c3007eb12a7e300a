/** One range over all of `ranges`, which are in the order of the page; `null` where there are none. */
export function rangeAcross(ranges: readonly Range[]): Range | null {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return null;
  const range = first.cloneRange();
  range.setEnd(last.endContainer, last.endOffset);
  return range;
}

/** Whether a range still has text of the page. */
export function coversText({ startContainer, collapsed }: Range): boolean {
  return startContainer.isConnected && !collapsed;
}
