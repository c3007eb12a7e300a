import { ANALYSED_KINDS, type Article } from "./article.ts";
import type { Paragraph, Sentence, TextDocument } from "./document.ts";
import { finish, type Steps } from "../slices.ts";
import { splitSentences } from "./sentences.ts";
import { type Span, textOf } from "./span.ts";
import { tokenise } from "./tokenise.ts";

/**
 * What is longer is no paragraph that a person wrote: it is cut between two sentences, in UTF-16 code units, so that
 * rules may read a paragraph back and forth.
 */
const MAX_PARAGRAPH = 8_000;

/**
 * Makes an article's text ready for recognition: one paragraph for each part in which people, places and sources are
 * looked for, cut into sentences and tokens. A part that repeats an earlier one word for word names it in `repeatOf`.
 */
export function segment(article: Article): TextDocument {
  return finish(segmentSteps(article));
}

/** The same as steps, one for each part. */
export function* segmentSteps(article: Article): Steps<TextDocument> {
  const { text } = article;
  const paragraphs: Paragraph[] = [];
  const seen = new Map<string, number>();
  for (const part of article.parts) {
    if (!ANALYSED_KINDS.has(part.kind)) continue;
    for (const piece of withoutJoints(text, part, seen)) {
      for (const { start, end, sentences } of paragraphsIn(text, piece)) {
        const wording = wordingOf(text, { start, end });
        const repeatOf = seen.get(wording) ?? null;
        if (repeatOf === null) seen.set(wording, paragraphs.length);
        paragraphs.push({ start, end, kind: part.kind, sentences, repeatOf });
      }
    }
    yield;
  }
  return { text, paragraphs };
}

interface Stretch extends Span {
  readonly sentences: readonly Sentence[];
}

/** The sentences of a stretch of text: one paragraph, or several where it is too long for one. */
function paragraphsIn(text: string, { start, end }: Span): Stretch[] {
  const sentences = splitSentences(text, tokenise(text, start, end));
  const firsts = sentences.length === 0 ? [] : [0];
  let from = start;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.end - from <= MAX_PARAGRAPH || index === 0) continue;
    firsts.push(index);
    from = sentence.start;
  }
  return firsts.map((first, index) => {
    const next = firsts[index + 1] ?? sentences.length;
    return {
      start: index === 0 ? start : (sentences[first]?.start ?? start),
      end: next === sentences.length ? end : (sentences[next - 1]?.end ?? end),
      sentences: sentences.slice(first, next),
    };
  });
}

/** Pages build captions and titles by putting copies of the headline together: "headline | headline". */
const JOINT = /(?<!\s)\s+\|\s+/g;

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
