import type { TextMap } from "./text-map.ts";

/** Whether an element holds a node, in its own tree or in a shadow tree below. */
export function holdsNode(element: Element, node: Node): boolean {
  if (Node.prototype.contains.call(element, node)) return true;
  const root = Node.prototype.getRootNode.call(node);
  return root instanceof ShadowRoot && holdsNode(element, root.host);
}

/** The shadow trees that a text stands in. */
export function shadowTreesOf({ runs }: TextMap): ReadonlySet<ShadowRoot> {
  const trees = new Set<ShadowRoot>();
  for (const { node } of runs) {
    for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) trees.add(root);
  }
  return trees;
}

/** The smallest element of the document's own tree that holds all of a text, or `null` where that has left the page. */
export function holderOf({ runs }: TextMap): Element | null {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [head, tail] = [hostInDocument(first.node), hostInDocument(last.node)];
  if (!head.isConnected || !tail.isConnected) return null;
  const range = document.createRange();
  range.setStartBefore(head);
  range.setEndAfter(tail);
  const { commonAncestorContainer: common } = range;
  return common instanceof Element ? common : common.parentElement;
}

/** The node itself, or the outermost host of the shadow trees that it stands in. */
export function hostInDocument(node: Node): Node {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? hostInDocument(root.host) : node;
}
