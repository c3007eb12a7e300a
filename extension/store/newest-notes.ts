import type { Table } from "dexie";
import { isOnName, type Noted, saysSomething } from "../../src/annotation/records/name-note.ts";
import type { Database } from "./database.ts";
import { ofWhole } from "./sound.ts";

/** One stretch of a list, and whether more follows. */
export interface Stretch<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/**
 * The newest notes of all pages. Reads no further than it must to find `limit` of them.
 *
 * @param edited the ids of notes that are listed whatever they say: what is written in them now must not hide them.
 */
export async function newestNotes(
  database: Database,
  limit: number,
  edited: ReadonlySet<string> = new Set(),
): Promise<Stretch<Noted>> {
  const newest = <T extends Noted>(table: Table<T, string>): PromiseLike<T[]> =>
    table
      .orderBy("created")
      .reverse()
      .filter(
        ofWhole(
          table.name,
          (note) => note.deleted === null && (edited.has(note.id) || !isOnName(note) || saysSomething(note)),
        ),
      )
      .limit(limit + 1)
      .toArray();
  const [highlights, onNames] = await Promise.all([newest(database.annotations), newest(database.subjectNotes)]);
  const items = [...highlights, ...onNames].toSorted((a, b) => (a.created < b.created ? 1 : -1));
  return { items: items.slice(0, limit), more: items.length > limit };
}
