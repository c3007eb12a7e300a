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
        return isWatched(name) ? { ...table, mutate: (request) => mutateAndLog(core, table, name, request) } : table;
      },
    };
  },
};

async function mutateAndLog(core: DBCore, table: DBCoreTable, name: WatchedTable, request: DBCoreMutateRequest) {
  const { trans } = request;
  if (request.type === "deleteRange") {
    const answer = await table.mutate(request);
    await log(core, trans, [{ table: name, id: null }]);
    return answer;
  }
  const ids = (request.type === "delete" ? request.keys : request.values.map((value) => value.id)) as string[];
  const isTagged = name === "annotations" || name === "subjectNotes";
  const before = isTagged ? ((await table.getMany({ trans, keys: ids })) as (TaggedRow | undefined)[]) : [];
  const answer = await table.mutate(request);
  const failed = new Set(Object.keys(answer.failures).map(Number));
  const written = ids.flatMap((id, index) => (failed.has(index) ? [] : [{ id, index }]));
  await log(
    core,
    trans,
    written.map(({ id }) => ({ table: name, id })),
  );
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

async function log(core: DBCore, trans: DBCoreTransaction, changes: readonly Omit<LoggedChange, "number">[]) {
  if (changes.length > 0) await core.table("changes").mutate({ type: "add", trans, values: [...changes] });
}
