import type { Annotation } from "../../src/annotation/records/annotation.ts";
import type { KeptArticle, KeptStatement } from "../../src/annotation/records/kept-article.ts";
import type { NameMerge } from "../../src/annotation/records/merge.ts";
import { type NameNote, saysSomething } from "../../src/annotation/records/name-note.ts";
import { nameKey } from "../../src/annotation/records/name.ts";
import { comparable } from "../../src/text/fold.ts";
import { hitsIn, wordsOf } from "../../src/library/words.ts";
import type { Database } from "../store/database.ts";
import type { FollowedIndex } from "./follow.ts";
import { articlesNaming, dayOf, labelOf, saidBy, subjectsWith } from "./naming.ts";

/** What an article is called beside a statement. */
export type SheetArticle = Pick<KeptArticle, "page" | "source" | "title" | "outlet" | "published">;

/** Something that one person said. */
export interface SheetStatement extends Pick<KeptStatement, "text" | "type" | "content" | "source"> {
  /** An index into the sheet's articles. */
  readonly article: number;
}

/** What somebody was called in the user's articles, and from when to when. */
export interface Called {
  readonly text: string;
  readonly articles: number;
  /** Days, or "" where no article has one. */
  readonly first: string;
  readonly last: string;
}

/** Somebody who is quoted in the same articles. */
export interface Beside {
  readonly key: string;
  readonly name: string;
  readonly articles: number;
}

/** Everything that the user's articles have of one person, place or organisation. */
export interface NameSheet {
  readonly key: string;
  readonly name: string;
  /** The newest first. */
  readonly articles: readonly SheetArticle[];
  /** How many of them quote it. */
  readonly quotedIn: number;
  readonly statements: readonly SheetStatement[];
  readonly names: readonly Called[];
  readonly roles: readonly Called[];
  readonly notes: readonly NameNote[];
  /** The user's highlights with their words or their name. */
  readonly highlights: readonly Annotation[];
  readonly beside: readonly Beside[];
  /** The spellings that are merged into it, as the records that do so. */
  readonly merges: readonly NameMerge[];
}

/** On how many articles, the newest first, highlights are looked for, and how many of those beside are told. */
const LIMITS = { highlightsOn: 300, beside: 12 } as const;

/** Gathers what the articles on which something is kept have of a name and all that is merged with it. */
export async function nameSheet(database: Database, followed: FollowedIndex, asked: string): Promise<NameSheet> {
  const { heads } = followed;
  const { key, keys, articles: found } = await articlesNaming(database, followed, asked);
  const articles = found.toSorted(newestFirst);

  const statements: SheetStatement[] = [];
  const names = createCalls();
  const roles = createCalls();
  const beside = new Map<string, Beside>();
  let quotedIn = 0;
  articles.forEach((article, number) => {
    const own = subjectsWith(article, keys);
    const day = dayOf(article);
    for (const at of own) {
      const subject = article.subjects[at];
      const role = article.sheet?.roles[at] ?? null;
      if (subject !== undefined) names.add(subject.name, number, day);
      if (role !== null) roles.add(role, number, day);
    }
    const said = saidBy(article, own);
    if (said.length > 0) quotedIn += 1;
    for (const { text, type, content, source } of said)
      statements.push({ text, type, content, source, article: number });
    for (const other of new Set((article.sheet?.statements ?? []).map(({ speaker }) => speaker))) {
      const subject = other === null || own.has(other) ? undefined : article.subjects[other];
      if (subject === undefined) continue;
      const main = nameKey(subject.kind, subject.name);
      const head = heads.get(main) ?? main;
      const known = beside.get(head);
      beside.set(head, { key: head, name: known?.name ?? subject.name, articles: (known?.articles ?? 0) + 1 });
    }
  });
  const notes = await database.subjectNotes
    .where("key")
    .anyOf([...keys])
    .sortBy("created");
  const merges = (await database.merges.toArray()).filter(
    ({ deleted, into, from }) => deleted === null && (keys.has(into.key) || keys.has(from.key)),
  );
  const label = merges.find(({ into }) => into.key === key)?.into.name ?? labelOf(followed, key);
  const name = label || notes[0]?.subject.name || key.slice(key.indexOf(":") + 1);
  return {
    key,
    name,
    articles: articles.map(({ page, source, title, outlet, published }) => ({
      page,
      source,
      title,
      outlet,
      published,
    })),
    quotedIn,
    statements,
    names: names.all(),
    roles: roles.all(),
    notes: notes.filter(saysSomething),
    highlights: await highlightsOf(database, articles.slice(0, LIMITS.highlightsOn), statements, names.all()),
    beside: [...beside.values()].toSorted((a, b) => b.articles - a.articles).slice(0, LIMITS.beside),
    merges,
  };
}

const newestFirst = (a: KeptArticle, b: KeptArticle): number => {
  const [left, right] = [a.published ?? a.created, b.published ?? b.created];
  return left < right ? 1 : left > right ? -1 : 0;
};

/** The highlights on articles in which somebody speaks or is named. */
async function highlightsOf(
  database: Database,
  articles: readonly KeptArticle[],
  statements: readonly SheetStatement[],
  names: readonly Called[],
): Promise<Annotation[]> {
  const said = new Map<string, string[]>();
  for (const { article, text } of statements) {
    const page = articles[article]?.page;
    if (page !== undefined) said.set(page, [...(said.get(page) ?? []), comparable(text)]);
  }
  const forms = names.map(({ text }) => wordsOf(text)).filter(({ length }) => length > 0);
  const isNamed = (quote: string): boolean =>
    forms.some((words) => words.every((word) => hitsIn(quote, [word]).length > 0));
  const isSaid = (page: string, quote: string): boolean =>
    quote !== "" && (said.get(page) ?? []).some((text) => text.includes(quote) || quote.includes(text));
  const { annotations } = database;
  const all = await Promise.all(articles.map(({ page }) => annotations.where("target.page").equals(page).toArray()));
  return all
    .flat()
    .filter(({ deleted, target }) => {
      if (deleted !== null) return false;
      const quote = target.selectors.quote.exact;
      return isSaid(target.page, comparable(quote)) || isNamed(quote);
    })
    .toSorted((a, b) => (a.created < b.created ? 1 : -1));
}

/** Counts in how many articles somebody is called what, and from when to when. */
function createCalls() {
  const calls = new Map<string, Called & { readonly last: string; readonly in: number }>();
  return {
    add(text: string, article: number, day: string): void {
      const known = calls.get(text.toLowerCase());
      const isSame = known?.in === article;
      calls.set(text.toLowerCase(), {
        text: known?.text ?? text,
        articles: (known?.articles ?? 0) + (isSame ? 0 : 1),
        first: known === undefined || day < known.first ? day : known.first,
        last: known === undefined || day > known.last ? day : known.last,
        in: article,
      });
    },
    all: (): Called[] =>
      [...calls.values()]
        .map(({ text, articles, first, last }) => ({ text, articles, first, last }))
        .toSorted((a, b) => b.articles - a.articles),
  };
}
