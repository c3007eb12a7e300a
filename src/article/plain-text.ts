import type { Article, Part } from "../text/article.ts";

/** Takes a plain text for an article: every line that is not blank is a paragraph of its body. */
export function articleOfPlainText(text: string): Article {
  const parts: Part[] = [];
  let start = 0;
  while (start <= text.length) {
    const lineBreak = text.indexOf("\n", start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    if (text.slice(start, end).trim() !== "") parts.push({ kind: "body", start, end });
    start = end + 1;
  }
  return { text, parts, language: null };
}
