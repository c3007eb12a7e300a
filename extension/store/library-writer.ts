import type { Table } from "dexie";
import { type BulkChange, bulkChanged, type BulkStep } from "../../src/annotation/records/bulk.ts";
import { type ArticleNames, filedUnder, type KeptArticle } from "../../src/annotation/records/kept-article.ts";
import { MERGE_SCHEMA, type NameMerge, type NameMergeDraft } from "../../src/annotation/records/merge.ts";
import type { Noted } from "../../src/annotation/records/name-note.ts";
import { type SavedSearch, type SavedSearchDraft, SEARCH_SCHEMA } from "../../src/annotation/records/saved-search.ts";
import { failure, type Result, success } from "../../src/result.ts";
import type { Database } from "./database.ts";
import { whole } from "./sound.ts";
import { isOnCorrection } from "./step-log.ts";
import { buried, createRevise, guarded, nextStamps, revived } from "./records.ts";

/** Writes what the user does in the library. Every write may be repeated without harm. */
export interface LibraryWriter {
  /** Changes many notes, some hundred in one transaction. Gives what takes it back. */
  changeMany(step: BulkStep): Promise<Result<readonly BulkStep[]>>;
  /**
   * Removes for good what of these is in the bin, with what undo and the sightings knew of it. Gives how many were there;
   * twice is the same as once.
   */
  removeForGood(ids: readonly string[]): Promise<Result<number>>;
  merge(draft: NameMergeDraft): Promise<Result<NameMerge>>;
  split(id: string): Promise<Result<NameMerge>>;
  mergeAgain(id: string): Promise<Result<NameMerge>>;
  saveSearch(draft: SavedSearchDraft): Promise<Result<SavedSearch>>;
  removeSearch(id: string): Promise<Result<SavedSearch>>;
  restoreSearch(id: string): Promise<Result<SavedSearch>>;
  /** Keeps an article for itself, or no longer. `names` is what is known of it where it has no record yet. */
  setKept(page: string, isKept: boolean, names: ArticleNames | null): Promise<Result<KeptArticle>>;
}

/** How many notes one transaction changes: few enough for others to have their turn. */
const SLICE = 500;

/** @param now gives the current instant; tests pass their own. */
export function createLibraryWriter(database: Database, now: () => Date = () => new Date()): LibraryWriter {
  const { annotations, articles, merges, searches, sightings, steps, subjectNotes } = database;
  const revise = createRevise(database, now);

  /** Changes what of these is in one table, and files what takes it back under `back`. */
  const changeIn = async <T extends Noted>(
    table: Table<T, string>,
    ids: readonly string[],
    change: BulkChange,
    back: Map<string, { readonly ids: string[]; readonly change: BulkChange }>,
  ): Promise<void> => {
    const instant = now().toISOString();
    const changed: T[] = [];
    for (const found of await table.bulkGet([...ids])) {
      const stored = whole(found);
      const done = stored === undefined ? null : bulkChanged(stored, change, instant);
      if (stored === undefined || done === null) continue;
      changed.push({ ...stored, ...done.next, revision: stored.revision + 1, modified: instant });
      const key = JSON.stringify(done.back);
      const known = back.get(key) ?? { ids: [], change: done.back };
      known.ids.push(stored.id);
      back.set(key, known);
    }
    await table.bulkPut(changed);
  };
  /** The ids of those that the user deleted. */
  const deletedIn = async <T extends Noted>(table: Table<T, string>, ids: readonly string[]): Promise<string[]> =>
    (await table.bulkGet([...ids])).flatMap((found) => {
      const stored = whole(found);
      return stored === undefined || stored.deleted === null ? [] : [stored.id];
    });
  const save = <T extends { readonly id: string; readonly revision: number; readonly created: string }>(
    table: Table<T, string>,
    draft: Omit<T, "revision" | "created" | "modified" | "deleted">,
  ): Promise<Result<T>> =>
    guarded(() =>
      database.transaction("rw", table, async () => {
        const stored = whole(await table.get((draft as { readonly id: string }).id));
        const record = { ...draft, ...nextStamps(stored, now().toISOString()) } as unknown as T;
        await table.put(record);
        return success(record);
      }),
    );

  return {
    changeMany: ({ ids, change }) =>
      guarded(async () => {
        const back = new Map<string, { readonly ids: string[]; readonly change: BulkChange }>();
        for (let at = 0; at < ids.length; at += SLICE) {
          const slice = ids.slice(at, at + SLICE);
          await database.transaction("rw", annotations, subjectNotes, async () => {
            await changeIn(annotations, slice, change, back);
            await changeIn(subjectNotes, slice, change, back);
          });
        }
        return success([...back.values()]);
      }),
    removeForGood: (ids) =>
      guarded(async () => {
        let count = 0;
        for (let at = 0; at < ids.length; at += SLICE) {
          const slice = ids.slice(at, at + SLICE);
          count += await database.transaction("rw", annotations, subjectNotes, sightings, steps, async () => {
            const highlights = await deletedIn(annotations, slice);
            const notes = await deletedIn(subjectNotes, slice);
            await annotations.bulkDelete(highlights);
            await subjectNotes.bulkDelete(notes);
            await sightings.bulkDelete(highlights);
            const gone = new Set(highlights);
            await steps.filter((step) => !isOnCorrection(step) && gone.has(step.annotation)).delete();
            return highlights.length + notes.length;
          });
        }
        return success(count);
      }),
    merge: (draft) => save<NameMerge>(merges, { ...draft, schema: MERGE_SCHEMA }),
    split: (id) => revise(merges, id, buried),
    mergeAgain: (id) => revise(merges, id, revived),
    saveSearch: (draft) => save<SavedSearch>(searches, { ...draft, schema: SEARCH_SCHEMA }),
    removeSearch: (id) => revise(searches, id, buried),
    restoreSearch: (id) => revise(searches, id, revived),
    setKept: (page, isKept, names) =>
      guarded(() =>
        database.transaction("rw", articles, async () => {
          const stored = whole(await articles.get(page));
          const known = stored ?? names;
          if (known === null) return failure("not-found", `nothing is known of ${page}`);
          const instant = now().toISOString();
          const article: KeptArticle = {
            ...known,
            ...filedUnder({ ...known, page }),
            kept: isKept ? (stored?.kept ?? instant) : null,
            ...nextStamps(stored, instant),
          };
          await articles.put(article);
          return success(article);
        }),
      ),
  };
}
