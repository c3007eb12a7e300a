import { hostInDocument } from "../../dom/text/tree.ts";
import type { Highlight } from "./highlight.ts";

/** Where highlights stand to one another on the page. Lost ones stand nowhere. */

/** Highlights in the order of the page; of those that begin at one letter, the longest first. */
export function inPageOrder(all: Iterable<Highlight>): Highlight[] {
  return [...all].filter(({ ranges }) => ranges.length > 0).toSorted(comparePlaces);
}

/** The highlights that share a letter with one, itself left out, the smallest first. */
export function sharingWords(highlight: Highlight, all: Iterable<Highlight>): Highlight[] {
  const id = highlight.annotation.id;
  const others = [...all].filter(
    (other) =>
      other.annotation.id !== id && highlight.ranges.some((range) => other.ranges.some((its) => overlap(range, its))),
  );
  return smallestFirst(others);
}

/** The highlight that begins and ends at the very letters that these ranges do, or `null`. */
export function onSameWords(ranges: readonly Range[], all: Iterable<Highlight>): Highlight | null {
  const [first, last] = [ranges[0], ranges.at(-1)];
  const isSame = (its: readonly Range[]): boolean => {
    const [itsFirst, itsLast] = [its[0], its.at(-1)];
    return (
      itsFirst !== undefined &&
      itsFirst.startContainer === first?.startContainer &&
      itsFirst.startOffset === first.startOffset &&
      itsLast?.endContainer === last?.endContainer &&
      itsLast?.endOffset === last?.endOffset
    );
  };
  return [...all].find(({ ranges: its }) => isSame(its)) ?? null;
}

/**
 * The highlights that begin inside another one of their colour, whose tint alone would hide them: in turn with the page, so
 * that each is compared with one other.
 */
export function insideSameColour(all: Iterable<Highlight>): Highlight[] {
  /** Of each colour, the range that reaches furthest so far. */
  const furthest = new Map<string, Range>();
  return inPageOrder(all).filter(({ annotation, ranges }) => {
    const { colour } = annotation.body;
    const [first, last] = [ranges[0], ranges.at(-1)];
    const before = furthest.get(colour);
    if (first === undefined || last === undefined) return false;
    if (before === undefined || compareEnds(before, last, false) < 0) furthest.set(colour, last);
    return before !== undefined && endsAfterStartOf(before, first);
  });
}

/** The highlights under a point of the viewport, the smallest first. */
export function highlightsAt(all: Iterable<Highlight>, x: number, y: number): Highlight[] {
  return smallestFirst([...all].filter(({ ranges }) => ranges.some((range) => coversPoint(range, x, y))));
}

/** Where to go on from when none was visited: the first that does not end above the viewport's middle. */
export function firstBelow(ordered: readonly Highlight[]): number {
  const found = ordered.findIndex(
    ({ ranges }) => (ranges.at(-1)?.getBoundingClientRect().bottom ?? 0) > innerHeight / 2,
  );
  return found < 0 ? ordered.length : found;
}

function smallestFirst(some: readonly Highlight[]): Highlight[] {
  const length = ({ annotation }: Highlight): number => annotation.target.selectors.quote.exact.length;
  return some.toSorted((a, b) => length(a) - length(b));
}

function comparePlaces(a: Highlight, b: Highlight): number {
  const [first, second] = [a.ranges[0], b.ranges[0]];
  if (first === undefined || second === undefined) return 0;
  const [last, lastOther] = [a.ranges.at(-1) ?? first, b.ranges.at(-1) ?? second];
  return compareEnds(first, second, true) || compareEnds(lastOther, last, false);
}

/** Compares where two ranges begin or end, whatever shadow trees they stand in. */
function compareEnds(a: Range, b: Range, isStart: boolean): number {
  const how = isStart ? Range.START_TO_START : Range.END_TO_END;
  if (a.startContainer.getRootNode() === b.startContainer.getRootNode()) return a.compareBoundaryPoints(how, b);
  const [host, otherHost] = [hostInDocument(a.startContainer), hostInDocument(b.startContainer)];
  return host.compareDocumentPosition(otherHost) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Each begins before the other ends. */
const overlap = (a: Range, b: Range): boolean => endsAfterStartOf(a, b) && endsAfterStartOf(b, a);

/** Whether a range ends after another one begins, in the same tree. */
function endsAfterStartOf(a: Range, b: Range): boolean {
  if (a.startContainer.getRootNode() !== b.startContainer.getRootNode()) return false;
  return a.compareBoundaryPoints(Range.START_TO_END, b) > 0;
}

function coversPoint(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
