import type { KeptArticle, KeptStatement } from "../../src/annotation/records/kept-article.ts";
import { keysTogether } from "../../src/annotation/records/merge.ts";
import { nameKeys } from "../../src/annotation/records/name.ts";
import { whereSomethingIsKept } from "../../src/library/listing.ts";
import type { Database } from "../store/database.ts";
import type { FollowedIndex } from "./follow.ts";

/** A name with all that is merged with it, and the articles on which something is kept that have one of these. */
export interface Naming {
  /** The key of the name under which all are shown. */
  readonly key: string;
  readonly keys: ReadonlySet<string>;
  readonly articles: readonly KeptArticle[];
}

/** @param asked the key of a name, its own or one that is merged into another. */
export async function articlesNaming(
  database: Database,
  { heads, index }: FollowedIndex,
  asked: string,
): Promise<Naming> {
  const key = heads.get(asked) ?? asked;
  const keys = new Set(keysTogether(heads, key));
  // The browser gives all records of one key at once, of several one after the other, which takes ten times as long.
  const found = await Promise.all([...keys].map((one) => database.articles.where("keys").equals(one).toArray()));
  const byPage = new Map(found.flat().map((article) => [article.page, article]));
  const hasSomething = whereSomethingIsKept(index);
  const kept = new Set(index.articles.flatMap(({ page }, article) => (hasSomething(article) ? [page] : [])));
  return { key, keys, articles: [...byPage.values()].filter(({ page }) => kept.has(page)) };
}

/** Which of an article's subjects have one of these keys: indices. */
export const subjectsWith = ({ subjects }: KeptArticle, keys: ReadonlySet<string>): ReadonlySet<number> =>
  new Set(subjects.flatMap((subject, at) => (nameKeys(subject).some((one) => keys.has(one)) ? [at] : [])));

/** What some of an article's subjects say in it. */
export const saidBy = ({ sheet }: KeptArticle, subjects: ReadonlySet<number>): KeptStatement[] =>
  (sheet?.statements ?? []).filter(({ speaker }) => speaker !== null && subjects.has(speaker));

/** The day that an article is told under: its own, or that on which it was kept. */
export const dayOf = ({ published, created }: KeptArticle): string => published ?? created.slice(0, 10);

/** What a name is called in lists, as far as the index tells; "" where it does not. */
export const labelOf = ({ index }: FollowedIndex, key: string): string =>
  index.labels[index.names.find(key) ?? -1] ?? "";
