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
  // Of a selection that crosses the edge of a tree, Firefox gives the end alone that is in it.
  for (const root of rootsOf(endContainer)) if (root instanceof ShadowRoot) trees.push(root);
  return trees.find((tree) => !known.includes(tree));
}

/**
 * The selected range as somebody sees it who knows these shadow trees; one that crosses the edge of a tree takes all of it.
 * `null` where the browser does not tell.
 */
function rangeIn(selection: Selection, trees: readonly ShadowRoot[]): Range | null {
  // Chromium before 137 asks the tree itself.
  const own = trees.at(-1) as (ShadowRoot & { getSelection?(): Selection | null }) | undefined;
  const composed =
    typeof selection.getComposedRanges === "function"
      ? selection.getComposedRanges({ shadowRoots: [...trees] })[0]
      : own?.getSelection?.()?.getRangeAt(0);
  if (composed === undefined) return null;
  const { startContainer, startOffset, endContainer, endOffset } = composed;
  const root = rootsOf(startContainer).find((each) => rootsOf(endContainer).includes(each)) ?? document;
  const [first, last] = [holderIn(root, startContainer), holderIn(root, endContainer)];
  const range = document.createRange();
  if (first === startContainer) range.setStart(first, startOffset);
  else range.setStartBefore(first);
  if (last === endContainer) range.setEnd(last, endOffset);
  else range.setEndAfter(last);
  return range;
}

/** The trees that a node is in, the innermost first. */
function rootsOf(node: Node): Node[] {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}

/** The node itself where it is in a tree, or else the host there of the tree that it is in. */
function holderIn(root: Node, node: Node): Node {
  const own = node.getRootNode();
  return own === root || !(own instanceof ShadowRoot) ? node : holderIn(root, own.host);
}
