import type { Block, Outline, OutlineElement } from "../../../../src/article/stories/outline.ts";

/** An element with its children, or a text that stands directly in its parent. */
export type Tree = string | Branch;
interface Branch extends ReadonlyArray<Tree> {
  readonly 0: string;
}

/** Reads `["div.names", …]` into an outline; a text in "[…]" is a link. */
export function outlineOf(tree: Tree): Outline {
  const elements: OutlineElement[] = [];
  const blocks: Block[] = [];
  const add = (node: Tree, parent: number): void => {
    if (typeof node === "string") {
      const text = node.replace(/^\[|\]$/g, "");
      blocks.push({
        element: parent,
        text,
        linked: text === node ? 0 : text.length,
        links: text === node ? 0 : 1,
        slanted: 0,
        wrap: "",
      });
      return;
    }
    const name = node[0];
    const children = node.slice(1);
    if (name === "img") {
      const holder = elements[parent];
      if (holder !== undefined) elements[parent] = { ...holder, images: holder.images + 1 };
      return;
    }
    const [tag = "", ...names] = name.split(".");
    elements.push({ parent, tag, names: names.join(" "), role: "", itemprop: "", images: 0, controls: 0 });
    const index = elements.length - 1;
    for (const child of children) add(child, index);
  };
  add(tree, -1);
  return { elements, blocks };
}
