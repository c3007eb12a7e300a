import type { DBCore, DBCoreMutateRequest, DBCoreTable, DBCoreTransaction, Middleware } from "dexie";
import { type LoggedChange, WATCHED, type WatchedTable } from "./rows.ts";
import { countTags, type TaggedRow } from "./tag-count.ts";

/** The tables that are written along with them, in the same transaction. */
const ALONG = ["changes", "tags", "jobs"];

const isWatched = (name: string): name is WatchedTable => (WATCHED as readonly string[]).includes(name);

/**
 * Logs every write to a watched table, and keeps count of the tags, in the transaction that writes: whoever writes can't
 * forget it, and what is not written is not logged.
 */
export const changeLog: Middleware<DBCore> = {
  stack: "dbcore",
  name: "sourceline-changes",
  create(core) {
    // A database that is being upgraded from an older form has no such tables yet.
    const hasLog = core.schema.tables.some(({ name }) => name === "changes");
    if (!hasLog) return core;
    return {
      ...core,
      transaction(stores, mode, options) {
        const writes = mode === "readwrite" && stores.some(isWatched);
        return core.transaction(writes ? [...new Set([...stores, ...ALONG])] : stores, mode, options);
      },
      table(name) {
        const table = core.table(name);
        if (!isWatched(name)) return table;
        return {
          ...table,
          getMany: async (request) => {
            const rows = await table.getMany(request);
            remember(request.trans, name, request.keys as readonly string[], rows);
            return rows;
          },
          mutate: (request) => mutateAndLog(core, table, name, request),
        };
      },
    };
  },
};

/** What writing transactions have read by keys, by table and key: whoever writes over a row has mostly just read it. */
const read = new WeakMap<DBCoreTransaction, Map<string, unknown>>();

const placeOf = (name: WatchedTable, id: string): string => `${name} ${id}`;

function remember(trans: DBCoreTransaction, name: WatchedTable, ids: readonly string[], rows: readonly unknown[]) {
  if ((trans as IDBTransaction).mode !== "readwrite") return;
  const known = read.get(trans) ?? new Map<string, unknown>();
  read.set(trans, known);
  ids.forEach((id, index) => known.set(placeOf(name, id), rows[index]));
}

/** Rows as they stand before a write. What the transaction has read already is not asked for again. */
async function rowsBefore(table: DBCoreTable, trans: DBCoreTransaction, name: WatchedTable, ids: readonly string[]) {
  const known = read.get(trans);
  const unread = ids.filter((id) => known?.has(placeOf(name, id)) !== true);
  if (unread.length > 0) remember(trans, name, unread, await table.getMany({ trans, keys: unread }));
  return ids.map((id) => read.get(trans)?.get(placeOf(name, id)) as TaggedRow | undefined);
}

async function mutateAndLog(core: DBCore, table: DBCoreTable, name: WatchedTable, request: DBCoreMutateRequest) {
  const { trans } = request;
  if (request.type === "deleteRange") {
    const answer = await table.mutate(request);
    read.delete(trans);
    await log(core, trans, { table: name, ids: null });
    return answer;
  }
  const ids = (request.type === "delete" ? request.keys : request.values.map((value) => value.id)) as string[];
  const isTagged = name === "annotations" || name === "subjectNotes";
  // What is added over nothing stands over nothing, or fails.
  const before = isTagged && request.type !== "add" ? await rowsBefore(table, trans, name, ids) : [];
  const answer = await table.mutate(request);
  for (const id of ids) read.get(trans)?.delete(placeOf(name, id));
  const failed = new Set(Object.keys(answer.failures).map(Number));
  const written = ids.flatMap((id, index) => (failed.has(index) ? [] : [{ id, index }]));
  if (written.length > 0) await log(core, trans, { table: name, ids: written.map(({ id }) => id) });
  if (isTagged) {
    const after = request.type === "delete" ? [] : (request.values as readonly TaggedRow[]);
    await countTags(
      core,
      trans,
      name,
      written.map(({ id, index }) => ({ id, before: before[index], after: after[index] })),
    );
  }
  return answer;
}

async function log(core: DBCore, trans: DBCoreTransaction, change: Omit<LoggedChange, "number">) {
  await core.table("changes").mutate({ type: "add", trans, values: [change] });
}
