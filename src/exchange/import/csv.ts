import Papa from "papaparse";
import { NAME_KINDS } from "../../annotation/records/name.ts";
import { type Clipping, type Origin, itemOf } from "./clipping.ts";
import type { Finder, TextReader } from "./reader.ts";

/**
 * Which columns say what, by their names as programs write them, lower-case: Readwise (bulk import and export), the CSV of
 * Hypothesis's client, Memex, Diigo, Pocket, and our own.
 */
const COLUMNS = {
  url: ["url", "source url", "source_url", "page url", "link", "uri", "href"],
  title: ["title", "page title", "document title", "book title", "url title"],
  quote: ["highlight", "quote", "text", "highlighted text", "annotations", "content", "body"],
  note: ["note", "comment", "comments", "notes", "annotation", "description"],
  tags: ["tags", "labels", "spaces", "lists"],
  colour: ["colour", "color"],
  created: [
    "created",
    "created at",
    "created_at",
    "createdwhen",
    "highlighted at",
    "date",
    "time_added",
    "saved at",
    "date added",
  ],
  modified: ["modified", "updated", "updated at"],
  kind: ["kind"],
  name: ["name"],
  id: ["id"],
} as const satisfies Partial<Record<keyof Clipping | "kind" | "name", readonly string[]>>;

type Column = keyof typeof COLUMNS;
type Row = Readonly<Record<Column, string>>;

/** A row whose address is missing or not on the web has nowhere to be shown; the check of items says so. */
const MUST = ["url"] as const;

/** Reads a table whose first row names its columns. */
export function openCsv(finder: Finder, origin: Origin): TextReader {
  let pending = "";
  let isQuoted = false;
  let scanned = 0;
  let columns: Partial<Record<Column, readonly number[]>> | null = null;
  let isDiigo = false;
  let isReadwise = false;
  let isOurs = false;
  let isUnknown = false;
  /** What stands between cells: the first row tells, and it holds for all, whatever these look like. */
  let delimiter = "";

  const takeRow = (cells: readonly string[]): void => {
    if (isUnknown || cells.every((cell) => cell.trim() === "")) return;
    if (columns === null) {
      const names = cells.map((cell) =>
        cell
          .replace(/^\uFEFF/, "")
          .trim()
          .toLowerCase(),
      );
      columns = columnsOf(names);
      isDiigo = names.includes("annotations") && names.includes("comments");
      isReadwise = names.includes("highlight");
      isOurs = ["kind", "name", "colour", "id"].every((name) => names.includes(name));
      isUnknown = MUST.some((column) => columns?.[column] === undefined);
      return;
    }
    const known = columns;
    const row = Object.fromEntries(
      Object.keys(COLUMNS).map((column) => [column, valueOf(cells, known[column as Column] ?? [])]),
    ) as Row;
    for (const clipping of isDiigo ? diigo(row) : [{ ...plain(row, isReadwise), ...(isOurs && own(row)) }])
      finder.found(itemOf(clipping, origin));
  };

  const parse = (text: string): void => {
    // A table without any line feed has returns alone, as old Macs did.
    const newline = text.includes("\n") ? "\n" : undefined;
    const { data, meta } = Papa.parse<string[]>(text, { skipEmptyLines: true, delimiter, newline });
    for (const cells of data) takeRow([...cells.slice(0, -1), (cells.at(-1) ?? "").replace(/\r$/, "")]);
    if (columns !== null) ({ delimiter } = meta);
  };

  /** Where the whole rows end that were not parsed yet; the first one stands for itself. 0 where there is none. */
  const wholeRows = (): number => {
    let end = 0;
    for (; scanned < pending.length; scanned += 1) {
      const code = pending.charCodeAt(scanned);
      // Within a cell that has none around it, a quotation mark is a letter: 5" nails.
      if (code === 34) isQuoted = !isQuoted && (scanned === 0 || BEFORE_CELL.has(pending.charAt(scanned - 1)));
      else if (code === 10 && !isQuoted) {
        end = scanned + 1;
        if (delimiter === "") break;
      }
    }
    return end;
  };

  return {
    // A row may have line breaks in quotation marks: only what ends outside of them is whole.
    write: (text) => {
      pending += text;
      for (let end = wholeRows(); end > 0; end = wholeRows()) {
        parse(pending.slice(0, end));
        pending = pending.slice(end);
        scanned = Math.max(0, scanned - end);
      }
      if (isUnknown) return "unknown";
      if (pending.length <= LONGEST_ROW) return null;
      return columns === null ? "unknown" : "damaged";
    },
    end: () => {
      if (pending.trim() !== "") parse(pending);
      return columns === null || isUnknown ? "unknown" : null;
    },
  };
}

