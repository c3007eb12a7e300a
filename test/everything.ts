import type { Backup, ItemList } from "../src/exchange/backup.ts";
import { itemsOf } from "../extension/exchange/backup.ts";
import type { Database } from "../extension/store/database.ts";
import { preferencesOf } from "../extension/store/preferences.ts";

/** Everything that a backup has of a database, as the backup reads it. */
export async function everything(database: Database): Promise<Backup> {
  const all = async <List extends ItemList>(list: List): Promise<Backup[List][number][]> => {
    const found: Backup[List][number][] = [];
    for await (const items of itemsOf(database, list)) found.push(...(items as Backup[List][number][]));
    return found;
  };
  return {
    annotations: await all("annotations"),
    corrections: await all("corrections"),
    sites: await all("sites"),
    subjectNotes: await all("subjectNotes"),
    articles: await all("articles"),
    merges: await all("merges"),
    searches: await all("searches"),
    ...(await preferencesOf(database)),
  };
}
