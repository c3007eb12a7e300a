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
  for (let at = start; at < end; at += 1) {
    const width = markWidth(text, at);
    if (width === 0) continue;
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
  for (let at = from; at < to; at += 1) {
    const width = markWidth(text, at);
    if (width === 0) continue;
    const mark = text.charAt(at);
    const before = at > from ? text.charAt(at - 1) : " ";
    const after = at + width < to ? text.charAt(at + width) : " ";
    const mayOpen = isSpaceOrOpener(before) && /\S/.test(after);
    if (open < 0) {
      // A straight mark that touches a digit on its left is a measure of length.
      const opens =
        OPENING.includes(mark) || mayOpen || (!CLOSING.includes(mark) && /['‘(]/.test(before) && isWord(after));
      if (opens) open = at;
    } else if (OPENING.includes(mark) && nestedEnd(text, at, open, to) > at) {
      at = nestedEnd(text, at, open, to);
      continue;
    } else if (OPENING.includes(mark) && !(/[.,!?]/.test(before) && !isWord(after))) {
      // A second opening mark without a closing one between: a paragraph's own mark inside a longer quote.
    } else if (!CLOSING.includes(mark) && mayOpen && /\s/.test(before) && /[.!?,]\s*$/.test(text.slice(open, at))) {
      // A straight mark that can only open: the closing one before it was forgotten.
      spans.push({ start: open, end: at, closed: true });
      open = at;
    } else {
      spans.push({ start: open, end: at + width, closed: true });
      open = -1;
    }
    at += width - 1;
  }
  if (open >= 0 && to - open > 2) spans.push({ start: open, end: to, closed: false });
  return spans;
}

/** The closing mark of a quote inside one that opened with a straight mark: "It isn't about “justice” any more". */
function nestedEnd(text: string, at: number, open: number, to: number): number {
  if (OPENING.includes(text.charAt(open)) || at === open + 1) return -1;
  const close = text.indexOf("”", at);
  return close < to ? close : -1;
}

function markWidth(text: string, at: number): number {
  const mark = text.charAt(at);
  if (mark === '"' || OPENING.includes(mark) || CLOSING.includes(mark)) return 1;
  return (mark === "'" || mark === "`") && text.charAt(at + 1) === mark ? 2 : 0;
}

function singleQuoted(text: string, from: number, to: number): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  for (let at = from; at < to; at += 1) {
    if (!opensSingle(text, at, from, to)) continue;
    const close = closingSingle(text, at, to);
    if (close < 0) continue;
    spans.push({ start: at, end: close + 1, closed: true });
    at = close;
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

/** The closing mark; a plural possessive ("the workers' pay") is taken for one only where nothing better follows. */
function closingSingle(text: string, open: number, to: number): number {
  let doubtful = -1;
  for (let at = open + 2; at < to; at += 1) {
    const mark = text.charAt(at);
    if (mark === "‘") break;
    if (mark !== "'" && mark !== "’") continue;
    const before = text.charAt(at - 1);
    const after = at + 1 < to ? text.charAt(at + 1) : " ";
    if (isWord(after) || /\s/.test(before)) continue;
    if (before !== "s" || !/\s/.test(after)) return at;
    if (doubtful < 0) doubtful = at;
  }
  return doubtful;
}
