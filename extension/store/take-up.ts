import { Dexie, type Table } from "dexie";
import { type Backup, ITEM_LISTS, type ItemList, type Taken, type Tally } from "../../src/exchange/backup.ts";
import { mergeArticle, mergePreferences, mergeRecord, type Stamped } from "../../src/exchange/merge.ts";
import { type Result, success } from "../../src/result.ts";
import { COLOURS_KEY, type Database, MARKING_KEY } from "./database.ts";
import { preferencesOf } from "./preferences.ts";
import { guarded } from "./records.ts";
import { whole } from "./sound.ts";

/** The keys under which records are stored, by list. What is not among them is new, and need not be looked for one by one. */
export type StoredKeys = Readonly<Record<ItemList, ReadonlySet<string>>>;

/** All keys, as they are now: some forty bytes for each record. */
export async function storedKeys(database: Database): Promise<StoredKeys> {
  const keys = await Promise.all(
    ITEM_LISTS.map(async (list) => [list, new Set(await database.table(list).toCollection().primaryKeys())] as const),
  );
  return Object.fromEntries(keys) as unknown as StoredKeys;
}

/**
 * Takes up what a backup holds, all of it or, where that fails, nothing, in one transaction. Nothing that is newer here is
 * lost, nothing is deleted, and twice is the same as once.
 *
 * @param keys what was stored when they were asked for: what is stored or removed meanwhile is found out.
 * @param options `signal` takes back what is not yet stored whole, which fails then; `now` gives the current instant: tests
 *   pass their own.
 */
export function takeUp(
  database: Database,
  backup: Backup,
  keys: StoredKeys,
  { signal, now = () => new Date() }: { readonly signal?: AbortSignal; readonly now?: () => Date } = {},
): Promise<Result<Taken>> {
  const ends = new AbortController();
  /** Brings live records into one table, inside the transaction of the caller. */
  const merge = async <T extends Stamped>(
    list: Exclude<ItemList, "sites">,
    incoming: readonly T[],
    one: typeof mergeRecord<T> = mergeRecord,
  ): Promise<Tally> => {
    const table = database.table<T, string>(list);
    const instant = now().toISOString();
    const unknown = incoming.filter(({ id }) => !keys[list].has(id));
    const firsts = new Map(unknown.toReversed().map((record) => [record.id, record]));
    const added = await addNew(table, [...firsts.values()]);
    const tally = { added: added.size, updated: 0, unchanged: 0 };
    // What stands in it twice is new but once.
    const rest = incoming.filter(({ id }) => !added.delete(id));
    const found = (await table.bulkGet(rest.map(({ id }) => id))).map(whole);
    const stored = new Map(found.flatMap((record) => (record === undefined ? [] : [[record.id, record] as const])));
    const written = new Map<string, T>();
    for (const record of rest) {
      const merged = one(written.get(record.id) ?? stored.get(record.id), record, instant);
      tally[merged.outcome] += 1;
      if (merged.record !== null) written.set(record.id, merged.record);
    }
    await table.bulkPut([...written.values()]);
    return tally;
  };

  const taken = guarded(() =>
    database.transaction("rw", database.tables, async (transaction) => {
      signal?.addEventListener("abort", () => transaction.abort(), { signal: ends.signal });
      await database.lookForSync();
      const tallies = [
        await merge("annotations", backup.annotations),
        await merge("corrections", backup.corrections),
        await merge("subjectNotes", backup.subjectNotes),
        await merge("merges", backup.merges),
        await merge("searches", backup.searches),
      ];
      const articles = await merge("articles", backup.articles, mergeArticle);
      // A site's settings have no history, so what is set here stays.
      const known = new Set(await database.sites.toCollection().primaryKeys());
      const sites = backup.sites.filter(({ site }) => !known.has(site));
      await database.sites.bulkPut(sites);
      tallies.push({ added: sites.length, updated: 0, unchanged: backup.sites.length - sites.length });
      const { colourNames, marking, tally } = mergePreferences(await preferencesOf(database), backup);
      if (Object.keys(colourNames).length > 0) await database.settings.put({ key: COLOURS_KEY, names: colourNames });
      if (marking !== null) await database.settings.put({ key: MARKING_KEY, marking });
      tallies.push(tally);
      const sum = (outcome: keyof Tally): number => tallies.reduce((total, one) => total + one[outcome], 0);
      return success({
        added: sum("added"),
        updated: sum("updated"),
        unchanged: sum("unchanged"),
        articles: articles.added + articles.updated,
      });
    }),
  );
  return taken.finally(() => ends.abort());
}

/** Adds those records that are not stored yet, and gives their keys. */
async function addNew<T extends Stamped>(table: Table<T, string>, records: readonly T[]): Promise<Set<string>> {
  const keysOf = (some: readonly T[]): Set<string> => new Set(some.map(({ id }) => id));
  try {
    await table.bulkAdd(records);
    return keysOf(records);
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const { failuresByPos } = error;
    const other = Object.values(failuresByPos).find(({ name }) => name !== "ConstraintError");
    if (other !== undefined) throw other;
    return keysOf(records.filter((_record, index) => !Object.hasOwn(failuresByPos, index)));
  }
}
