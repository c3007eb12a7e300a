import type { ArticleExport, ExportContext } from "./article.ts";

/**
 * A format of one file, written piece by piece: the pieces joined are the file, so that its size is bounded by the disk
 * and not by memory.
 */
export interface FileFormat {
  readonly kind: "file";
  /** The file's ending, without the dot. */
  readonly ending: string;
  /** As in `Content-Type`, without parameters; the text is UTF-8. */
  readonly mediaType: string;
  readonly open: (context: ExportContext) => FileWriter;
}

/** One file that is being written. */
export interface FileWriter {
  /** What stands before the first article. */
  readonly begin: string;
  /** The next article's piece. */
  readonly article: (article: ArticleExport) => string;
  /** What stands after the last article. */
  readonly end: string;
}

/** A format of one file for each article, which a zip archive holds. */
export interface FolderFormat {
  readonly kind: "folder";
  readonly open: (context: ExportContext) => FolderWriter;
}

/** Gives the next article's file: its name, unique within the archive, and its text. */
export type FolderWriter = (article: ArticleExport) => { readonly name: string; readonly text: string };

/** The whole text of a file, for what is short: a selection that goes to the clipboard. */
export function writeWhole(format: FileFormat, articles: readonly ArticleExport[], context: ExportContext): string {
  const writer = format.open(context);
  return [writer.begin, ...articles.map(writer.article), writer.end].join("");
}

/** Writes the items of a JSON array as they come, one a line, with the commas between them. */
export function jsonItems(): (items: readonly unknown[]) => string {
  let written = 0;
  return (items) =>
    items
      .map((item) => {
        written += 1;
        return `${written === 1 ? "" : ","}\n${JSON.stringify(item)}`;
      })
      .join("");
}
