import type { Block, Inline } from "./markup.ts";
import { withSingleSpaces } from "../text/fold.ts";

/** What a note says in one line, without its markup: for lists of notes, where each has little room. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map(textOfBlock)
    .filter((text) => text !== "")
    .join(" ");
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.children.map(textOfInline).join("");
    case "code-block":
      return withSingleSpaces(block.text);
    case "quote":
      return plainText(block.children);
    case "list":
      return block.items.map(plainText).join(", ");
    case "rule":
      return "";
  }
}

function textOfInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "break":
      return " ";
    default:
      return inline.children.map(textOfInline).join("");
  }
}
