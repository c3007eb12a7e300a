import { rangesOf, type TextMap, type TextRun } from "../text/text-map.ts";

/** The runs of each node of a map, to find a place in the text from a place in the page. */
export type NodeIndex = ReadonlyMap<Text, readonly TextRun[]>;

export function indexNodes(map: TextMap): NodeIndex {
  const index = new Map<Text, TextRun[]>();
  for (const run of map.runs) {
    const runs = index.get(run.node);
    if (runs === undefined) index.set(run.node, [run]);
    else runs.push(run);
  }
  return index;
}

/**
 * The offset in the map's text of the letter under a point of the viewport, or `null` where there is none.
 * The browser names the nearest letter even for a point beside the text, so the letter's own rectangles must hold it.
 */
export function offsetAtPoint(map: TextMap, index: NodeIndex, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null || caret.offsetNode.nodeType !== Node.TEXT_NODE) return null;
  // The caret stands before or after the letter that was hit.
  for (const nodeOffset of [caret.offset, caret.offset - 1]) {
    const offset = offsetOf(index, caret.offsetNode as Text, nodeOffset);
    if (offset !== null && isAt(map, offset, x, y)) return offset;
  }
  return null;
}

function offsetOf(index: NodeIndex, node: Text, nodeOffset: number): number | null {
  for (const run of index.get(node) ?? []) {
    if (nodeOffset >= run.nodeStart && nodeOffset < run.nodeStart + run.length) {
      return run.start + nodeOffset - run.nodeStart;
    }
  }
  return null;
}

function isAt(map: TextMap, offset: number, x: number, y: number): boolean {
  return rangesOf(map, { start: offset, end: offset + 1 }).some((range) =>
    [...range.getClientRects()].some(
      (rectangle) => x >= rectangle.left && x <= rectangle.right && y >= rectangle.top && y <= rectangle.bottom,
    ),
  );
}
