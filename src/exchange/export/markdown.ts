import { dump } from "js-yaml";
import { passageLink } from "../../page/passage-link.ts";
import { type ArticleExport, colourNameOf, type ExportContext } from "./article.ts";
import { escapeMarkdown } from "./escape.ts";
import { fileName } from "./file-name.ts";
import type { FileFormat, FolderFormat } from "./format.ts";
import { withSingleSpaces } from "../../text/fold.ts";
import { siteName } from "../../page/address.ts";
import { readTemplate, type Template, type View } from "./template.ts";

/** What an article's file looks like below its front matter, where the user has chosen nothing else. */
export const TEMPLATE = `# {{title}}

{{#byline}}{{byline}}. {{/byline}}{{#outlet}}{{outlet}}{{/outlet}}{{#date}}, {{date}}{{/date}}
<{{{url}}}>

{{#highlights}}
{{{quote}}}

^{{{block}}}

{{#note}}
{{{note}}}

{{/note}}
{{#tagged}}
{{{tagged}}}

{{/tagged}}
{{/highlights}}
{{#hasNames}}
## {{namesHeading}}

{{#names}}
**{{name}}**: {{{note}}} {{{tagged}}} ^{{{block}}}

{{/names}}
{{/hasNames}}`;

/**
 * One Markdown file an article, as Obsidian reads it: front matter, then what the template makes.
 *
 * @throws where the template can't be used, which `readTemplate` tells beforehand.
 */
export function obsidian(template: string): FolderFormat {
  const fill = usable(template);
  return {
    kind: "folder",
    open: (context) => {
      const taken = new Set<string>();
      return (article) => ({
        name: `${fileName(article.title === "" ? siteName(article.source) : article.title, taken)}.md`,
        text: `${frontMatter(article, context)}\n${articleText(article, context, fill)}`,
      });
    },
  };
}

const inOneText = (template: string): FileFormat => ({
  kind: "file",
  ending: "md",
  mediaType: "text/markdown",
  open: (context) => {
    const fill = usable(template);
    return { begin: "", article: (article) => `${articleText(article, context, fill)}\n`, end: "" };
  },
});

/** One Markdown text for all articles. */
export const MARKDOWN = inOneText(TEMPLATE);

/** The same to be pasted anywhere: each passage with the way to it, and none with a name that only Obsidian knows. */
export const CLIPPING = inOneText(TEMPLATE.replace("^{{{block}}}", "<{{{link}}}>").replace(" ^{{{block}}}", ""));

function usable(template: string): Template {
  const read = readTemplate(template);
  if (!read.ok) throw new Error(`the template can't be used: ${read.error.kind}, line ${read.error.line}`);
  return read.value;
}

/** The article by what is known of it, as YAML between two lines of hyphens. */
function frontMatter(article: ArticleExport, { made }: ExportContext): string {
  const tags = [...article.annotations, ...article.nameNotes].flatMap(({ body }) => body.tags.map(tagWord));
  const known = {
    title: article.title,
    author: article.bylines,
    outlet: article.outlet,
    published: article.published,
    url: article.source,
    tags: [...new Set(tags)],
    exported: made.toISOString(),
  };
  const told = Object.entries(known).filter(([, value]) => value !== null && value.length > 0);
  return `---\n${dump(Object.fromEntries(told), { lineWidth: -1 })}---\n`;
}

/** What the template makes of an article. */
function articleText(article: ArticleExport, context: ExportContext, fill: Template): string {
  const view: View = {
    title: withSingleSpaces(article.title),
    byline: article.bylines.join(", "),
    outlet: article.outlet ?? "",
    published: article.published ?? "",
    date: article.published === null ? "" : context.words.day(article.published),
    url: article.source,
    site: siteName(article.source),
    namesHeading: context.words.onNames,
    hasNames: article.nameNotes.length > 0,
    highlights: article.annotations.map(({ id, target, body, created }) => ({
      ...bodyView(id, created, body),
      text: withSingleSpaces(target.selectors.quote.exact),
      quote: quoted(target.selectors.quote.exact),
      colour: colourNameOf(body.colour, context),
      link: passageLink(target.source, target.selectors.quote.exact),
    })),
    names: article.nameNotes.map(({ id, subject, body, created }) => ({
      ...bodyView(id, created, body),
      name: subject.name,
      kind: subject.kind,
    })),
  };
  const text = fill(view);
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

function bodyView(id: string, created: string, { note, tags }: ArticleExport["annotations"][number]["body"]): View {
  const words = tags.map((tag) => `#${tagWord(tag)}`);
  return { note: note.trim(), tags: words, tagged: words.join(" "), block: `s-${id.slice(0, 8)}`, created };
}

/** The page's words as a block quote. */
const quoted = (text: string): string =>
  escapeMarkdown(text.trim())
    .split("\n")
    .map((line) => `> ${line.trim()}`.trimEnd())
    .join("\n");

/** A tag as Obsidian has them: letters, digits, `_`, `-` and `/`, and not digits alone. */
function tagWord(tag: string): string {
  const word = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, "-").replace(/^-+|-+$/g, "");
  return /^\d*$/.test(word) ? `_${word}` : word;
}
