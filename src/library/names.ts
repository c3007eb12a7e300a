import type { MergedKeys } from "../annotation/records/merge.ts";
import type { NameKind } from "../annotation/records/name.ts";
import { whereSomethingIsKept } from "./listing.ts";
import type { LibraryIndex } from "./library-index.ts";
import { wordsOf } from "./words.ts";

/** Somebody or something that the user's articles name. */
export interface ListedName {
  readonly key: string;
  readonly name: string;
  /** In how many of them, and how many statements of theirs those have. */
  readonly articles: number;
  readonly statements: number;
}

/** The kinds of names that are listed, by how their keys begin: organisations are not told from other sources there. */
export type ListedKind = Exclude<NameKind, "organisation">;

/**
 * Everyone of a kind in the articles on which something is kept, with merged spellings as one: who says most first,
 * then who is in most articles.
 *
 * @param typed words that a name must have, as beginnings of its own.
 */
export function listNames(index: LibraryIndex, kind: ListedKind, heads: MergedKeys, typed = ""): ListedName[] {
  const wanted = wordsOf(typed);
  const hasSomething = whereSomethingIsKept(index);
  const headOf = headNumbers(index, heads);
  const beginning = `${kind}:`;
  const ofKind = index.names.all().map((key) => key.startsWith(beginning));
  const tallies = new Map<number, { articles: number; statements: number; last: number; isOwn: boolean }>();
  index.articles.forEach(({ names, statements }, article) => {
    if (!hasSomething(article)) return;
    names.forEach((coded, at) => {
      const number = coded >>> 1;
      if (ofKind[number] !== true) return;
      const head = headOf(number);
      let tally = tallies.get(head);
      if (tally === undefined) tallies.set(head, (tally = { articles: 0, statements: 0, last: -1, isOwn: false }));
      tally.isOwn ||= (coded & 1) === 1;
      if (tally.last === article) {
        // The same one under another of its spellings: what it says was counted with the first.
        return;
      }
      tally.last = article;
      tally.articles += 1;
      tally.statements += statements[at] ?? 0;
    });
  });
  const listed: ListedName[] = [];
  for (const [number, { articles, statements, isOwn }] of tallies) {
    const key = index.names.at(number);
    const name = index.labels[number] || key.slice(beginning.length);
    // A spelling that is nobody's first is found with theirs.
    if (!isOwn) continue;
    const parts = wanted.length === 0 ? [] : wordsOf(name);
    if (!wanted.every((word) => parts.some((part) => part.startsWith(word)))) continue;
    listed.push({ key, name, articles, statements });
  }
  return listed.toSorted((a, b) => b.statements - a.statements || b.articles - a.articles || (a.key < b.key ? -1 : 1));
}

/** From a name's number to that of the name which it is shown under. */
export function headNumbers({ names }: LibraryIndex, heads: MergedKeys): (number: number) => number {
  const numbers = new Map<number, number>();
  for (const [key, head] of heads) {
    const [from, to] = [names.find(key), names.find(head)];
    if (from !== null && to !== null) numbers.set(from, to);
  }
  return (number) => numbers.get(number) ?? number;
}
