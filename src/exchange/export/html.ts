import type { Annotation } from "../../annotation/records/annotation.ts";
import { parseMarkdown } from "../../markup/markdown.ts";
import type { Block, Inline } from "../../markup/markup.ts";
import { passageLink } from "../../page/passage-link.ts";
import { type ArticleExport, colourNameOf, type ExportContext } from "./article.ts";
import { escapeHtml } from "./escape.ts";
import type { FileFormat } from "./format.ts";

const STYLE = `
:root { color-scheme: light dark; color: CanvasText; background: Canvas; }
body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
article { margin: 3rem 0; }
blockquote { margin: 1.5rem 0 0.5rem; padding: 0.25rem 1rem; border-inline-start: 0.3rem solid; }
.yellow { border-color: #d8a800; } .green { border-color: #3a9a4e; } .blue { border-color: #2f74d0; } .pink { border-color: #d0488c; }
pre { white-space: pre-wrap; }
.about { font: 0.875rem/1.5 system-ui, sans-serif; }
@media print { article { break-inside: avoid-page; } }
`;

/**
 * A report that stands alone: one file without scripts that loads nothing, for browsers and word processors. Every word
 * of the user's and of pages is text.
 */
export const HTML: FileFormat = {
  kind: "file",
  ending: "html",
  mediaType: "text/html",
  open: (context) => ({
    begin: headHtml(context),
    article: (article) => articleHtml(article, context),
    end: "</main></body></html>\n",
  }),
};

function headHtml({ words, made }: ExportContext): string {
  return [
    "<!doctype html>",
    `<html lang="${escapeHtml(words.language)}"><head><meta charset="utf-8">`,
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(words.title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(words.title)}</h1><p class="about">${escapeHtml(words.day(made.toISOString()))}</p>\n`,
  ].join("\n");
}

function articleHtml(article: ArticleExport, context: ExportContext): string {
  const day = article.published === null ? null : context.words.day(article.published);
  const origin = [article.bylines.join(", "), article.outlet, day].filter((piece) => piece !== null && piece !== "");
  const title = article.title === "" ? article.source : article.title;
  const onNames = article.nameNotes.map(
    ({ subject, body }) =>
      `<section><h4 dir="auto">${escapeHtml(subject.name)}</h4>${noteHtml(body.note)}${tagsHtml(body.tags)}</section>`,
  );
  return [
    `<article><h2 dir="auto">${linkHtml(article.source, escapeHtml(title))}</h2>`,
    origin.length === 0 ? "" : `<p class="about" dir="auto">${escapeHtml(origin.join(" · "))}</p>`,
    ...article.annotations.map((annotation) => highlightHtml(annotation, context)),
    onNames.length === 0 ? "" : `<h3>${escapeHtml(context.words.onNames)}</h3>`,
    ...onNames,
    "</article>\n",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function highlightHtml({ target, body }: Annotation, context: ExportContext): string {
  const { exact } = target.selectors.quote;
  const lines = exact
    .trim()
    .split(/\s*\n\s*/)
    .map(escapeHtml)
    .join("<br>");
  const about = [colourNameOf(body.colour, context), ...body.tags.map((tag) => `#${tag}`)].map(escapeHtml).join(" · ");
  return [
    `<blockquote class="${body.colour}" dir="auto" cite="${escapeHtml(target.source)}"><p>${lines}</p></blockquote>`,
    noteHtml(body.note),
    `<p class="about">${linkHtml(passageLink(target.source, exact), about)}</p>`,
  ].join("");
}

const tagsHtml = (tags: readonly string[]): string =>
  tags.length === 0 ? "" : `<p class="about">${tags.map((tag) => escapeHtml(`#${tag}`)).join(" · ")}</p>`;

/** A link, to the web and nowhere else. @param inner HTML. */
function linkHtml(href: string, inner: string): string {
  return /^(?:https?:|mailto:)/i.test(href) ? `<a href="${escapeHtml(href)}" rel="noreferrer">${inner}</a>` : inner;
}

/** What a note's Markdown says, as HTML. */
function noteHtml(note: string): string {
  return note.trim() === "" ? "" : `<div dir="auto">${parseMarkdown(note).map(blockHtml).join("")}</div>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inlinesHtml(block.children)}</p>`;
    case "heading":
      return `<p><strong>${inlinesHtml(block.children)}</strong></p>`;
    case "quote":
      return `<blockquote>${block.children.map(blockHtml).join("")}</blockquote>`;
    case "code-block":
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case "rule":
      return "<hr>";
    case "list": {
      const items = block.items.map((item) => `<li>${item.map(blockHtml).join("")}</li>`).join("");
      return block.start === null ? `<ul>${items}</ul>` : `<ol start="${block.start}">${items}</ol>`;
    }
  }
}

const TAGS = { emphasis: "em", strong: "strong", struck: "s" } as const;

const inlinesHtml = (inlines: readonly Inline[]): string => inlines.map(inlineHtml).join("");

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return escapeHtml(inline.text);
    case "code":
      return `<code>${escapeHtml(inline.text)}</code>`;
    case "break":
      return "<br>";
    case "link":
      return linkHtml(inline.href, inlinesHtml(inline.children));
    default:
      return `<${TAGS[inline.kind]}>${inlinesHtml(inline.children)}</${TAGS[inline.kind]}>`;
  }
}
