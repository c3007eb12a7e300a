import type { Backup, Taken } from "../src/exchange/backup.ts";
import type { Result } from "../src/result.ts";
import type { Database } from "../extension/store/database.ts";
import { storedKeys, takeUp } from "../extension/store/take-up.ts";

/** Takes up a backup, as an import does with the first of its items. */
export async function takeIn(database: Database, backup: Backup, now?: () => Date): Promise<Result<Taken>> {
  return takeUp(database, backup, await storedKeys(database), now === undefined ? {} : { now });
}
