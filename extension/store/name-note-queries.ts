import type { Collection } from "dexie";
import type { KeptArticle } from "../../src/annotation/records/kept-article.ts";
import { saysSomething, type NameNote } from "../../src/annotation/records/name-note.ts";
import { type Named, nameKeys } from "../../src/annotation/records/name.ts";
import type { KeptOnNames } from "../../src/reading/about-name.ts";
import type { Database } from "./database.ts";

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
    // One key after the other, of each all at once: see `hasAny`.
    Promise.all(keys.map((key) => database.articles.where("keys").equals(key).toArray())),
  ]);
  const others = new Map(found.flat().map((article) => [article.page, article]));
  others.delete(page);
  return { notes, articles: await withSomethingKept(database, [...others.values()]) };
}

/** The articles that the user asked to keep, and those on which there still is a highlight or a note on a name. */
export async function withSomethingKept(database: Database, articles: readonly KeptArticle[]): Promise<KeptArticle[]> {
  const { annotations, subjectNotes } = database;
  const kept = await database.transaction("r", [annotations, subjectNotes], () =>
    Promise.all(articles.map((article) => article.kept !== null || hasSomethingOn(database, article.page))),
  );
  return articles.filter((_article, index) => kept[index]);
}

/** Whether the user asked to keep an article, has a highlight on it, or wrote a note on a name there. */
export async function isKept(database: Database, page: string): Promise<boolean> {
  const article = await database.articles.get(page);
  return (article !== undefined && article.kept !== null) || hasSomethingOn(database, page);
}

async function hasSomethingOn({ annotations, subjectNotes }: Database, page: string): Promise<boolean> {
  return (
    (await hasAny(annotations.where("target.page").equals(page), ({ deleted }) => deleted === null)) ||
    hasAny(subjectNotes.where("origin.page").equals(page), saysSomething)
  );
}

/**
 * Whether a question finds anything like this. Mostly the first is, which alone is read then. All are asked for at once
 * otherwise: a browser that has to look at one after the other takes ten times as long.
 */
async function hasAny<T>(question: Collection<T, string>, isLike: (record: T) => boolean): Promise<boolean> {
  const first = await question.clone().first();
  return first !== undefined && (isLike(first) || (await question.toArray()).some(isLike));
}
