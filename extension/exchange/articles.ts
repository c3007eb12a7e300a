import type { WhereClause } from "dexie";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import type { KeptArticle } from "../../src/annotation/records/kept-article.ts";
import { type NameNote, saysSomething } from "../../src/annotation/records/name-note.ts";
import { type ArticleExport, inPageOrder } from "../../src/exchange/export/article.ts";
import type { Database } from "../store/database.ts";

/** What is exported: everything, what is on some pages, or some highlights and notes. */
export type Scope =
  | { readonly kind: "everything" }
  | { readonly kind: "pages"; readonly pages: readonly string[] }
  | { readonly kind: "records"; readonly ids: readonly string[] };

/** Articles that are read from the database at a time: few enough that the page stays fluent. */
const BATCH = 50;
/** Records that are looked up at a time only for where they stand. */
const RECORDS = 500;

/** How many highlights and notes a scope has, for an export's progress. What was deleted counts as well. */
export async function countOf({ annotations, subjectNotes }: Database, scope: Scope): Promise<number> {
  switch (scope.kind) {
    case "everything":
      return (await annotations.count()) + (await subjectNotes.count());
    case "pages":
      return (
        (await annotations.where("target.page").anyOf(scope.pages).count()) +
        (await subjectNotes.where("origin.page").anyOf(scope.pages).count())
      );
    case "records":
      return scope.ids.length;
  }
}

/** The articles of a scope with what the user keeps on them, batch by batch, by their pages' keys. Articles without a highlight or note are left out. */
export async function* articlesOf(database: Database, scope: Scope): AsyncGenerator<readonly ArticleExport[]> {
  const wanted = scope.kind === "records" ? new Set(scope.ids) : null;
  for await (const batch of pagesOf(database, scope)) {
    // Where all pages are wanted, none lies between them that is not, and a range is read at once and not record by record.
    const [first = "", last = ""] = [batch[0], batch.at(-1)];
    const on = <T>(index: WhereClause<T, string>): Promise<T[]> =>
      (scope.kind === "everything" ? index.between(first, last, true, true) : index.anyOf(batch)).toArray();
    const [annotations, notes, articles] = await Promise.all([
      on(database.annotations.where("target.page")),
      on(database.subjectNotes.where("origin.page")),
      database.articles.bulkGet(batch),
    ]);
    const isWanted = ({ id }: { readonly id: string }): boolean => wanted === null || wanted.has(id);
    const onPage = grouped(
      annotations.filter((one) => one.deleted === null && isWanted(one)),
      ({ target }) => target.page,
    );
    const onNames = grouped(
      notes.filter((one) => saysSomething(one) && isWanted(one)),
      ({ origin }) => origin.page,
    );
    yield batch.flatMap((page, index) => {
      const [own, named] = [onPage.get(page) ?? [], onNames.get(page) ?? []];
      return own.length + named.length === 0 ? [] : [articleExport(page, articles[index], own, named)];
    });
  }
}

/** The keys of the scope's pages in their order, a batch at a time: of everything they are looked up as they are needed. */
async function* pagesOf(database: Database, scope: Scope): AsyncGenerator<string[]> {
  if (scope.kind !== "everything") {
    const pages = [
      ...new Set(scope.kind === "pages" ? scope.pages : await pagesOfRecords(database, scope.ids)),
    ].toSorted();
    for (let start = 0; start < pages.length; start += BATCH) yield pages.slice(start, start + BATCH);
    return;
  }
  const indexes = [database.annotations.where("target.page"), database.subjectNotes.where("origin.page")];
  for (let last = ""; ;) {
    const next = await Promise.all(indexes.map((index) => index.above(last).limit(BATCH).uniqueKeys()));
    const batch = [...new Set(next.flat().map(String))].toSorted().slice(0, BATCH);
    if (batch.length === 0) return;
    yield batch;
    last = batch.at(-1) ?? "";
  }
}

async function pagesOfRecords({ annotations, subjectNotes }: Database, all: readonly string[]): Promise<string[]> {
  const pages: string[] = [];
  for (let start = 0; start < all.length; start += RECORDS) {
    const ids = all.slice(start, start + RECORDS);
    const [own, named] = await Promise.all([annotations.bulkGet(ids), subjectNotes.bulkGet(ids)]);
    for (const one of own) if (one !== undefined) pages.push(one.target.page);
    for (const one of named) if (one !== undefined) pages.push(one.origin.page);
  }
  return pages;
}

function grouped<T>(records: readonly T[], keyOf: (record: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group === undefined) groups.set(keyOf(record), [record]);
    else group.push(record);
  }
  return groups;
}

function articleExport(
  page: string,
  article: KeptArticle | undefined,
  annotations: readonly Annotation[],
  nameNotes: readonly NameNote[],
): ArticleExport {
  const [first] = [...annotations.map(({ target }) => target), ...nameNotes.map(({ origin }) => origin)];
  return {
    page,
    source: article?.source ?? first?.source ?? page,
    title: article?.title ?? first?.title ?? "",
    bylines: article?.sheet?.bylines ?? [],
    outlet: article?.outlet ?? null,
    published: article?.published ?? null,
    annotations: inPageOrder(annotations),
    nameNotes: nameNotes.toSorted((a, b) => (a.created < b.created ? -1 : 1)),
  };
}
