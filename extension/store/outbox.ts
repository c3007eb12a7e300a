import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from "dexie";
import type { TravellingList } from "../../src/sync/envelope.ts";
import { type Outgoing, placeKey } from "./rows.ts";

/** The tables whose records travel. Of the settings, the colours' names alone do. */
const LISTS: Readonly<Record<string, TravellingList>> = {
  annotations: "annotations",
  subjectNotes: "subjectNotes",
  articles: "articles",
  corrections: "corrections",
  merges: "merges",
  searches: "searches",
  sites: "sites",
  settings: "colours",
};

/**
 * Notes down which records were written, in the transaction that writes: what is stored and not sent is known, whenever the
 * browser is ended. More than was written in the end may be noted: what is not changed is not sent.
 *
 * @param isWanted tells whether a sync is set up.
 */
export const outboxWhere = (isWanted: () => boolean): Middleware<DBCore> => ({
  stack: "dbcore",
  name: "sourceline-outbox",
  create(core) {
    // A database that is being upgraded from an older form has no such table yet.
    const hasOutbox = core.schema.tables.some(({ name }) => name === "outgoing");
    if (!hasOutbox) return core;
    return {
      ...core,
      transaction(stores, mode, options) {
        const writes = mode === "readwrite" && stores.some((name) => Object.hasOwn(LISTS, name));
        return core.transaction(writes ? [...new Set([...stores, "outgoing"])] : stores, mode, options);
      },
      table(name) {
        const table = core.table(name);
        const list = LISTS[name];
        if (list === undefined) return table;
        return {
          ...table,
          mutate: (request) => (isWanted() ? mutateAndNote(core, table, list, request) : table.mutate(request)),
        };
      },
    };
  },
});

async function mutateAndNote(core: DBCore, table: DBCoreTable, list: TravellingList, request: DBCoreMutateRequest) {
  const ids = request.type === "deleteRange" ? [null] : idsOf(table, request);
  const values = ids.map((id): Outgoing => ({ place: placeKey(list, id ?? ""), list, id }));
  // Both are asked for at once: Dexie knows of its transaction only until something is waited for.
  const noted = core.table("outgoing").mutate({ type: "put", trans: request.trans, values });
  const [answer] = await Promise.all([table.mutate(request), noted]);
  return answer;
}

function idsOf(table: DBCoreTable, request: Exclude<DBCoreMutateRequest, { type: "deleteRange" }>): readonly string[] {
  if (request.type === "delete") return request.keys as string[];
  const { extractKey } = table.schema.primaryKey;
  return request.values.map((value) => extractKey?.(value) as string);
}
