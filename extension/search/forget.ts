import type { Database } from "../store/database.ts";
import { followStore } from "./follow.ts";
import { createIndexShelf, type IndexShelf } from "./saved-index.ts";

/** Only one context makes or saves an index at a time. */
export const INDEX_LOCK = "sourceline-search";

/**
 * After something was removed for good: takes it out of the saved index as well, where there is one, and empties the log
 * of changes, which names what is gone.
 */
export async function forgetInIndex(database: Database, shelf: IndexShelf = createIndexShelf()): Promise<void> {
  if ((await shelf.load()) === null) await shelf.clear();
  else await followStore(database, shelf, () => {}).catchUp();
  const last = (await database.changes.toCollection().lastKey()) as number | undefined;
  if (last === undefined) return;
  await database.changes.where("number").below(last).delete();
  // The last number stays, though it names nothing: by it an index knows that it is not behind.
  await database.changes.update(last, { ids: [] });
}
