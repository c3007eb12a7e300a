import type { Span } from "../../src/text/span.ts";

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

/** What a reader sees of a text node: all but white space, soft hyphens and other marks without width; single spaces in it. */
const VISIBLE_RUN = /[^\s\u00ad\u200b\u2060\ufeff]+(?: [^\s\u00ad\u200b\u2060\ufeff]+)*/g;

/** Gathers text nodes into one text, with white space collapsed as a reader sees it. */
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

  /** Adds a node's text. White space becomes one space, and none at the head or the end of a line. */
  append(node: Text): void {
    const { data } = node;
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

/** The index of the last run that begins at or before `offset`, or -1. */
function runAt(runs: readonly TextRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The ranges that cover a span, one for each text node that it touches, so that nothing between the nodes is covered.
 * Empty where the nodes have changed or left the document since the map was made.
 */
export function rangesOf(map: TextMap, span: Span): Range[] {
  const ranges: Range[] = [];
  for (let i = Math.max(0, runAt(map.runs, span.start)); i < map.runs.length; i += 1) {
    const run = map.runs[i];
    if (run === undefined || run.start >= span.end) break;
    const from = Math.max(span.start, run.start) - run.start + run.nodeStart;
    const to = Math.min(span.end, run.start + run.length) - run.start + run.nodeStart;
    if (from >= to) continue;
    if (!run.node.isConnected || to > run.node.length) return [];
    const last = ranges.at(-1);
    if (last !== undefined && last.endContainer === run.node) {
      last.setEnd(run.node, to);
    } else {
      const range = run.node.ownerDocument.createRange();
      range.setStart(run.node, from);
      range.setEnd(run.node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/** The span of the map's text that a range covers, without white space at its ends, or `null` where it covers none. */
export function spanOf(map: TextMap, range: Range): Span | null {
  // Runs are in document order, so the ones inside the range are neighbours.
  const isBefore = (run: TextRun) => range.comparePoint(run.node, run.nodeStart + run.length) <= 0 && !endsInside(run);
  const endsInside = (run: TextRun) =>
    range.comparePoint(run.node, run.nodeStart + run.length) === 0 && !startsAtEnd(run);
  const startsAtEnd = (run: TextRun) =>
    range.startContainer === run.node && range.startOffset >= run.nodeStart + run.length;
  let low = 0;
  let high = map.runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = map.runs[middle];
    if (run !== undefined && isBefore(run)) low = middle + 1;
    else high = middle;
  }
  let start = -1;
  let end = -1;
  for (let i = low; i < map.runs.length; i += 1) {
    const run = map.runs[i];
    if (run === undefined) break;
    const from = range.startContainer === run.node ? Math.max(run.nodeStart, range.startOffset) : run.nodeStart;
    const runEnd = run.nodeStart + run.length;
    const to = range.endContainer === run.node ? Math.min(runEnd, range.endOffset) : runEnd;
    if (range.comparePoint(run.node, from) > 0) break;
    if (from >= to) continue;
    if (start < 0) start = run.start + from - run.nodeStart;
    end = run.start + to - run.nodeStart;
  }
  if (start < 0) return null;
  const text = map.text.slice(start, end);
  const trimmed = text.trim();
  if (trimmed === "") return null;
  start += text.indexOf(trimmed);
  return { start, end: start + trimmed.length };
}
