import { Dexie, type Table } from "dexie";
import type { PackedIndex } from "../../src/library/library-index.ts";

/** How far into a store an index has come that is being made: the table, and the last key in it. */
export interface Cursor {
  readonly table: number;
  readonly after: string;
}

/** An index as it is kept between two visits. */
export interface SavedIndex {
  readonly index: PackedIndex;
  /** The last change of the store that is in it. */
  readonly upTo: number;
  /** Where it goes on, or `null` where all of the store is in it. */
  readonly cursor: Cursor | null;
}

/** The form of what is saved. Whatever has another is made anew. */
const FORM = 2;

interface SavedRow extends SavedIndex {
  readonly name: "index";
  readonly form: number;
  /** What comes of its bytes: what is damaged has another. */
  readonly checksum: number;
}

/** Where an index is kept. It holds nothing that the user's own database does not, and may be lost at any time. */
export interface IndexShelf {
  /** What was saved, or `null` where nothing is, or nothing that is whole. */
  load(): Promise<SavedIndex | null>;
  save(saved: SavedIndex): Promise<void>;
  /** Takes it away. */
  clear(): Promise<void>;
}

/** The database of the index: one of its own, so that damage to it is no damage to what the user wrote. */
export const SHELF_NAME = "sourceline-search";

export function createIndexShelf(name = SHELF_NAME): IndexShelf {
  const database = new Dexie(name);
  database.version(1).stores({ saved: "name" });
  const table: Table<SavedRow, string> = database.table("saved");
  return {
    async load() {
      try {
        const row = await table.get("index");
        if (row === undefined || row.form !== FORM || row.checksum !== checksumOf(row.index)) return null;
        return row;
      } catch {
        return null;
      }
    },
    async save(saved) {
      await table.put({ ...saved, name: "index", form: FORM, checksum: checksumOf(saved.index) });
    },
    async clear() {
      await table.clear();
    },
  };
}

/** FNV-1a over the words' postings and the documents, four bytes at a time where they are numbers. */
function checksumOf({ terms, documents, articles, nameKeys }: PackedIndex): number {
  let hash = 0x811c9dc5;
  const add = (numbers: ArrayLike<number>): void => {
    for (let at = 0; at < numbers.length; at += 1) hash = Math.imul(hash ^ (numbers[at] ?? 0), 0x01000193);
  };
  add([terms.words.length, articles.length, nameKeys.length]);
  add(terms.offsets);
  add(terms.postings);
  add(documents.article);
  add(documents.flags);
  return hash >>> 0;
}
