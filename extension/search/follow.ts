import type { KeptArticle } from "../../src/annotation/records/kept-article.ts";
import { mergedKeys, type MergedKeys } from "../../src/annotation/records/merge.ts";
import type { Noted } from "../../src/annotation/records/name-note.ts";
import { createLibraryIndex, type LibraryIndex } from "../../src/library/library-index.ts";
import type { Database } from "../store/database.ts";
import { whole } from "../store/sound.ts";
import type { LoggedChange, WatchedTable } from "../store/rows.ts";
import type { Cursor, IndexShelf } from "./saved-index.ts";

/** How far the making of an index has come, in records. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The index of a store, kept up with it. */
export interface FollowedIndex {
  readonly index: LibraryIndex;
  readonly heads: MergedKeys;
  /** Changes with everything that gives documents other numbers. */
  readonly generation: number;
  /**
   * Takes up what was written since it was last called. Opens what is saved first; makes the index anew where that is
   * lost, damaged, or behind what the log still knows.
   */
  catchUp(): Promise<void>;
}

/** The tables that an index is made of, in the order in which they are read: articles come before the notes on them. */
const TABLES = ["articles", "annotations", "subjectNotes"] as const;
/** How many records are read at once, and after how many an unfinished index is saved. */
const SLICE = 1_000;
const SAVE_EVERY = 20_000;
/** How many changes are taken up anew at the next opening rather than saved. */
const UNSAVED = 500;
/** How many changes stay in the log behind what is saved, for those who have opened an older index. */
const LOG_TAIL = 2_000;

/**
 * @param tell is told how far the making has come.
 * @param saveEvery after how many records an unfinished index is saved; tests pass their own.
 */
export function followStore(
  database: Database,
  shelf: IndexShelf,
  tell: (progress: Progress) => void,
  saveEvery = SAVE_EVERY,
): FollowedIndex {
  let index = createLibraryIndex();
  let heads: MergedKeys = new Map();
  let generation = 0;
  let upTo = 0;
  let cursor: Cursor | null = null;
  /** Records that were taken up since it was saved. */
  let unsaved = 0;
  let isOpen = false;

  const lastChange = async (): Promise<number> =>
    ((await database.changes.toCollection().lastKey()) as number | undefined) ?? 0;

  const startAnew = async (): Promise<void> => {
    index = createLibraryIndex();
    generation += 1;
    upTo = await lastChange();
    cursor = { table: 0, after: "" };
  };

  const open = async (): Promise<void> => {
    const saved = await shelf.load();
    try {
      if (saved !== null) {
        index = createLibraryIndex(saved.index);
        ({ upTo, cursor } = saved);
      }
    } catch {
      await startAnew();
    }
    if (saved === null || (await isCutOff())) await startAnew();
    heads = mergedKeys(await database.merges.toArray());
    isOpen = true;
  };

  /** Whether the log does not reach back to where the index stands, or is another database's. */
  const isCutOff = async (): Promise<boolean> => {
    const first = await database.changes.toCollection().first();
    return first === undefined ? upTo > 0 : first.number > upTo + 1 || (await lastChange()) < upTo;
  };

  /** Saves it, packed, and goes on with what was saved. */
  const save = async (): Promise<void> => {
    const packed = index.pack();
    await shelf.save({ index: packed, upTo, cursor });
    index = createLibraryIndex(packed);
    generation += 1;
    unsaved = 0;
    await database.changes
      .where("number")
      .below(upTo - LOG_TAIL)
      .delete();
  };

  const make = async (): Promise<void> => {
    const counts = await Promise.all(TABLES.map((name) => database.table(name).count()));
    const total = counts.reduce((sum, count) => sum + count, 0);
    let done = 0;
    for (let table = 0; table < (cursor?.table ?? 0); table += 1) done += counts[table] ?? 0;
    if (cursor !== null)
      done += await database
        .table(TABLES[cursor.table] ?? "articles")
        .where(":id")
        .belowOrEqual(cursor.after)
        .count();
    let sinceSaved = 0;
    while (cursor !== null) {
      tell({ done, total });
      const at: Cursor = cursor;
      const name = TABLES[at.table];
      if (name === undefined) {
        await database.sightings.each(({ id, state }) => state !== undefined && index.putState(id, state));
        cursor = null;
        break;
      }
      const rows = await database.table(name).where(":id").above(at.after).limit(SLICE).toArray();
      for (const row of rows) put(name, row);
      done += rows.length;
      sinceSaved += rows.length;
      cursor = rows.length < SLICE ? { table: at.table + 1, after: "" } : { table: at.table, after: rows.at(-1).id };
      if (sinceSaved >= saveEvery) {
        sinceSaved = 0;
        await save();
      }
    }
    tell({ done: total, total });
    await save();
  };

  const put = (name: (typeof TABLES)[number], row: KeptArticle | Noted): void => {
    // What is damaged is found nowhere.
    if (whole<KeptArticle | Noted>(row) === undefined) drop(name, row.id);
    else if (name === "articles") index.putArticle(row as KeptArticle);
    else index.putNote(row as Noted, null);
  };
  const drop = (name: (typeof TABLES)[number], id: string): void => {
    if (name === "articles") index.dropArticle(id);
    else index.dropNote(id);
  };

  /** Takes up records as they are now. Gives whether any is gone for good. */
  const take = async (name: WatchedTable, ids: readonly string[]): Promise<boolean> => {
    if (name === "merges") {
      heads = mergedKeys(await database.merges.toArray());
      return false;
    }
    if (name === "sightings") {
      for (const one of await database.sightings.bulkGet([...ids])) {
        if (one?.state !== undefined) index.putState(one.id, one.state);
      }
      return false;
    }
    const rows = (await database.table(name).bulkGet([...ids])) as (KeptArticle | Noted | undefined)[];
    rows.forEach((row, at) => {
      const id = ids[at] ?? "";
      if (row !== undefined) put(name, row);
      else drop(name, id);
    });
    return rows.includes(undefined);
  };

  const takeChanges = async (): Promise<void> => {
    const changes: LoggedChange[] = await database.changes.where("number").above(upTo).toArray();
    const last = changes.at(-1);
    if (last === undefined) return;
    if (changes.some(({ ids }) => ids === null)) {
      await startAnew();
      await make();
      return;
    }
    let isAnyGone = false;
    for (const name of [...TABLES, "sightings", "merges"] as const) {
      const ids = [...new Set(changes.flatMap((change) => (change.table === name ? (change.ids ?? []) : [])))];
      unsaved += ids.length;
      for (let at = 0; at < ids.length; at += SLICE) {
        isAnyGone = (await take(name, ids.slice(at, at + SLICE))) || isAnyGone;
      }
    }
    upTo = last.number;
    // What is gone for good must not stay in what is saved.
    if (isAnyGone || unsaved > UNSAVED) await save();
  };

  return {
    get index() {
      return index;
    },
    get heads() {
      return heads;
    },
    get generation() {
      return generation;
    },
    async catchUp() {
      if (!isOpen) await open();
      else if (await isCutOff()) await startAnew();
      if (cursor !== null) await make();
      await takeChanges();
    },
  };
}
