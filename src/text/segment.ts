import { ANALYSED_KINDS, type Article } from "../article/article.ts";
import type { Paragraph, TextDocument } from "./document.ts";
import { splitSentences } from "./sentences.ts";
import { textOf } from "./span.ts";
import { tokenise } from "./tokenise.ts";

/**
 * Makes an article's text ready for recognition: one paragraph for each part in which people, places and sources are
 * looked for, cut into sentences and tokens. A part that repeats an earlier one word for word names it in `repeatOf`.
 */
export function segment(article: Article): TextDocument {
  const { text } = article;
  const paragraphs: Paragraph[] = [];
  const seen = new Map<string, number>();
  for (const { start, end, kind } of article.parts) {
    if (!ANALYSED_KINDS.has(kind)) continue;
    const tokens = tokenise(text, start, end);
    if (tokens.length === 0) continue;
    const wording = textOf(text, { start, end }).trim().replace(/\s+/g, " ");
    const repeatOf = seen.get(wording) ?? null;
    if (repeatOf === null) seen.set(wording, paragraphs.length);
    paragraphs.push({ start, end, kind, sentences: splitSentences(text, tokens), repeatOf });
  }
  return { text, paragraphs };
}
