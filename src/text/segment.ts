import { ANALYSED_KINDS, type Article } from "./article.ts";
import type { Paragraph, TextDocument } from "./document.ts";
import { splitSentences } from "./sentences.ts";
import { type Span, textOf } from "./span.ts";
import { tokenise } from "./tokenise.ts";

/**
 * Makes an article's text ready for recognition: one paragraph for each part in which people, places and sources are
 * looked for, cut into sentences and tokens. A part that repeats an earlier one word for word names it in `repeatOf`.
 */
export function segment(article: Article): TextDocument {
  const { text } = article;
  const paragraphs: Paragraph[] = [];
  const seen = new Map<string, number>();
  for (const part of article.parts) {
    if (!ANALYSED_KINDS.has(part.kind)) continue;
    for (const { start, end } of withoutJoints(text, part, seen)) {
      const tokens = tokenise(text, start, end);
      if (tokens.length === 0) continue;
      const wording = wordingOf(text, { start, end });
      const repeatOf = seen.get(wording) ?? null;
      if (repeatOf === null) seen.set(wording, paragraphs.length);
      paragraphs.push({ start, end, kind: part.kind, sentences: splitSentences(text, tokens), repeatOf });
    }
  }
  return { text, paragraphs };
}

/** Pages build captions and titles by putting copies of the headline together: "headline | headline". */
const JOINT = /\s+\|\s+/g;

/** The pieces of a part that is nothing but earlier paragraphs joined by bars; else the part as a whole. */
function withoutJoints(text: string, part: Span, seen: ReadonlyMap<string, number>): Span[] {
  const { start, end } = part;
  const whole = [{ start, end }];
  const wording = textOf(text, part);
  if (!wording.includes("|")) return whole;
  const pieces: Span[] = [];
  let from = start;
  for (const joint of wording.matchAll(JOINT)) {
    pieces.push({ start: from, end: start + joint.index });
    from = start + joint.index + joint[0].length;
  }
  pieces.push({ start: from, end });
  return pieces.every((piece) => seen.has(wordingOf(text, piece))) ? pieces : whole;
}

/** White space that is no single space. */
const UNEVEN_SPACE = /[^\S ]| {2}/;

function wordingOf(text: string, span: Span): string {
  const wording = textOf(text, span).trim();
  return UNEVEN_SPACE.test(wording) ? wording.replace(/\s+/g, " ") : wording;
}
