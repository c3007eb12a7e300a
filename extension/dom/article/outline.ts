import type { Block, Outline, OutlineElement } from "../../../src/article/stories/outline.ts";
import type { Steps } from "../../../src/slices.ts";
import { TEXT_LIMIT } from "../../../src/text/article.ts";
import { NODES_A_STEP, shownNodes, type ShownNodes, steadily } from "../text/shown-nodes.ts";
import { lettersOf } from "../text/letters.ts";
import { isHidden } from "../text/visibility.ts";
import { isElement, neighbourOf, unnamed } from "../page/unnamed.ts";
import { drawnMarks } from "./drawn-marks.ts";

/** A text node of a block, a line break between two, or a quotation mark that is only drawn. */
export type Piece = Text | string;

/** A page's outline and, for each of its blocks, the live text nodes. */
export interface LiveOutline {
  readonly outline: Outline;
  readonly pieces: readonly (readonly Piece[])[];
  /** The live element for each of the outline's. */
  readonly elements: readonly Element[];
  /** The page goes on behind what was read: it has more than `TEXT_LIMIT` letters, or more nodes than are walked. */
  readonly isCut: boolean;
}

const INLINE: ReadonlySet<string> = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR PICTURE Q RP RT RUBY S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);
const IMAGES: ReadonlySet<string> = new Set(["IMG", "PICTURE", "VIDEO", "IFRAME", "AMP-IMG"]);
const CONTROLS: ReadonlySet<string> = new Set(["BUTTON", "INPUT", "SELECT", "TEXTAREA"]);
const ITALICS: ReadonlySet<string> = new Set(["EM", "I"]);
const HEADING = /^h[1-6]$/i;
/** Far beyond any article; bounds for pages made to hurt. */
const MAX_DEPTH = 400;
const MAX_NODES = 200_000;

type OpenElement = { -readonly [Key in keyof OutlineElement]: OutlineElement[Key] };

interface OpenBlock {
  element: number;
  pieces: Piece[];
  text: string;
  linked: number;
  links: number;
  slanted: number;
  wrap: string;
}

/** What the walk knows of the inline elements that it is in. */
interface Surroundings {
  /** The link that the walk is in, by its number on the page; 0 for none. */
  readonly link: number;
  readonly isSlanted: boolean;
  readonly wrap: string;
}

/** An element that is being walked. */
interface Level {
  readonly nodes: ShownNodes;
  /** The outline's element that text in it hangs in. */
  readonly element: number;
  readonly around: Surroundings;
  /** It ends the block that is open when it ends. */
  readonly isBlock: boolean;
  /** The quotation mark that is drawn after it, or "". */
  readonly close: string;
}

/** Walks the visible text under `root` once, open shadow roots included, and changes nothing. */
export function readOutline(root: Element): Steps<LiveOutline> {
  return steadily(() => walkOutline(root));
}

