import type { Table } from "dexie";
import { COLOURS_KEY, type Database } from "../store/database.ts";
import { ofWhole } from "../store/sound.ts";
import type { Stored } from "../../src/sync/edited.ts";
import type { TravellingList } from "../../src/sync/envelope.ts";

/** How the records of a kind lie in the store, for the sync, which handles all kinds alike. */

type Row = Readonly<Record<string, unknown>>;

const isColours = (list: TravellingList): boolean => list === "colours";

export const tableOf = (database: Database, list: TravellingList): Table<Row, string> =>
  database.table<Row, string>(isColours(list) ? "settings" : list);

/** What is stored of a record: it, nothing, or something that is not whole, which is neither sent nor written over. */
export type Found = { readonly state: "whole"; readonly stored: Stored } | { readonly state: "none" | "damaged" };

/** The records of some ids, as the store has them. */
export async function foundIn(
  database: Database,
  list: TravellingList,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Found>> {
  if (isColours(list)) {
    const lies = database.settings.where("key").equals(COLOURS_KEY);
    const row = await lies.filter(ofWhole("settings", () => true)).first();
    const isDamaged = row === undefined && (await lies.count()) > 0;
    // No name at all is what they are before anything is chosen.
    const names = row?.key === COLOURS_KEY ? row.names : {};
    return new Map(ids.map((id) => [id, isDamaged ? { state: "damaged" } : { state: "whole", stored: names }]));
  }
  const table = tableOf(database, list);
  const key = String(table.schema.primKey.keyPath);
  const rows = await table
    .where(key)
    .anyOf(ids)
    .filter(ofWhole(list, () => true))
    .toArray();
  const whole = new Map(rows.map((row) => [row[key] as string, row]));
  const there = new Set(await table.where(key).anyOf(ids).primaryKeys());
  return new Map(
    ids.map((id): [string, Found] => {
      const row = whole.get(id);
      return [id, row === undefined ? { state: there.has(id) ? "damaged" : "none" } : { state: "whole", stored: row }];
    }),
  );
}

/** Stores records of one kind, as the sync came to them. */
export async function putAll(database: Database, list: TravellingList, records: readonly Stored[]): Promise<void> {
  if (records.length === 0) return;
  const rows = isColours(list) ? records.map((names) => ({ key: COLOURS_KEY, names })) : records;
  await tableOf(database, list).bulkPut(rows);
}

/** The id of the one record of colours' names. */
export const COLOURS_ID = "colours";

/** The ids of all records of a kind. */
export async function idsOf(database: Database, list: TravellingList): Promise<readonly string[]> {
  return isColours(list) ? [COLOURS_ID] : tableOf(database, list).toCollection().primaryKeys();
}
