/** The range that the user has selected, or `null` where that is nothing, or text that the user is typing. */
export function selectedRange(): Range | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = deepRange(selection);
  if (range.collapsed || range.toString().trim() === "") return null;
  const container = range.commonAncestorContainer;
  const element = container instanceof Element ? container : container.parentElement;
  if (element?.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])")) return null;
  return range;
}

/**
 * The selected range, inside an open shadow tree too: there, the selection names only the tree's host until it is asked
 * with the tree in hand.
 */
function deepRange(selection: Selection): Range {
  const known: ShadowRoot[] = [];
  let range: Range = selection.getRangeAt(0);
  for (;;) {
    const tree = treeAt(range, known);
    if (tree === undefined) return range;
    known.push(tree);
    range = rangeIn(selection, known) ?? range;
  }
}

/** An open shadow tree beside an end of a range that is not known yet. */
function treeAt({ startContainer, startOffset, endContainer, endOffset }: Range, known: readonly ShadowRoot[]) {
  const beside = [startContainer, endContainer].flatMap((container, index) => {
    const at = index === 0 ? startOffset : endOffset;
    return [container, container.childNodes[at - 1], container.childNodes[at]];
  });
  const trees = beside.flatMap((node) => (node instanceof Element ? (node.shadowRoot ?? []) : []));
  return trees.find((tree) => !known.includes(tree));
}

/** The selected range as somebody sees it who knows these shadow trees; `null` where it crosses the edge of one. */
function rangeIn(selection: Selection, trees: readonly ShadowRoot[]): Range | null {
  // Chromium before 137 asks the tree itself.
  const own = trees.at(-1) as (ShadowRoot & { getSelection?(): Selection | null }) | undefined;
  const composed =
    typeof selection.getComposedRanges === "function"
      ? selection.getComposedRanges({ shadowRoots: [...trees] })[0]
      : own?.getSelection?.()?.getRangeAt(0);
  if (composed === undefined) return null;
  const { startContainer, startOffset, endContainer, endOffset } = composed;
  if (startContainer.getRootNode() !== endContainer.getRootNode()) return null;
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