function* walkOutline(root: Element): Steps<LiveOutline | null> {
  const elements: OpenElement[] = [];
  const liveElements: Element[] = [];
  const blocks: Block[] = [];
  const pieces: (readonly Piece[])[] = [];
  const levels: Level[] = [];
  let open: OpenBlock | null = null;
  let links = 0;
  let lastLink = 0;
  /** Quotation marks drawn before a text that is yet to come. */
  let drawn = "";
  /** How many more letters are read. */
  let room = TEXT_LIMIT;

  const close = (): void => {
    if (open === null) return;
    const { element, linked, links: linksIn, slanted, wrap } = open;
    const text = collapse(open.text);
    if (text !== "") {
      while (isBlank(open.pieces.at(-1))) open.pieces.pop();
      blocks.push({ element, text, linked: Math.min(linked, text.length), links: linksIn, slanted, wrap });
      pieces.push(open.pieces);
    }
    open = null;
  };

  const addText = (node: Text, element: number, around: Surroundings): void => {
    const data = lettersOf(node, room);
    const letters = data.trim().length;
    room -= letters;
    if (letters === 0) {
      if (open !== null && data !== "") {
        open.text += " ";
        open.pieces.push(node);
      }
      return;
    }
    open ??= { element, pieces: [], text: "", linked: 0, links: 0, slanted: 0, wrap: around.wrap };
    if (drawn !== "") draw(drawn);
    drawn = "";
    open.pieces.push(node);
    open.text += data.replace(/\s+/g, " ");
    if (around.isSlanted) open.slanted += letters;
    if (around.link === 0) return;
    open.linked += letters;
    if (open.linked === letters || around.link !== lastLink) open.links += 1;
    lastLink = around.link;
  };

  const draw = (mark: string): void => {
    open?.pieces.push(mark);
    if (open !== null) open.text += mark;
  };

  /** Draws the mark that stands after an element: at the end of its last line, which may be closed by now. */
  const drawAfter = (mark: string): void => {
    const [block, last] = [blocks.at(-1), pieces.at(-1)];
    if (open !== null || block === undefined || last === undefined) return draw(mark);
    blocks[blocks.length - 1] = { ...block, text: block.text + mark };
    pieces[pieces.length - 1] = [...last, mark];
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
    const asked = unnamed(node);
    elements.push({
      parent,
      tag: asked.tagName.toLowerCase(),
      names: namesOf(asked),
      role: asked.getAttribute("role") ?? "",
      itemprop: asked.getAttribute("itemprop") ?? "",
      images: 0,
      controls: 0,
    });
    liveElements.push(node);
    return elements.length - 1;
  };

  const enter = (node: Element, { element, around }: Pick<Level, "element" | "around">): void => {
    const asked = unnamed(node);
    const { tagName } = asked;
    if (tagName === "BR") return addBreak(node);
    if (tagName === "HR") return close();
    if (IMAGES.has(tagName)) {
      const holder = elements[element];
      if (holder !== undefined) holder.images += 1;
      return;
    }
    if (CONTROLS.has(tagName)) {
      const holder = elements[element];
      // What folds a text away and shows it again is no offer.
      if (holder !== undefined && !node.hasAttribute("aria-expanded") && node.checkVisibility()) holder.controls += 1;
      return;
    }
    if (levels.length > MAX_DEPTH || isHidden(node)) return;
    const isBlock = !INLINE.has(tagName);
    if (isBlock) close();
    const [before, after] = drawnMarks(node);
    drawn += before;
    levels.push(
      isBlock
        ? {
            nodes: shownNodes(node),
            element: addElement(node, element),
            around: { ...around, wrap: "" },
            isBlock,
            close: after,
          }
        : { nodes: shownNodes(node), element, around: inside(around, node, () => (links += 1)), isBlock, close: after },
    );
  };

  levels.push({ nodes: shownNodes(root), element: addElement(root, -1), around: OUTSIDE, isBlock: true, close: "" });
  for (let count = 1; ; count += 1) {
    const level = levels.at(-1);
    const isCut = room === 0 || count > MAX_NODES;
    if (level === undefined || isCut) {
      close();
      return { outline: { elements, blocks }, pieces, elements: liveElements, isCut };
    }
    const node = level.nodes.next();
    if (node === null) {
      if (level.close !== "") drawAfter(level.close);
      drawn = "";
      if (level.isBlock) close();
      levels.pop();
    } else if (node.nodeType === Node.TEXT_NODE) {
      addText(node as Text, level.element, level.around);
    } else if (isElement(node)) {
      enter(node, level);
    }
    if (count % NODES_A_STEP !== 0) continue;
    yield;
    if (levels.some(({ nodes }) => nodes.isLost())) return null;
  }
}

const OUTSIDE: Surroundings = { link: 0, isSlanted: false, wrap: "" };

/** Whether a link leads away from this document: a live post's heading leads to itself. */
function leadsElsewhere(link: Element): boolean {
  return !/^\s*#/.test(link.getAttribute("href") ?? "");
}

function inside({ link, isSlanted, wrap }: Surroundings, node: Element, nextLink: () => number): Surroundings {
  const { tagName } = unnamed(node);
  return {
    link: link === 0 && tagName === "A" && leadsElsewhere(node) ? nextLink() : link,
    isSlanted: isSlanted || ITALICS.has(tagName),
    wrap: `${wrap} ${tagName.toLowerCase()} ${namesOf(unnamed(node))}`,
  };
}

function namesOf(element: Element): string {
  const names = element.getAttribute("class") ?? "";
  return element.id === "" || HEADING.test(element.tagName) ? names : `${names} ${element.id}`;
}

/** As a user sees it: one space between words, line breaks without spaces around them, nothing invisible. */
function collapse(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/ {2,}/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

function isBlank(piece: Piece | undefined): boolean {
  return piece === "break" || (piece instanceof Text && piece.data.trim() === "");
}

/** Whether only white space and another `<br>` follow: sites write paragraphs that way. */
function nextIsBreak(node: Element): boolean {
  let next = neighbourOf(node, "nextSibling");
  while (next !== null && !isElement(next)) {
    if (next.nodeType === Node.TEXT_NODE && (next as Text).data.trim() !== "") return false;
    next = neighbourOf(next, "nextSibling");
  }
  return next !== null && next.nodeName === "BR";
}
