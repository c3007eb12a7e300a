import type { Table } from "dexie";
import { isOnName, type Noted, saysSomething } from "../../src/annotation/records/name-note.ts";
import { fold } from "../../src/text/fold.ts";
import type { Database } from "./database.ts";
import { ofWhole } from "./sound.ts";

/** One stretch of a list, and whether more follows. */
export interface Stretch<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/**
 * The newest notes of all pages that contain every word of `query`, in quote or name, note, tags or title.
 * Reads no further than it must to find `limit` of them.
 *
 * @param edited the ids of notes that are found whatever they say: what is written in them now must not hide them.
 */
export async function searchNotes(
  database: Database,
  query: string,
  limit: number,
  edited: ReadonlySet<string> = new Set(),
): Promise<Stretch<Noted>> {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const isFound = (note: Noted): boolean =>
    (!isOnName(note) || saysSomething(note)) && words.every((word) => searchText(note).includes(word));
  const newest = <T extends Noted>(table: Table<T, string>): PromiseLike<T[]> =>
    table
      .orderBy("created")
      .reverse()
      .filter(ofWhole(table.name, (note) => note.deleted === null && (edited.has(note.id) || isFound(note))))
      .limit(limit + 1)
      .toArray();
  const [highlights, onNames] = await Promise.all([newest(database.annotations), newest(database.subjectNotes)]);
  const items = [...highlights, ...onNames].toSorted((a, b) => (a.created < b.created ? 1 : -1));
  return { items: items.slice(0, limit), more: items.length > limit };
}

function searchText(note: Noted): string {
  const about = isOnName(note)
    ? [note.subject.name, note.origin.title]
    : [note.target.selectors.quote.exact, note.target.title];
  return fold([...about, note.body.note, ...note.body.tags.map((tag) => `#${tag}`)].join("\n"));
}
