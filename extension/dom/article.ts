import type { Article, ArticleFacts, Part } from "../../src/article/article.ts";
import { completeFacts, stateFacts } from "../../src/article/facts.ts";
import { labelParts } from "../../src/article/parts.ts";
import type { LabelledBlock } from "../../src/article/parts.ts";
import { readOutline } from "./outline.ts";
import type { LiveOutline } from "./outline.ts";
import { readPageData } from "./structured.ts";
import { TextMapBuilder } from "./text-map.ts";
import type { TextMap } from "./text-map.ts";
import { isClippedAway } from "./visibility.ts";

/** An article as it stands in the page now. `map.text` is `article.text`. */
export interface LiveArticle {
  readonly article: Article;
  readonly facts: ArticleFacts;
  readonly map: TextMap;
}

/**
 * Reads the story out of the live page without changing it: its parts, what the page states about it, and the way from
 * its text back to the text nodes. `null` where the page has no running text. Cheap enough to be called again whenever
 * the page has changed.
 */
export function readArticle(document: Document, url: string): LiveArticle | null {
  if (document.body === null) return null;
  const stated = stateFacts(readPageData(document, url));
  const live = readOutline(document.body);
  const labelled = labelParts(live.outline, stated).filter(({ block }) => isSeen(live, block));
  if (!labelled.some(({ kind }) => kind === "body" || kind === "lead")) return null;
  const { map, parts } = gather(live, labelled);
  const headline = labelled.find(({ kind }) => kind === "headline")?.block ?? -1;
  return {
    article: { text: map.text, parts, language: languageOf(document) },
    facts: completeFacts(stated, live.outline, headline),
    map,
  };
}

function isSeen(live: LiveOutline, block: number): boolean {
  const index = live.outline.blocks[block]?.element;
  const element = index === undefined ? undefined : live.elements[index];
  return element === undefined || !isClippedAway(element);
}

/** One text of all parts, each beginning a line, and the spans of the parts in it. */
function gather(live: LiveOutline, labelled: readonly LabelledBlock[]): { map: TextMap; parts: readonly Part[] } {
  const builder = new TextMapBuilder();
  const parts: Part[] = [];
  for (const { block, kind } of labelled) {
    builder.breakLine();
    const start = builder.length;
    for (const piece of live.pieces[block] ?? []) {
      if (piece === "break") builder.breakLine();
      else builder.append(piece);
    }
    builder.endLine();
    if (builder.length > start) parts.push({ kind, start, end: builder.length });
  }
  return { map: builder.build(), parts };
}

function languageOf(document: Document): string | null {
  const declared =
    document.documentElement.lang ||
    (document.querySelector("meta[http-equiv='content-language' i]")?.getAttribute("content") ?? "");
  return /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(declared.trim()) ? declared.trim().replaceAll("_", "-") : null;
}