/** What a quotation mark that opens a cell, or stands for one within it, follows. */
const BEFORE_CELL: ReadonlySet<string> = new Set([",", ";", "\t", "|", "\n", "\r", '"', "\uFEFF"]);

/** The longest row, in UTF-16 code units: a quotation mark that never closes takes the rest of the file for one. */
const LONGEST_ROW = 4_000_000;

function columnsOf(names: readonly string[]): Partial<Record<Column, readonly number[]>> {
  const found: Partial<Record<Column, readonly number[]>> = {};
  for (const [column, known] of Object.entries(COLUMNS)) {
    const places = known.flatMap((name) => (names.includes(name) ? [names.indexOf(name)] : []));
    if (places.length > 0) found[column as Column] = places;
  }
  return found;
}

/** What stands in the first of some cells that isn't empty. */
const valueOf = (cells: readonly string[], places: readonly number[]): string =>
  places.map((place) => cells[place] ?? "").find((cell) => cell.trim() !== "") ?? "";

function plain(row: Row, isReadwise: boolean): Clipping {
  const { note, tags } = isReadwise ? readwiseTags(row.note) : { note: row.note, tags: [] };
  const { kind: _kind, name: _name, id: _id, ...common } = row;
  return {
    ...common,
    title: undo(row.title),
    quote: undo(row.quote),
    note: undo(note),
    tags: [...tags, ...tagsOf(undo(row.tags))],
  };
}

/** What only our own tables say: which record it is, and on whom a note is. In others, `id` may be anything's. */
function own({ kind, name, id }: Row): Pick<Clipping, "id" | "subject"> {
  const known = NAME_KINDS.find((one) => one === kind);
  return { id: id === "" ? undefined : id, subject: known && { kind: known, name: undo(name) } };
}

/** Our own tables keep spreadsheets from running a cell by an apostrophe before it. */
const undo = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, "");

/** Readwise has tags in the note, as words with a stop before them, at its beginning. */
function readwiseTags(note: string): { readonly note: string; readonly tags: readonly string[] } {
  const tags: string[] = [];
  let rest = note;
  for (;;) {
    const [whole, tag] = /^\s*\.([\p{L}\p{N}_/-]+)(?=\s|$)/u.exec(rest) ?? [];
    if (whole === undefined || tag === undefined) return { note: rest.trimStart(), tags };
    tags.push(tag.replaceAll("_", " "));
    rest = rest.slice(whole.length);
  }
}

/** Tags in one cell: by commas, else by bars (Pocket) or semicolons. */
function tagsOf(cell: string): string[] {
  const separator = [",", "|", ";"].find((sign) => cell.includes(sign));
  return separator === undefined ? [cell] : cell.split(separator);
}

/** Diigo has a row for a page: its highlights follow "Highlight:" in one cell, its tags stand between commas or spaces. */
function diigo(row: Row): Clipping[] {
  const tags = row.tags === "no_tag" ? [] : row.tags.split(row.tags.includes(",") ? "," : /\s+/);
  const quotes = row.quote.split(/^[^\S\n]*Highlight:/im).map((quote) => quote.trim());
  const said = quotes.filter((quote) => quote !== "");
  const page = { url: row.url, title: row.title, tags, created: row.created };
  if (said.length === 0) return [{ ...page, note: row.note }];
  return said.map((quote, index) => ({ ...page, quote, note: index === 0 ? row.note : "" }));
}
