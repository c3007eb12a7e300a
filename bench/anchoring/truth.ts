import { textNodes, type Ledger } from "./ledger.ts";
import type { Selection } from "./selections.ts";

/**
 * How well a passage was found. While letters of it are left on the page: `exact` to the letter, `near` where at least
 * half of it is covered and no more foreign letters than own ones, `wrong` for anything else, or `lost`. Where none is
 * left: `gone` if it was reported lost, `replaced` if found where other words stand in its place now, `elsewhere`.
 */
export type Verdict = "exact" | "near" | "wrong" | "lost" | "gone" | "replaced" | "elsewhere";

/** A half-open stretch of the page's letters as they stand now. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The page as it stands now, as one row of letters with their origins. White space is left out. */
export class Truth {
  readonly #origins: Int32Array;
  readonly #nodes: readonly Text[];
  /** For each node, how many letters stand before it; and for each of its code units, how many of them are letters. */
  readonly #before = new Map<Text, { readonly index: number; readonly letters: Int32Array }>();

  constructor(ledger: Ledger, root: Element) {
    this.#nodes = textNodes(root);
    const origins: number[] = [];
    for (const node of this.#nodes) {
      const own = ledger.originsOf(node);
      const letters = new Int32Array(node.length + 1);
      const index = origins.length;
      for (let i = 0; i < node.length; i += 1) {
        if (/[^\s\u00ad]/.test(node.data.charAt(i))) origins.push(own[i] ?? 0);
        letters[i + 1] = origins.length - index;
      }
      this.#before.set(node, { index, letters });
    }
    this.#origins = Int32Array.from(origins);
  }

  judge(selection: Selection, ranges: readonly Range[]): Verdict {
    const found = this.#stretch(ranges);
    const pieces = this.#pieces(selection);
    const largest = pieces.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
    if (largest === undefined) {
      if (found === null) return "gone";
      return this.#isReplacement(selection, found) ? "replaced" : "elsewhere";
    }
    if (found === null) return "lost";
    if (found.start === largest.start && found.end === largest.end) return "exact";
    let own = 0;
    for (let i = found.start; i < found.end; i += 1) if (this.#belongs(selection, i)) own += 1;
    const isNear = 2 * own >= largest.end - largest.start && 2 * own >= found.end - found.start;
    return isNear ? "near" : "wrong";
  }

  /** Whether the letter at `index` is one of the selection's, or of a word that replaced one of its words. */
  #belongs({ start, end }: Selection, index: number): boolean {
    const origin = this.#origins[index] ?? 0;
    const letter = origin >= 0 ? origin : ~origin;
    return letter >= start && letter < end;
  }

  /** What is left of a selection: stretches without letters from elsewhere in between, if any own letter is in them. */
  #pieces(selection: Selection): Stretch[] {
    const pieces: Stretch[] = [];
    let start = -1;
    let end = -1;
    let survives = false;
    const close = () => {
      if (start >= 0 && survives) pieces.push({ start, end });
      start = -1;
      survives = false;
    };
    for (let i = 0; i < this.#origins.length; i += 1) {
      if (this.#belongs(selection, i)) {
        if (start < 0) start = i;
        end = i + 1;
        if ((this.#origins[i] ?? -1) >= 0) survives = true;
      } else if ((this.#origins[i] ?? -1) >= 0) {
        close();
      }
    }
    close();
    return pieces;
  }

  #isReplacement(selection: Selection, { start, end }: Stretch): boolean {
    for (let i = start; i < end; i += 1) if (this.#belongs(selection, i)) return true;
    return false;
  }

  /** The letters from the first range's start to the last one's end. */
  #stretch(ranges: readonly Range[]): Stretch | null {
    const first = ranges[0];
    const last = ranges.at(-1);
    if (first === undefined || last === undefined) return null;
    const start = this.#lettersBefore(first.startContainer, first.startOffset);
    const end = this.#lettersBefore(last.endContainer, last.endOffset);
    return { start, end };
  }

  /** How many letters stand before a boundary point. */
  #lettersBefore(node: Node, offset: number): number {
    const known = this.#before.get(node as Text);
    if (known !== undefined) return known.index + (known.letters[offset] ?? 0);
    const point = document.createRange();
    point.setStart(node, offset);
    let low = 0;
    let high = this.#nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const candidate = this.#nodes[middle];
      if (candidate !== undefined && point.comparePoint(candidate, 0) < 0) low = middle + 1;
      else high = middle;
    }
    const next = this.#nodes[low];
    return next === undefined ? this.#origins.length : (this.#before.get(next)?.index ?? 0);
  }
}
