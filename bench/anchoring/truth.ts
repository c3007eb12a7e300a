import { textNodes, type Ledger } from "./ledger.ts";
import type { Selection } from "./selections.ts";

/**
 * How well a passage was found. While letters of it are left on the page: `exact` to the letter, `near` where at least
 * half of it is covered and no more foreign letters than own ones, `copy` on the same words in the same context
 * elsewhere on the page, `wrong` for anything else, or `lost`. Where none is left: `gone` if it was reported lost,
 * `replaced` if found where other words stand in its place now, `twin` on a copy, `elsewhere` for anything else.
 */
export type Verdict = "exact" | "near" | "copy" | "wrong" | "lost" | "gone" | "replaced" | "twin" | "elsewhere";

/** A half-open stretch of the page's letters as they stand now. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is left of a passage in one place, and how many letters of it. */
interface Piece extends Stretch {
  readonly own: number;
}

/** A passage of which less than this share is left is gone. */
const GONE_SHARE = 0.1;

/** A copy is told by its length, or by this many letters of context on one side. */
const LONG_COPY = 40;
const COPY_CONTEXT = 24;

/** A text's letters: without white space and soft hyphens, and with quotation marks and case made alike. */
function lettersOf(text: string): string {
  return text
    .replaceAll(/[\s\u00ad]/g, "")
    .replaceAll(/[“”‘’«»"]/g, "'")
    .toLowerCase();
}

/** The page as it stands now, as one row of letters with their origins. White space is left out. */
export class Truth {
  readonly #ledger: Ledger;
  readonly #letters: string;
  readonly #origins: Int32Array;
  readonly #nodes: readonly Text[];
  /** For each node, how many letters stand before it; and for each of its code units, how many of them are letters. */
  readonly #before = new Map<Text, { readonly index: number; readonly letters: Int32Array }>();

  constructor(ledger: Ledger, root: Element) {
    this.#ledger = ledger;
    this.#nodes = textNodes(root);
    const origins: number[] = [];
    let page = "";
    for (const node of this.#nodes) {
      const own = ledger.originsOf(node);
      const letters = new Int32Array(node.length + 1);
      const index = origins.length;
      for (let i = 0; i < node.length; i += 1) {
        if (/[^\s\u00ad]/.test(node.data.charAt(i))) {
          origins.push(own[i] ?? 0);
          page += node.data.charAt(i);
        }
        letters[i + 1] = origins.length - index;
      }
      this.#before.set(node, { index, letters });
    }
    this.#letters = page;
    this.#origins = Int32Array.from(origins);
  }

  judge(selection: Selection, ranges: readonly Range[]): Verdict {
    const found = this.#stretch(ranges);
    const pieces = this.#pieces(selection);
    const left = pieces.reduce((sum, piece) => sum + piece.own, 0);
    const largest = pieces.toSorted((a, b) => b.own - a.own)[0];
    if (largest === undefined || left < GONE_SHARE * (selection.end - selection.start)) {
      if (found === null) return "gone";
      if (this.#count(selection, found) > 0) return "replaced";
      return this.#isCopy(selection, found) ? "twin" : "elsewhere";
    }
    if (found === null) return "lost";
    if (isExact(pieces, largest, found)) return "exact";
    const own = this.#count(selection, found);
    if (2 * own >= largest.own && 2 * own >= found.end - found.start) return "near";
    return this.#isCopy(selection, found) ? "copy" : "wrong";
  }

  /** Whether the letter at `index` is one of the selection's, or of a word that replaced one of its words. */
  #belongs({ start, end }: Selection, index: number): boolean {
    const origin = this.#origins[index] ?? 0;
    const letter = origin >= 0 ? origin : ~origin;
    return letter >= start && letter < end;
  }

  /** How many of a stretch's letters are the selection's. */
  #count(selection: Selection, { start, end }: Stretch): number {
    let count = 0;
    for (let i = start; i < end; i += 1) if (this.#belongs(selection, i)) count += 1;
    return count;
  }

  /** What is left of a selection: stretches without letters from elsewhere in between, if any own letter is in them. */
  #pieces(selection: Selection): Piece[] {
    const pieces: Piece[] = [];
    let start = -1;
    let end = -1;
    let survives = false;
    const close = () => {
      if (start >= 0 && survives) pieces.push({ start, end, own: this.#count(selection, { start, end }) });
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

  /** Whether the very words of the selection stand in a stretch, in the same context at least on one side. */
  #isCopy({ start, end }: Selection, found: Stretch): boolean {
    const { text } = this.#ledger;
    const words = lettersOf(text.slice(start, end));
    if (lettersOf(this.#letters.slice(found.start, found.end)) !== words) return false;
    if (words.length >= LONG_COPY) return true;
    const reach = 4 * COPY_CONTEXT;
    const before = lettersOf(text.slice(Math.max(0, start - reach), start)).slice(-COPY_CONTEXT);
    const after = lettersOf(text.slice(end, end + reach)).slice(0, COPY_CONTEXT);
    return (
      lettersOf(this.#letters.slice(Math.max(0, found.start - COPY_CONTEXT), found.start)) === before ||
      lettersOf(this.#letters.slice(found.end, found.end + COPY_CONTEXT)) === after
    );
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

/**
 * Whether a stretch is just what is left of a passage. Where the passage was torn apart, any piece will do that has at
 * least half as many letters as the largest, and so will all of them together with what came between, unless that is
 * more than they are.
 */
function isExact(pieces: readonly Piece[], largest: Piece, found: Stretch): boolean {
  const isSame = (stretch: Stretch) => stretch.start === found.start && stretch.end === found.end;
  if (pieces.some((piece) => isSame(piece) && 2 * piece.own >= largest.own)) return true;
  const start = pieces[0]?.start ?? 0;
  const end = pieces.at(-1)?.end ?? 0;
  const own = pieces.reduce((sum, piece) => sum + piece.own, 0);
  return isSame({ start, end }) && 2 * own >= end - start;
}
