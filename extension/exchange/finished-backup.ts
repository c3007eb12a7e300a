import type { FinishedBackup } from "../calls/background-calls.ts";
import type { Database } from "../store/database.ts";
import { backupFile } from "./backup.ts";

/** Everything in a backup file, under an address of its own; for where nobody watches. */
export async function finishedBackup(database: Database): Promise<FinishedBackup> {
  const made = new Date().toISOString();
  const { name, blob } = await backupFile(database, new AbortController().signal, () => undefined);
  return { url: URL.createObjectURL(blob), name, made };
}
