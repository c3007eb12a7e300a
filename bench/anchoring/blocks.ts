import { textNodes } from "./ledger.ts";

const BLOCK =
  "address, article, aside, blockquote, dd, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, " +
  "header, li, main, nav, ol, p, pre, section, table, td, th, tr, ul, body";

/** Fewer letters than this make a label or a link rather than something that a reader would mark. */
const PROSE_LENGTH = 60;

/** A paragraph, heading or other innermost block of a page. */
export interface Block {
  readonly element: Element;
  readonly nodes: readonly Text[];
}

/** The innermost blocks that hold running text, in the order of the document. */
export function proseBlocks(root: Element): Block[] {
  const byElement = new Map<Element, Text[]>();
  for (const node of textNodes(root)) {
    const element = node.parentElement?.closest(BLOCK);
    if (element === null || element === undefined) continue;
    const nodes = byElement.get(element) ?? [];
    nodes.push(node);
    byElement.set(element, nodes);
  }
  return [...byElement]
    .map(([element, nodes]) => ({ element, nodes }))
    .filter(({ element, nodes }) => {
      if (element === root || element.querySelector(BLOCK) !== null) return false;
      const text = nodes.map((node) => node.data).join("");
      return text.replaceAll(/\s+/g, " ").trim().length >= PROSE_LENGTH;
    });
}
