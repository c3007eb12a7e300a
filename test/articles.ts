import type { Article, PartKind } from "../src/text/article.ts";

/** An article in English, made of these parts. */
export function articleOf(...parts: readonly (readonly [PartKind, string])[]): Article {
  let text = "";
  const placed = parts.map(([kind, content]) => {
    const start = text.length;
    text += `${content}\n`;
    return { kind, start, end: start + content.length };
  });
  return { text, parts: placed, language: "en" };
}
