import type { Span } from "../text/span.ts";

/** A stretch in quotation marks, the marks included. */
export interface QuotedSpan extends Span {
  /** False where the paragraph ends before a closing mark: the quote may go on in the next paragraph. */
  readonly closed: boolean;
}

const isSpaceOrOpener = (character: string): boolean => /[\s([{—–:/-]/.test(character);
const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
const OPENING = "“«„‟";
const CLOSING = "”»";

/** Words that begin with an apostrophe: no quotation mark. */
const ELISION = /^['’‘](?:\d0s|\d\d\b|em\b|til\b|till\b|cause\b|n\b|tis\b|twas\b|round\b|bout\b)/i;

/**
 * The stretches in quotation marks of each paragraph. A quote that is open at a paragraph's end goes on in the next where
 * that closes it before it opens another.
 */
export function quotedParagraphs(text: string, paragraphs: readonly Span[]): QuotedSpan[][] {
  let open = false;
  return paragraphs.map((paragraph) => {
    const end = open ? carriedEnd(text, paragraph) : -1;
    const spans = quotedSpans(text, end < 0 ? paragraph : { start: end, end: paragraph.end });
    if (end >= 0) spans.unshift({ start: paragraph.start, end, closed: true });
    open = spans.at(-1)?.closed === false;
    return spans;
  });
}

/** Where the first mark of a paragraph ends, if it can only close; else -1. */
function carriedEnd(text: string, { start, end }: Span): number {
  for (const [at, width] of marksIn(text, start, end)) {
    const after = at + width < end ? text.charAt(at + width) : " ";
    const closes = !OPENING.includes(text.charAt(at)) && at > start && /[\p{L}\p{N}.,!?…]/u.test(text.charAt(at - 1));
    return closes && !isWord(after) ? at + width : -1;
  }
  return -1;
}

/**
 * Finds the stretches in quotation marks within one paragraph. Single marks count only where the paragraph has no
 * double ones: there they are either apostrophes or quotes inside a quote.
 */
export function quotedSpans(text: string, { start, end }: Span): QuotedSpan[] {
  const doubled = doubleQuoted(text, start, end);
  return doubled.length > 0 ? doubled : singleQuoted(text, start, end);
}

function doubleQuoted(text: string, from: number, to: number): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let open = -1;
  let reached = from;
  let close = from - 1;
  for (const [at, width] of marksIn(text, from, to)) {
    if (at < reached) continue;
    const mark = text.charAt(at);
    const before = at > from ? text.charAt(at - 1) : " ";
    const after = at + width < to ? text.charAt(at + width) : " ";
    const mayOpen = isSpaceOrOpener(before) && /\S/.test(after);
    if (open < 0) {
      // A straight mark that touches a digit on its left is a measure of length.
      const opens =
        OPENING.includes(mark) || mayOpen || (!CLOSING.includes(mark) && /['‘(]/.test(before) && isWord(after));
      if (opens) open = at;
    } else if (OPENING.includes(mark)) {
      // A quote inside one that opened with a straight mark: "It isn't about “justice” any more".
      if (close < at) close = nextClosing(text, at, to);
      const nested = !OPENING.includes(text.charAt(open)) && at > open + 1 && close < to;
      const closes = /[.,!?]/.test(before) && !isWord(after);
      // Else a second opening mark without a closing one between: a paragraph's own mark inside a longer quote.
      if (nested) reached = close + 1;
      else if (closes) {
        spans.push({ start: open, end: at + width, closed: true });
        open = -1;
      }
    } else if (!CLOSING.includes(mark) && mayOpen && /\s/.test(before) && /[.!?,]\s*$/.test(text.slice(open, at))) {
      // A straight mark that can only open: the closing one before it was forgotten.
      spans.push({ start: open, end: at, closed: true });
      open = at;
    } else {
      // ''He called it 'old-school,''': a single mark closes before the double one.
      const end = width === 2 && after === mark ? at + width + 1 : at + width;
      spans.push({ start: open, end, closed: true });
      open = -1;
    }
  }
  if (open >= 0 && to - open > 2) spans.push({ start: open, end: to, closed: false });
  return spans;
}

function nextClosing(text: string, from: number, to: number): number {
  const at = text.slice(from, to).indexOf("”");
  return at < 0 ? to : from + at;
}

const DOUBLE_MARKS = /["“«„‟”»]|''|``/g;

/** Every double mark from `from` to `to`, one at a time: where it stands and how long it is. */
function* marksIn(text: string, from: number, to: number): Generator<readonly [at: number, width: number]> {
  for (const { index, 0: mark } of text.slice(from, to).matchAll(DOUBLE_MARKS)) yield [from + index, mark.length];
}

function singleQuoted(text: string, from: number, to: number): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  const closings = singleClosings(text, from, to);
  let next = 0;
  let reached = from;
  for (const { index: at } of text.slice(from, to).matchAll(/['‘]/g)) {
    const open = from + at;
    if (open < reached || !opensSingle(text, open, from, to)) continue;
    while (next < closings.length && (closings[next]?.at ?? to) < open + 2) next += 1;
    const close = closings[next]?.close ?? -1;
    if (close < 0) continue;
    spans.push({ start: open, end: close + 1, closed: true });
    reached = close + 1;
  }
  return spans;
}

function opensSingle(text: string, at: number, from: number, to: number): boolean {
  const mark = text.charAt(at);
  if (mark !== "'" && mark !== "‘") return false;
  const before = at > from ? text.charAt(at - 1) : " ";
  return (
    isSpaceOrOpener(before) &&
    at + 1 < to &&
    isWord(text.charAt(at + 1)) &&
    !ELISION.test(text.slice(at, Math.min(to, at + 7)))
  );
}

/** A mark at which a quote may close, and where one closes that is open before it (-1: nowhere). */
interface SingleClosing {
  readonly at: number;
  readonly close: number;
}

/**
 * The marks at which single quotes may close, in order. A plural possessive ("the workers' pay") is taken for one only
 * where nothing better follows; nothing is looked for behind an opening mark.
 */
function singleClosings(text: string, from: number, to: number): SingleClosing[] {
  const closings: SingleClosing[] = [];
  let sure = -1;
  for (let at = to - 1; at > from; at -= 1) {
    const mark = text.charAt(at);
    if (mark === "‘") {
      sure = -1;
      closings.push({ at, close: -1 });
    }
    if (mark !== "'" && mark !== "’") continue;
    const before = text.charAt(at - 1);
    const after = at + 1 < to ? text.charAt(at + 1) : " ";
    if (isWord(after) || /\s/.test(before)) continue;
    if (before !== "s" || !/\s/.test(after)) sure = at;
    closings.push({ at, close: sure < 0 ? at : sure });
  }
  return closings.toReversed();
}
