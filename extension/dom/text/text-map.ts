import type { Span } from "../../../src/text/span.ts";
import { lettersOf } from "./letters.ts";

/** A stretch of text copied letter for letter from one text node. */
export interface TextRun {
  /** Where the stretch begins in the map's text, and in the node's data; UTF-16 code units. */
  readonly start: number;
  readonly node: Text;
  readonly nodeStart: number;
  readonly length: number;
}

/** A text gathered from text nodes, and the way back to them. Runs are in the order of the text. */
export interface TextMap {
  readonly text: string;
  readonly runs: readonly TextRun[];
}

/** What a user sees of a text node: all but white space, soft hyphens and other marks without width; single spaces in it. */
const VISIBLE_RUN = /[^\s\u00ad\u200b\u2060\ufeff]+(?: [^\s\u00ad\u200b\u2060\ufeff]+)*/g;

/** Gathers text nodes into one text, with white space collapsed as a user sees it. */
export class TextMapBuilder {
  #text = "";
  readonly #runs: TextRun[] = [];
  /** Nothing stands in the line yet. Kept apart, since to ask a growing text for its end copies it each time. */
  #atLineStart = true;
  /** White space that becomes a space when more text follows in the line. */
  #gap: { readonly node: Text; readonly nodeStart: number } | null = null;

  /** The length of the text so far, in UTF-16 code units, without white space at its end. */
  get length(): number {
    return this.#text.length;
  }

