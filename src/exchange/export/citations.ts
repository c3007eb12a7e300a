import { authorOf } from "../../reading/author.ts";
import { parseMarkdown } from "../../markup/markdown.ts";
import { plainText } from "../../markup/plain-text.ts";
import { type ArticleExport } from "./article.ts";
import { type FileFormat, jsonItems } from "./format.ts";
import { withSingleSpaces } from "../../text/fold.ts";
import { siteName } from "../../page/address.ts";

/**
 * Formats of reference managers. Each article is one item, and what the user kept on it is its notes, which Zotero
 * imports beside it.
 */

/** CSL-JSON (schema 1.0): an array of items. */
export const CSL: FileFormat = {
  kind: "file",
  ending: "json",
  mediaType: "application/vnd.citationstyles.csl+json",
  open: () => {
    const write = jsonItems();
    return { begin: "[", article: (article) => write([cslItem(article)]), end: "\n]\n" };
  },
};

function cslItem(article: ArticleExport): object {
  const issued = (article.published ?? "").split("-").map(Number);
  return {
    id: article.page,
    type: "article-newspaper",
    title: titleOf(article),
    ...(article.bylines.length > 0 && { author: article.bylines.map(cslName) }),
    ...(article.outlet !== null && { "container-title": article.outlet }),
    ...(article.published !== null && { issued: { "date-parts": [issued] } }),
    URL: article.source,
    ...(notesOf(article).length > 0 && { note: notesOf(article).join("\n\n") }),
  };
}

function cslName(name: string): object {
  const { given, family, suffix } = authorOf(name);
  if (given === "") return { literal: family };
  return { family, given, ...(suffix !== "" && { suffix }) };
}

/** RIS, as Zotero, EndNote and Mendeley read it: a tag, two spaces, a hyphen, a space and the value. */
export const RIS: FileFormat = {
  kind: "file",
  ending: "ris",
  mediaType: "application/x-research-info-systems",
  open: () => ({ begin: "", article: risItem, end: "" }),
};

function risItem(article: ArticleExport): string {
  const { published, outlet, source } = article;
  const fields: [tag: string, value: string][] = [
    ["TY", "NEWS"],
    ["TI", titleOf(article)],
    ...article.bylines.map((name): [string, string] => ["AU", invertedName(name)]),
    ...(outlet === null ? [] : [["T2", outlet] as [string, string]]),
    ...(published === null ? [] : [["PY", published.slice(0, 4)] as [string, string]]),
    ...(published === null ? [] : [["DA", published.replaceAll("-", "/")] as [string, string]]),
    ["UR", source],
    ...notesOf(article).map((note): [string, string] => ["N1", note]),
    ["ER", ""],
  ];
  return `${fields.map(([tag, value]) => `${tag}  - ${withSingleSpaces(value)}`).join("\r\n")}\r\n\r\n`;
}

function invertedName(name: string): string {
  const { given, family, suffix } = authorOf(name);
  return [family, given, suffix].filter((part) => part !== "").join(", ");
}

/** BibTeX, in UTF-8 (BibLaTeX reads it as it is). */
export const BIBTEX: FileFormat = {
  kind: "file",
  ending: "bib",
  mediaType: "application/x-bibtex",
  open: () => {
    let number = 0;
    return {
      begin: "",
      article: (article) => {
        number += 1;
        return bibtexItem(article, number);
      },
      end: "",
    };
  },
};

function bibtexItem(article: ArticleExport, number: number): string {
  const [year, month] = (article.published ?? "").split("-");
  const fields: [name: string, value: string | undefined][] = [
    ["title", `{${texText(titleOf(article))}}`],
    ["author", article.bylines.map(texName).join(" and ")],
    ["journal", texText(article.outlet ?? "")],
    ["year", year],
    ["month", month],
    ["date", article.published ?? ""],
    ["url", texAddress(article.source)],
    ["note", notesOf(article).map(texText).join("\n\n")],
  ];
  const told = fields.filter(([, value]) => value !== undefined && value !== "");
  const lines = told.map(([name, value]) => `  ${name} = {${value}},\n`).join("");
  return `@article{${texKey(article, number)},\n${lines}}\n\n`;
}

/** A key that is unique in the file: author, year and place in it. */
function texKey({ bylines, outlet, source, published }: ArticleExport, number: number): string {
  const [first] = bylines;
  const who = first === undefined ? (outlet ?? siteName(source)) : authorOf(first).family;
  const plain = who.normalize("NFKD").replace(/[^A-Za-z0-9]/g, "");
  return `${plain === "" ? "article" : plain}${(published ?? "").slice(0, 4)}-${number}`;
}

function texName(name: string): string {
  const { given, family, suffix } = authorOf(name);
  if (given === "") return `{${texText(family)}}`;
  return [family, suffix, given]
    .filter((part) => part !== "")
    .map(texText)
    .join(", ");
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** A text for TeX. Braces are balanced by being escaped, so that no word of a page ends its field. */
const texText = (text: string): string =>
  text.replace(/[\\{}~^]/g, (sign) => TEX[sign] ?? "").replace(/[#$%&_]/g, "\\$&");

/** An address, in which TeX takes everything as it is but for braces and backslashes. */
const texAddress = (address: string): string =>
  address.replace(/[{}\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);

/** What the user kept on an article, one text each: the words, then the note on them. */
function notesOf({ annotations, nameNotes }: ArticleExport): string[] {
  return [
    ...annotations.map(({ target, body }) => noteText(`“${target.selectors.quote.exact.trim()}”`, body)),
    ...nameNotes.map(({ subject, body }) => noteText(`${subject.name}:`, body)),
  ];
}

function noteText(about: string, { note, tags }: ArticleExport["annotations"][number]["body"]): string {
  const pieces = [about, plainText(parseMarkdown(note)), tags.map((tag) => `#${tag}`).join(" ")];
  return withSingleSpaces(pieces.filter((piece) => piece !== "").join(" "));
}

const titleOf = ({ title, source }: ArticleExport): string => withSingleSpaces(title) || source;
