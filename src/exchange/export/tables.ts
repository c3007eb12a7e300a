import Papa from "papaparse";
import { type ArticleExport, colourNameOf, type ExportContext } from "./article.ts";
import type { FileFormat } from "./format.ts";

/** Formats of rows and columns. */

/** A table's columns and the rows that an article gives. */
function table(
  isSheet: boolean,
  columns: readonly string[],
  rowsOf: (article: ArticleExport, context: ExportContext) => Cell[][],
): FileFormat {
  return {
    kind: "file",
    ending: "csv",
    mediaType: "text/csv",
    open: (context) => ({
      // The byte order mark: without it spreadsheets take UTF-8 for something older.
      begin: `\uFEFF${rowsText([[...columns]], isSheet)}`,
      article: (article) => rowsText(rowsOf(article, context), isSheet),
      end: "",
    }),
  };
}

type Cell = string | null;

/** How a cell begins that a spreadsheet runs as a formula (OWASP, CSV injection), or that reads as one kept from that. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * Rows as RFC 4180 has them.
 *
 * @param isSheet whether a spreadsheet will open it: what it would run is kept from it by an apostrophe.
 */
function rowsText(rows: readonly Cell[][], isSheet: boolean): string {
  if (rows.length === 0) return "";
  return `${Papa.unparse(rows as Cell[][], { newline: "\r\n", escapeFormulae: isSheet && FORMULA })}\r\n`;
}

/**
 * Everything that people ask of a table: one row a highlight or note. A note on a name has the name's kind. By the ids it
 * is known again when it is read back.
 */
export const CSV = table(
  true,
  [
    "Kind",
    "Text",
    "Note",
    "Tags",
    "Colour",
    "Name",
    "Title",
    "Author",
    "Outlet",
    "Published",
    "URL",
    "Created",
    "Modified",
    "Id",
  ],
  (article, context) => {
    const about = [article.title, article.bylines.join("; "), article.outlet, article.published, article.source];
    return [
      ...article.annotations.map(({ id, target, body, created, modified }) => [
        "highlight",
        target.selectors.quote.exact,
        body.note,
        body.tags.join(", "),
        colourNameOf(body.colour, context),
        "",
        ...about,
        created,
        modified,
        id,
      ]),
      ...article.nameNotes.map(({ id, subject, body, created, modified }) => [
        subject.kind,
        "",
        body.note,
        body.tags.join(", "),
        "",
        subject.name,
        ...about,
        created,
        modified,
        id,
      ]),
    ];
  },
);

/**
 * What Readwise imports: the columns of its bulk import (Highlight is required; Title, Author, URL, Note, Location and
 * Date are read), tags in the note as `.tag`, as its documentation has them. Notes on names are no highlights of a text.
 */
export const READWISE = table(false, ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"], (article) =>
  article.annotations.map(({ target, body, created }) => [
    target.selectors.quote.exact,
    article.title,
    article.bylines.join(", ") || article.outlet,
    article.source,
    [...body.tags.map((tag) => `.${tag.replace(/\s+/g, "_")}`), body.note].filter((piece) => piece !== "").join(" "),
    target.selectors.position === null ? "" : String(target.selectors.position.start),
    created.slice(0, 19).replace("T", " "),
  ]),
);
