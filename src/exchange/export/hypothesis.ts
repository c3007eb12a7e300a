import type { Body } from "../../annotation/records/annotation.ts";
import type { ArticleExport } from "./article.ts";
import { escapeMarkdown } from "./escape.ts";
import { type FileFormat, jsonItems } from "./format.ts";

/** Whose the notes are in a file that names an author; an address that belongs to nobody (RFC 6761). */
const USER = "acct:me@sourceline.invalid";

/**
 * The file that Hypothesis's client exports and imports (client 1.1400 and later): annotations as its API has them.
 * Colours have no place in it, and a note on a name becomes a note on the page.
 */
export const HYPOTHESIS: FileFormat = {
  kind: "file",
  ending: "json",
  mediaType: "application/json",
  open: ({ made }) => {
    const head = { export_date: made.toISOString(), export_userid: USER, client_version: "sourceline" };
    const write = jsonItems();
    return {
      begin: `${JSON.stringify(head).slice(0, -1)},"annotations":[`,
      article: (article) => write([...highlightItems(article), ...nameNoteItems(article)]),
      end: "\n]}\n",
    };
  },
};

function highlightItems(article: ArticleExport): object[] {
  return article.annotations.map(({ id, created, modified, body, target }) => {
    const { quote, position } = target.selectors;
    const selector = position === null ? [quote] : [position, quote];
    return { ...common(id, created, modified, article, body), target: [{ source: target.source, selector }] };
  });
}

function nameNoteItems(article: ArticleExport): object[] {
  return article.nameNotes.map(({ id, created, modified, body, subject }) => {
    const note = `**${escapeMarkdown(subject.name)}**${body.note === "" ? "" : `\n\n${body.note}`}`;
    return { ...common(id, created, modified, article, { ...body, note }), target: [{ source: article.source }] };
  });
}

function common(id: string, created: string, updated: string, { source, title }: ArticleExport, body: Body): object {
  return {
    id,
    created,
    updated,
    user: USER,
    uri: source,
    text: body.note,
    tags: body.tags,
    document: { title: [title] },
  };
}
