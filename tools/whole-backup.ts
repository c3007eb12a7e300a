import type { Result } from "../src/result.ts";
import {
  type Backup,
  BACKUP_TEXT,
  type FileProblem,
  ITEM_LISTS,
  NO_PREFERENCES,
  type RefusedItem,
} from "../src/exchange/backup.ts";
import { jsonItems } from "../src/exchange/export/format.ts";
import { openImport } from "../src/exchange/import/open-import.ts";

/** A backup in one piece, for whoever has it in memory: tests, benchmarks and the command lines. */

/** A backup's items that are of the documented form, and those that are not. */
interface CheckedBackup {
  readonly backup: Backup;
  readonly refused: readonly RefusedItem[];
}

/** The instant after which no record is taken to be. */
const END = "9999-12-31T23:59:59.999Z";

/** The text of a backup file. `exported` is when it is made. */
export function writeBackup(backup: Backup, exported: Date): string {
  const lists = ITEM_LISTS.map((list) => BACKUP_TEXT.listBegin(list) + jsonItems()(backup[list]) + BACKUP_TEXT.listEnd);
  return [BACKUP_TEXT.begin(exported), ...lists, BACKUP_TEXT.end(backup)].join("");
}

/** Reads the text of a file that holds a backup, or what another program wrote. */
export function readBackup(text: string): Result<CheckedBackup, FileProblem> {
  const refused: RefusedItem[] = [];
  let preferences = NO_PREFERENCES;
  const lists: { -readonly [List in (typeof ITEM_LISTS)[number]]: Backup[List][number][] } = {
    annotations: [],
    corrections: [],
    sites: [],
    subjectNotes: [],
    articles: [],
    merges: [],
    searches: [],
  };
  const opened = openImport(
    {
      item: ({ list, item }) => (lists[list] as unknown[]).push(item),
      refused: (item) => refused.push(item),
      preferences: (found) => {
        preferences = { ...preferences, ...found };
      },
    },
    { fallback: new Date(0).toISOString(), ownerLabels: () => 2 },
    END,
  );
  const reader = opened.open("backup.json", text);
  const problem = reader === null ? "unknown" : (reader.write(text) ?? reader.end());
  opened.end();
  return problem === null
    ? { ok: true, value: { backup: { ...lists, ...preferences }, refused } }
    : { ok: false, error: problem };
}
