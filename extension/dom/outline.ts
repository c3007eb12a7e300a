import type { Block, Outline, OutlineElement } from "../../src/article/outline.ts";
import { isHidden } from "./visibility.ts";

/** A text node of a block, or a line break between two. */
export type Piece = Text | "break";

/** A page's outline and, for each of its blocks, the live text nodes. */
export interface LiveOutline {
  readonly outline: Outline;
  readonly pieces: readonly (readonly Piece[])[];
  /** The live element for each of the outline's. */
  readonly elements: readonly Element[];
}

const INLINE: ReadonlySet<string> = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR PICTURE Q RP RT RUBY S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);
const IMAGES: ReadonlySet<string> = new Set(["IMG", "PICTURE", "VIDEO", "IFRAME", "AMP-IMG"]);
/** Far beyond any article; a bound for pages made to hurt. */
const MAX_DEPTH = 400;

type OpenElement = { -readonly [Key in keyof OutlineElement]: OutlineElement[Key] };

interface OpenBlock {
  element: number;
  pieces: Piece[];
  text: string;
  linked: number;
  wrap: string;
}

/** What the walk knows of the inline elements that it is in. */
interface Surroundings {
  readonly inLink: boolean;
  readonly wrap: string;
}

/** Walks the visible text under `root` once, open shadow roots included, and changes nothing. */
export function readOutline(root: Element): LiveOutline {
  const elements: OpenElement[] = [];
  const liveElements: Element[] = [];
  const blocks: Block[] = [];
  const pieces: (readonly Piece[])[] = [];
  let open: OpenBlock | null = null;

  const close = (): void => {
    if (open === null) return;
    const { element, linked, wrap } = open;
    const text = collapse(open.text);
    if (text !== "") {
      while (isBlank(open.pieces.at(-1))) open.pieces.pop();
      blocks.push({ element, text, linked: Math.min(linked, text.length), wrap });
      pieces.push(open.pieces);
    }
    open = null;
  };

  const addText = (node: Text, element: number, around: Surroundings): void => {
    const { data } = node;
    const letters = data.trim().length;
    if (letters === 0) {
      if (open !== null && data !== "") {
        open.text += " ";
        open.pieces.push(node);
      }
      return;
    }
    open ??= { element, pieces: [], text: "", linked: 0, wrap: around.wrap };
    open.pieces.push(node);
    open.text += data.replace(/\s+/g, " ");
    if (around.inLink) open.linked += letters;
  };

  const addBreak = (node: Element): void => {
    if (open === null) return;
    if (nextIsBreak(node)) {
      close();
    } else {
      open.text += "\n";
      open.pieces.push("break");
    }
  };

  const addElement = (node: Element, parent: number): number => {
    elements.push({
      parent,
      tag: node.tagName.toLowerCase(),
      names: namesOf(node),
      role: node.getAttribute("role") ?? "",
      itemprop: node.getAttribute("itemprop") ?? "",
      images: 0,
    });
    liveElements.push(node);
    return elements.length - 1;
  };

  const walk = (container: Node, element: number, around: Surroundings, depth: number): void => {
    for (let node = container.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) addText(node as Text, element, around);
      else if (node.nodeType === Node.ELEMENT_NODE) walkElement(node as Element, element, around, depth);
    }
  };

  const walkElement = (node: Element, element: number, around: Surroundings, depth: number): void => {
    const { tagName } = node;
    if (tagName === "BR") return addBreak(node);
    if (tagName === "HR") return close();
    if (IMAGES.has(tagName)) {
      const holder = elements[element];
      if (holder !== undefined) holder.images += 1;
      return;
    }
    if (depth > MAX_DEPTH || isHidden(node)) return;
    if (!INLINE.has(tagName)) {
      close();
      walkChildren(node, addElement(node, element), { ...around, wrap: "" }, depth);
      close();
      return;
    }
    const wrap = `${around.wrap} ${tagName.toLowerCase()} ${namesOf(node)}`;
    walkChildren(node, element, { inLink: around.inLink || tagName === "A", wrap }, depth);
  };

  const walkChildren = (node: Element, element: number, around: Surroundings, depth: number): void => {
    if (node.shadowRoot !== null) walk(node.shadowRoot, element, around, depth + 1);
    else if (node.tagName === "SLOT" && node.getRootNode() instanceof ShadowRoot)
      walkSlot(node as HTMLSlotElement, element, around, depth);
    else walk(node, element, around, depth + 1);
  };

  const walkSlot = (slot: HTMLSlotElement, element: number, around: Surroundings, depth: number): void => {
    const assigned = slot.assignedNodes();
    if (assigned.length === 0) walk(slot, element, around, depth + 1);
    for (const node of assigned) {
      if (node.nodeType === Node.TEXT_NODE) addText(node as Text, element, around);
      else if (node.nodeType === Node.ELEMENT_NODE) walkElement(node as Element, element, around, depth);
    }
  };

  walkChildren(root, addElement(root, -1), { inLink: false, wrap: "" }, 0);
  close();
  return { outline: { elements, blocks }, pieces, elements: liveElements };
}

function namesOf(element: Element): string {
  const names = element.getAttribute("class") ?? "";
  return element.id === "" ? names : `${names} ${element.id}`;
}

/** As a reader sees it: one space between words, line breaks without spaces around them, nothing invisible. */
function collapse(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/ {2,}/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

function isBlank(piece: Piece | undefined): boolean {
  return piece === "break" || (piece !== undefined && piece.data.trim() === "");
}

/** Whether only white space and another `<br>` follow: sites write paragraphs that way. */
function nextIsBreak(node: Element): boolean {
  let next = node.nextSibling;
  while (next !== null && next.nodeType !== Node.ELEMENT_NODE) {
    if (next.nodeType === Node.TEXT_NODE && (next as Text).data.trim() !== "") return false;
    next = next.nextSibling;
  }
  return next !== null && next.nodeName === "BR";
}
