import { isOnName, type Noted } from "../../src/annotation/records/name-note.ts";
import { forBits } from "../../src/library/bits.ts";
import { facetsOf, totalsOf } from "../../src/library/facets.ts";
import { ARTICLE, type LibraryIndex, STATES } from "../../src/library/library-index.ts";
import { keptOnArticles, listArticles, listNotes } from "../../src/library/listing.ts";
import { listNames } from "../../src/library/names.ts";
import { markedWords, parseQuery } from "../../src/library/query.ts";
import { search } from "../../src/library/search.ts";
import type { Database } from "../store/database.ts";
import type { FollowedIndex } from "./follow.ts";
import { nameSheet } from "./name-sheet.ts";
import { spokenBy } from "./spoken.ts";
import type { ListAnswer, ListRequest, RequestName, Requests, Row } from "./requests.ts";

/** Answers one request each, from an index that is up to date. */
export type Answers = {
  readonly [Name in RequestName]: (
    input: Requests[Name]["takes"],
  ) => Promise<Requests[Name]["gives"]> | Requests[Name]["gives"];
};

/** How many values of each facet are told. */
const FACETS = 12;

const SCOPES = { notes: "live", articles: "live", check: "check", bin: "bin" } as const;

export function createAnswers(database: Database, followed: FollowedIndex): Answers {
  return {
    list: (request) => list(followed, request),
    async describe({ generation, rows }) {
      return generation === followed.generation ? describe(database, followed.index, rows) : null;
    },
    idsOf: ({ generation, rows }) =>
      generation === followed.generation ? rows.map((row) => followed.index.idOf(row)) : null,
    names({ kind, typed, limit }) {
      const all = listNames(followed.index, kind, followed.heads, typed);
      return { items: all.slice(0, limit), total: all.length };
    },
    name: ({ key }) => nameSheet(database, followed, key),
    spoken: ({ keys }) => spokenBy(database, followed, keys),
    totals: () => totalsOf(followed.index),
    async find({ query, names, limit, also }) {
      const { index } = followed;
      const { found } = search(index, parseQuery(query, names), "live");
      const ids = [...newest(index, found, limit + 1).map((document) => index.idOf(document)), ...also];
      const all = (await notesOf(database, [...new Set(ids)])).filter(({ deleted }) => deleted === null);
      const items = all.toSorted((a, b) => (a.created < b.created ? 1 : -1));
      return { items: items.slice(0, limit), more: items.length > limit };
    },
  };
}

function list({ index, heads, generation }: FollowedIndex, { of, query, names, sort }: ListRequest): ListAnswer {
  const parsed = parseQuery(query, names);
  const matches = search(index, parsed, SCOPES[of]);
  const listing = of === "articles" ? listArticles(index, matches, sort) : listNotes(index, matches, sort);
  return {
    ...listing,
    generation,
    facets: facetsOf(index, matches, heads, FACETS),
    words: [...markedWords(parsed), ...[...matches.instead.values()].flat()],
    instead: [...matches.instead],
  };
}

/** The documents of the newest notes among those that were found. */
function newest({ documents }: LibraryIndex, found: Uint32Array, limit: number): number[] {
  const kept: number[] = [];
  const createdOf = (document: number | undefined): number =>
    document === undefined ? -1 : documents.created.at(document);
  forBits(found, (document) => {
    if (documents.kind.at(document) === ARTICLE) return;
    if (kept.length === limit && createdOf(document) <= createdOf(kept.at(-1))) return;
    const at = kept.findIndex((other) => createdOf(other) < createdOf(document));
    kept.splice(at < 0 ? kept.length : at, 0, document);
    if (kept.length > limit) kept.pop();
  });
  return kept;
}

async function describe(database: Database, index: LibraryIndex, rows: readonly number[]): Promise<Row[]> {
  const counts = rows.some((row) => row < 0) ? keptOnArticles(index) : null;
  const ids = rows.filter((row) => row >= 0).map((row) => index.idOf(row));
  const notes = new Map((await notesOf(database, ids)).map((note) => [note.id, note]));
  return rows.map((row): Row => {
    if (row < 0) {
      const article = index.articles[-1 - row];
      if (article === undefined) return { kind: "gone" };
      const { page, source, title, outlet, published, site, isKept } = article;
      return {
        kind: "article",
        article: { page, source, title, outlet, published, site, isKept },
        notes: counts?.[-1 - row] ?? 0,
      };
    }
    const note = notes.get(index.idOf(row));
    if (note === undefined) return { kind: "gone" };
    return { kind: "note", note, state: isOnName(note) ? "same" : (STATES[index.documents.state.at(row)] ?? "same") };
  });
}

/** The notes with these ids that are stored. */
async function notesOf(database: Database, ids: readonly string[]): Promise<Noted[]> {
  const [highlights, onNames] = await Promise.all([
    database.annotations.bulkGet([...ids]),
    database.subjectNotes.bulkGet([...ids]),
  ]);
  return [...highlights, ...onNames].filter((note) => note !== undefined);
}
