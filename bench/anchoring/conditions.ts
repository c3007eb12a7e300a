import type { Random } from "../random.ts";
import { proseBlocks, type Block } from "./blocks.ts";
import { addCopies } from "./copies.ts";
import { editWords, hyphenate, insertBoxes, replaceText, shuffleParagraphs, wrapWords } from "./edits.ts";
import { type Ledger, textNodes } from "./ledger.ts";

/** Changes the page, and keeps the ledger of where its letters came from. */
type Condition = (ledger: Ledger, root: HTMLElement, random: Random) => void;

const SHAPES: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "«": '"',
  "»": '"',
  '"': "”",
  "'": "’",
};

function changeQuotes(ledger: Ledger, root: Element, random: Random): void {
  replaceText(ledger, root, random, 1, /[“”‘’«»"']/g, (mark) => SHAPES[mark] ?? mark);
}

function reflow(ledger: Ledger, root: Element, random: Random): void {
  replaceText(ledger, root, random, 0.3, /[ \n\t]+/g, () => random.pick(["\n      ", "  ", "\n", "\t", " "]));
}

/** How many blocks a light, or a heavy, rearrangement takes out; as many are added, and moved. */
const light = (blocks: readonly Block[]) => Math.max(1, Math.round(blocks.length * 0.04));
const heavy = (blocks: readonly Block[]) => Math.max(2, Math.round(blocks.length * 0.15));

/** The story up to the wall, then an appeal. */
function wallOff(root: HTMLElement): void {
  const blocks = proseBlocks(root);
  const wall = document.createElement("div");
  wall.textContent = "To read on, take out a subscription. Already a subscriber? Sign in.";
  const rest = blocks.slice(Math.ceil(blocks.length * 0.35));
  rest[0]?.element.before(wall);
  for (const { element } of rest) element.remove();
}

/** Whether a line ends between two neighbouring text nodes of a block. */
function standsOnNewLine(block: Element, previous: Text, node: Text): boolean {
  const between = document.createRange();
  between.setStartAfter(previous);
  between.setEndBefore(node);
  if (between.cloneContents().querySelector("br") !== null) return true;
  const isLine = (parent: Element | null) =>
    parent !== null && parent !== block && !/^(inline|contents|ruby)/.test(getComputedStyle(parent).display);
  return (
    previous.parentElement !== node.parentElement && (isLine(previous.parentElement) || isLine(node.parentElement))
  );
}

/** The running text alone, in plain paragraphs under the body, with straight quotation marks: what AMP pages do. */
function strip(ledger: Ledger, root: HTMLElement, random: Random): void {
  const blocks = proseBlocks(root);
  const paragraphs = blocks.map(({ element, nodes }) => {
    const paragraph = document.createElement(/^h\d$/.test(element.localName) ? element.localName : "p");
    // Line breaks, and where a line begins with an element that is shown as a block, before anything is moved.
    const pieces = nodes.flatMap((node, i) => {
      const previous = nodes[i - 1];
      const breaks = previous !== undefined && standsOnNewLine(element, previous, node);
      return breaks ? [document.createElement("br"), node] : [node];
    });
    paragraph.append(...pieces);
    return paragraph;
  });
  root.replaceChildren(...paragraphs);
  replaceText(ledger, root, random, 1, /[“”‘’]/g, (mark) => SHAPES[mark] ?? mark);
}

/** Kinds of change that bring copies of the story's own words. They are counted apart. */
export const WITH_COPIES: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ["copies", (ledger, root, random) => addCopies(ledger, proseBlocks(root), random, 0)],
  ["copies, story edited", (ledger, root, random) => addCopies(ledger, proseBlocks(root), random, 0.05)],
]);

/** The kinds of change that a page goes through, by name, in the order of the report. */
export const CONDITIONS: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ["none", () => {}],
  ["advertisements", (_, root, random) => insertBoxes(proseBlocks(root), random, 8)],
  ["1% of words edited", (ledger, root, random) => editWords(ledger, textNodes(root), random, 0.01)],
  ["5% of words edited", (ledger, root, random) => editWords(ledger, textNodes(root), random, 0.05)],
  ["10% of words edited", (ledger, root, random) => editWords(ledger, textNodes(root), random, 0.1)],
  [
    "paragraphs, light",
    (_, root, random) => {
      const blocks = proseBlocks(root);
      shuffleParagraphs(blocks, random, light(blocks));
    },
  ],
  [
    "paragraphs, heavy",
    (_, root, random) => {
      const blocks = proseBlocks(root);
      shuffleParagraphs(blocks, random, heavy(blocks));
    },
  ],
  ["quotation marks", changeQuotes],
  ["white space", reflow],
  ["no-break spaces", (ledger, root, random) => replaceText(ledger, root, random, 0.3, / /g, () => "\u00a0")],
  ["soft hyphens", hyphenate],
  ["wrapped in elements", wrapWords],
  ["paywall", (_, root) => wallOff(root)],
  ["AMP-like", strip],
  [
    "next day",
    (ledger, root, random) => {
      const blocks = proseBlocks(root);
      editWords(ledger, textNodes(root), random, 0.02);
      changeQuotes(ledger, root, random);
      shuffleParagraphs(blocks, random, light(blocks));
      insertBoxes(proseBlocks(root), random, 5);
      reflow(ledger, root, random);
    },
  ],
  [
    "rewrite",
    (ledger, root, random) => {
      const blocks = proseBlocks(root);
      editWords(ledger, textNodes(root), random, 0.12);
      shuffleParagraphs(blocks, random, heavy(blocks));
      insertBoxes(proseBlocks(root), random, 8);
      wrapWords(ledger, root, random);
    },
  ],
  ...WITH_COPIES,
]);
