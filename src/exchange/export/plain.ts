import { parseMarkdown } from "../../markup/markdown.ts";
import { plainText } from "../../markup/plain-text.ts";
import { type ArticleExport, colourNameOf, type ExportContext } from "./article.ts";
import type { FileFormat } from "./format.ts";

/** Plain text, as it is read in a mail: what stands below each article, with nothing to be rendered. */
export const PLAIN: FileFormat = {
  kind: "file",
  ending: "txt",
  mediaType: "text/plain",
  open: (context) => ({ begin: "", article: (article) => `${articleText(article, context)}\n\n\n`, end: "" }),
};

function articleText(article: ArticleExport, context: ExportContext): string {
  const day = article.published === null ? null : context.words.day(article.published);
  const origin = [article.bylines.join(", "), article.outlet, day].filter((piece) => piece !== null && piece !== "");
  const head = [article.title, origin.join(" · "), article.source].filter((line) => line !== "");
  const highlights = article.annotations.map(({ target, body }) =>
    [
      `“${target.selectors.quote.exact.trim()}”`,
      said(body.note),
      [colourNameOf(body.colour, context), ...body.tags.map((tag) => `#${tag}`)].join(" · "),
    ].filter((line) => line !== ""),
  );
  const onNames = article.nameNotes.map(({ subject, body }) =>
    [`${subject.name}: ${said(body.note)}`, body.tags.map((tag) => `#${tag}`).join(" · ")].filter(
      (line) => line !== "",
    ),
  );
  const blocks = [head, ...highlights, ...onNames].map((lines) => lines.join("\n"));
  return blocks.join("\n\n");
}

const said = (note: string): string => plainText(parseMarkdown(note));