  /**
   * Adds a node's text. White space becomes one space, and none at the head or the end of a line.
   *
   * @param letters how much of it there is room for.
   */
  append(node: Text, letters: number = node.length): void {
    const data = lettersOf(node, letters);
    let end = 0;
    for (const match of data.matchAll(VISIBLE_RUN)) {
      this.#noteGap(data.slice(end, match.index), node, end);
      if (this.#gap !== null) this.#run(" ", this.#gap.node, this.#gap.nodeStart);
      this.#gap = null;
      this.#run(match[0], node, match.index);
      this.#atLineStart = false;
      end = match.index + match[0].length;
    }
    this.#noteGap(data.slice(end), node, end);
  }

  /** Adds what a user sees and no node holds: a quotation mark that the page's style draws. */
  draw(mark: string): void {
    if (this.#gap !== null) this.#run(" ", this.#gap.node, this.#gap.nodeStart);
    this.#gap = null;
    this.#text += mark;
    this.#atLineStart = false;
  }

  /** Begins a new line, unless the text is at the head of one already. */
  breakLine(): void {
    this.endLine();
    if (this.#atLineStart) return;
    this.#text += "\n";
    this.#atLineStart = true;
  }

  /** Forgets white space at the end of the text: what is added next belongs to another line. */
  endLine(): void {
    this.#gap = null;
  }

  build(): TextMap {
    return { text: this.#text, runs: this.#runs };
  }

  #noteGap(between: string, node: Text, nodeStart: number): void {
    if (this.#atLineStart || this.#gap !== null || between === "") return;
    const offset = between.search(/\s/);
    if (offset >= 0) this.#gap = { node, nodeStart: nodeStart + offset };
  }

  #run(text: string, node: Text, nodeStart: number): void {
    const last = this.#runs.at(-1);
    if (
      last &&
      last.node === node &&
      last.start + last.length === this.#text.length &&
      last.nodeStart + last.length === nodeStart
    ) {
      this.#runs[this.#runs.length - 1] = { ...last, length: last.length + text.length };
    } else {
      this.#runs.push({ start: this.#text.length, node, nodeStart, length: text.length });
    }
    this.#text += text;
  }
}

/** Whether two maps of one text lead to the same places in the same nodes. */
export function isSameMap(a: TextMap, b: TextMap): boolean {
  return (
    a.runs.length === b.runs.length &&
    a.runs.every((run, index) => {
      const other = b.runs[index];
      return (
        other !== undefined &&
        run.node === other.node &&
        run.start === other.start &&
        run.nodeStart === other.nodeStart &&
        run.length === other.length
      );
    })
  );
}

/**
 * The ranges that cover a span, one for each text node that it touches, so that nothing between the nodes is covered.
 * Empty where the nodes read otherwise, or have left the document, since the map was made: other words are never covered.
 */
export function rangesOf(map: TextMap, span: Span): Range[] {
  const ranges: Range[] = [];
  const first = countWhile(map.runs, (run) => run.start + run.length <= span.start);
  for (let i = first; i < map.runs.length; i += 1) {
    const run = map.runs[i];
    if (run === undefined || run.start >= span.end) break;
    const from = Math.max(span.start, run.start) - run.start + run.nodeStart;
    const to = Math.min(span.end, run.start + run.length) - run.start + run.nodeStart;
    if (from >= to) continue;
    if (!run.node.isConnected || !reads(run.node, from, to, map.text, from - run.nodeStart + run.start)) return [];
    const last = ranges.at(-1);
    if (last !== undefined && last.endContainer === run.node) {
      last.setEnd(run.node, to);
    } else {
      const range = new Range();
      range.setStart(run.node, from);
      range.setEnd(run.node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Whether a stretch of a node still is what stands in the text from `start` on; white space stands there as spaces. */
function reads(node: Text, from: number, to: number, text: string, start: number): boolean {
  const { data } = node;
  for (let i = from; i < to; i += 1) {
    const [now, then] = [data.charCodeAt(i), text.charCodeAt(start + i - from)];
    if (now !== then && !(then === SPACE && /\s/.test(data.charAt(i)))) return false;
  }
  return true;
}

const SPACE = 0x20;

/** The span of the map's text that a range covers, without white space at its ends, or `null` where it covers none. */
export function spanOf(map: TextMap, range: Range): Span | null {
  const head = range.cloneRange();
  head.collapse(true);
  const tail = range.cloneRange();
  tail.collapse(false);
  // Runs are in document order, so the ones that the range touches are neighbours.
  const from = countWhile(map.runs, (run) => compare(head, run.node, run.nodeStart + run.length) <= 0);
  const to = countWhile(map.runs, (run) => compare(tail, run.node, run.nodeStart) < 0);
  const first = map.runs[from];
  const last = map.runs[to - 1];
  if (first === undefined || last === undefined || to <= from) return null;
  if (!first.node.isConnected || !last.node.isConnected) return null;
  const skipped = range.startContainer === first.node ? Math.max(0, range.startOffset - first.nodeStart) : 0;
  const taken =
    range.endContainer === last.node ? Math.min(last.length, range.endOffset - last.nodeStart) : last.length;
  return trimmed(map.text, { start: first.start + skipped, end: last.start + taken });
}

function trimmed(text: string, span: Span): Span | null {
  const covered = text.slice(span.start, span.end);
  const content = covered.trim();
  if (content === "") return null;
  const start = span.start + covered.indexOf(content);
  return { start, end: start + content.length };
}

/** How many runs at the list's head a condition holds for that holds for none after the first exception. */
function countWhile(runs: readonly TextRun[], holds: (run: TextRun) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && holds(run)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a point stands before (-1), at (0) or after (1) a collapsed range; what is in a shadow tree stands at its host. */
function compare(range: Range, node: Node, offset: number): number {
  const own = range.startContainer.getRootNode();
  const root = node.getRootNode();
  if (root === own) return range.comparePoint(node, offset);
  if (root instanceof ShadowRoot && !isInside(own, root)) return compare(range, root.host, 0);
  if (!(own instanceof ShadowRoot)) return Number.NaN;
  const host = new Range();
  host.setStartBefore(own.host);
  return compare(host, node, offset);
}

/** Whether a tree stands in another, however deep. */
function isInside(root: Node, tree: ShadowRoot): boolean {
  if (!(root instanceof ShadowRoot)) return false;
  const around = root.host.getRootNode();
  return around === tree || isInside(around, tree);
}
