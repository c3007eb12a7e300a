import type { Block, Outline, OutlineElement } from "../../../../src/article/stories/outline.ts";

/** An element with its children, or a text that stands directly in its parent. */
export type Tree = string | Branch;
interface Branch extends ReadonlyArray<Tree> {
  readonly 0: string;
}

/** Reads `["div.names", …]` into an outline; what stands in "[…]" is a link, "img" a picture and "button" a button. */
export function outlineOf(tree: Tree): Outline {
  const elements: OutlineElement[] = [];
  const blocks: Block[] = [];
  const add = (node: Tree, parent: number): void => {
    if (typeof node === "string") {
      const links = node.match(/\[[^\]]*\]/g) ?? [];
      const linked = links.join("").length - 2 * links.length;
      blocks.push({
        element: parent,
        text: node.replaceAll(/[[\]]/g, ""),
        linked,
        links: links.length,
        slanted: 0,
        wrap: "",
      });
      return;
    }
    const name = node[0];
    const children = node.slice(1);
    const holder = elements[parent];
    if (name === "img" || name === "button") {
      const { images = 0, controls = 0 } = holder ?? {};
      const counts = name === "img" ? { images: images + 1 } : { controls: controls + 1 };
      if (holder !== undefined) elements[parent] = { ...holder, ...counts };
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
