/** A letter that was not on the page at first. */
export const NEW = -0x80000000;

/**
 * Where every letter of a page came from, kept up to date through every change: for each code unit of each text node
 * the number of the letter it was on the page at first; `~number` for a letter of a word that stands in the place of
 * the word with that letter; `NEW` for what was put in.
 */
export class Ledger {
  readonly #origins = new Map<Text, Int32Array>();
  /** The page's text at first: the letter with number `n` is the one at `n`. */
  readonly text: string;

  constructor(root: Element) {
    let text = "";
    for (const node of textNodes(root)) {
      const { length } = text;
      this.#origins.set(
        node,
        Int32Array.from({ length: node.length }, (_, i) => length + i),
      );
      text += node.data;
    }
    this.text = text;
  }

  /** The origin of each code unit of a node. */
  originsOf(node: Text): Int32Array {
    return this.#origins.get(node) ?? new Int32Array(node.length).fill(NEW);
  }

  /** Replaces the code units [`start`, `end`) of a node by others of the given origins. */
  replace(node: Text, start: number, end: number, text: string, origins: ArrayLike<number>): void {
    const old = this.originsOf(node);
    const changed = new Int32Array(old.length - (end - start) + text.length);
    changed.set(old.subarray(0, start));
    changed.set(Array.from(origins), start);
    changed.set(old.subarray(end), start + text.length);
    node.replaceData(start, end - start, text);
    this.#origins.set(node, changed);
  }

  /** Puts new letters into a node. */
  insert(node: Text, at: number, text: string): void {
    this.replace(node, at, at, text, new Int32Array(text.length).fill(NEW));
  }

  /** Parts a node in two, and returns the second. */
  split(node: Text, at: number): Text {
    const old = this.originsOf(node);
    const second = node.splitText(at);
    this.#origins.set(node, old.slice(0, at));
    this.#origins.set(second, old.slice(at));
    return second;
  }
}

/** The text nodes in an element that a reader sees, in the order of the document. */
export function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return isRead(node as Element) ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
  });
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

function isRead(element: Element): boolean {
  if (element.matches("script, style, noscript, template, textarea, select, iframe, object, svg, math, button")) {
    return false;
  }
  const style = getComputedStyle(element);
  return style.display !== "none" && style.visibility === "visible";
}
