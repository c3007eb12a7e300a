import type { KeptArticle } from "../../src/annotation/records/kept-article.ts";
import { saysSomething, type NameNote } from "../../src/annotation/records/name-note.ts";
import { type Named, nameKeys } from "../../src/annotation/records/name.ts";
import type { KeptOnNames } from "../../src/reading/about-name.ts";
import type { Database } from "./database.ts";
import { ofWhole } from "./sound.ts";

/** What the user keeps about names. */

/** The notes on names that have one of these keys, the oldest first. */
async function notesOn(database: Database, keys: readonly string[]): Promise<NameNote[]> {
  const notes = await database.subjectNotes.where("key").anyOf(keys).sortBy("created");
  return notes.filter(saysSomething);
}

/**
 * What the user keeps about any of an article's names; `aboutName` tells what of it is about which.
 *
 * @param page the page that is asked from, which is none of the other articles.
 */
export async function keptOnNames(database: Database, names: readonly Named[], page: string): Promise<KeptOnNames> {
  if (names.length === 0) return { notes: [], articles: [] };
  const keys = [...new Set(names.flatMap(nameKeys))];
  const [notes, found] = await Promise.all([
    notesOn(database, keys),
    database.articles.where("keys").anyOf(keys).distinct().toArray(),
  ]);
  const others = found.filter((article) => article.page !== page);
  return { notes, articles: await withSomethingKept(database, others) };
}

/** The articles that the user asked to keep, and those on which there still is a highlight or a note on a name. */
export async function withSomethingKept(database: Database, articles: readonly KeptArticle[]): Promise<KeptArticle[]> {
  const pages = articles.map(({ page }) => page);
  const kept = new Set(articles.flatMap((article) => (article.kept === null ? [] : [article.page])));
  await Promise.all([
    database.annotations
      .where("target.page")
      .anyOf(pages)
      .until(() => kept.size === pages.length)
      .each(({ deleted, target }) => deleted === null && kept.add(target.page)),
    database.subjectNotes
      .where("origin.page")
      .anyOf(pages)
      .each((note) => saysSomething(note) && kept.add(note.origin.page)),
  ]);
  return articles.filter(({ page }) => kept.has(page));
}

/** Whether the user asked to keep an article, has a highlight on it, or wrote a note on a name there. */
export async function isKept(database: Database, page: string): Promise<boolean> {
  const article = await database.articles.get(page);
  if (article !== undefined && article.kept !== null) return true;
  const highlight = await database.annotations
    .where("target.page")
    .equals(page)
    .filter(ofWhole("annotations", ({ deleted }) => deleted === null))
    .first();
  if (highlight !== undefined) return true;
  const onNames = database.subjectNotes.where("origin.page").equals(page);
  return (await onNames.filter(ofWhole("subjectNotes", saysSomething)).first()) !== undefined;
}
