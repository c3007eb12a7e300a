import { strToU8, Zip, ZipDeflate } from "fflate";
import type { ArticleExport, ExportContext } from "../../src/exchange/export/article.ts";
import { FILE_FORMATS, type FileFormatName } from "../../src/exchange/export/formats.ts";
import { obsidian } from "../../src/exchange/export/markdown.ts";
import { dateText, message } from "../locale/message.ts";
import type { Database } from "../store/database.ts";
import { colourNames } from "../store/queries.ts";
import { colourName } from "../ui/texts/colour-name.ts";
import { articlesOf, countOf, type Scope } from "./articles.ts";
import { Pieces } from "./pieces.ts";

/** A format that the user can choose: one of a single file, or a folder for Obsidian with its template. */
export type Chosen = { readonly format: FileFormatName } | { readonly format: "obsidian"; readonly template: string };

/** How far an export or import is: so many of so many. */
export type Progress = (done: number, of: number) => void;

/** A file that was made. */
export interface Made {
  readonly name: string;
  readonly blob: Blob;
}

/**
 * Writes what the user keeps into a file. It is read in batches, so that memory does not grow with it.
 *
 * @throws `AbortError` where the signal ends it, and what the database throws.
 */
export async function exportFile(
  database: Database,
  scope: Scope,
  chosen: Chosen,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Made> {
  const context = await exportContext(database, await countOf(database, scope));
  const day = context.made.toISOString().slice(0, 10);
  if (chosen.format === "obsidian") {
    const blob = await zipOf(database, scope, chosen.template, context, signal, onProgress);
    return { name: `sourceline-${day}.zip`, blob };
  }
  const format = FILE_FORMATS[chosen.format];
  const writer = format.open(context);
  const pieces = new Pieces();
  pieces.text(writer.begin);
  await eachArticle(database, scope, context, signal, onProgress, (article) => pieces.text(writer.article(article)));
  pieces.text(writer.end);
  return { name: `sourceline-${day}.${format.ending}`, blob: pieces.blob(format.mediaType) };
}

/** The note that Obsidian's format makes of an article, with its name; `null` where nothing is kept on it any more. */
export async function obsidianNote(
  database: Database,
  page: string,
  template: string,
): Promise<{ readonly name: string; readonly text: string } | null> {
  const write = obsidian(template).open(await exportContext(database, 0));
  for await (const [article] of articlesOf(database, { kind: "pages", pages: [page] })) {
    if (article === undefined) continue;
    const { name, text } = write(article);
    return { name: name.replace(/\.md$/, ""), text };
  }
  return null;
}

/** What formats are told beside the articles. */
export async function exportContext(database: Database, total: number): Promise<ExportContext> {
  const names = await colourNames(database);
  return {
    made: new Date(),
    total,
    colourNames: names,
    words: {
      language: message("textLanguage"),
      title: message("exportTitle"),
      onNames: message("exportOnNames"),
      day: dateText,
      colour: (colour) => colourName(colour, {}),
    },
  };
}

async function eachArticle(
  database: Database,
  scope: Scope,
  { total }: ExportContext,
  signal: AbortSignal,
  onProgress: Progress,
  write: (article: ArticleExport) => void,
): Promise<void> {
  let done = 0;
  onProgress(0, total);
  for await (const articles of articlesOf(database, scope)) {
    signal.throwIfAborted();
    done += eachOf(articles, write);
    onProgress(Math.min(done, total), total);
  }
}

/** Writes articles, and gives how many highlights and notes they had. */
function eachOf(articles: readonly ArticleExport[], write: (article: ArticleExport) => void): number {
  for (const article of articles) write(article);
  return articles.reduce((sum, { annotations, nameNotes }) => sum + annotations.length + nameNotes.length, 0);
}

async function zipOf(
  database: Database,
  scope: Scope,
  template: string,
  context: ExportContext,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Blob> {
  const pieces = new Pieces();
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    pieces.bytes(data);
  });
  const write = obsidian(template).open(context);
  await eachArticle(database, scope, context, signal, onProgress, (article) => {
    const { name, text } = write(article);
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(strToU8(text), true);
  });
  zip.end();
  return pieces.blob("application/zip");
}
