import { BACKUP_TEXT, type Backup, ITEM_LISTS, type ItemList } from "../../src/exchange/backup.ts";
import { jsonItems } from "../../src/exchange/export/format.ts";
import type { Database } from "../store/database.ts";
import { withSomethingKept } from "../store/name-note-queries.ts";
import type { KeptArticle } from "../../src/annotation/records/kept-article.ts";
import { chosenSites } from "../store/queries.ts";
import { preferencesOf } from "../store/preferences.ts";
import type { Made, Progress } from "./export.ts";

/** Records that are read at a time. An article's is ten times as long as others. */
const BATCH = 500;
const ARTICLES = 50;
/** Records that are written as one text: the engine soon frees short ones, and lets long ones pile up. */
const PIECE = 50;

/**
 * Everything that the user has, as a backup file: JSON, packed with gzip. It is read in batches, so each record is whole
 * and as it stood when its turn came.
 *
 * @throws `AbortError` where the signal ends it, and what the database throws.
 */
export async function backupFile(database: Database, signal: AbortSignal, onProgress: Progress): Promise<Made> {
  const made = new Date();
  const text = streamOf(backupText(database, made, signal, onProgress));
  const packed = text.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream("gzip"));
  const blob = await new Response(packed).blob();
  return { name: `sourceline-${made.toISOString().slice(0, 10)}.json.gz`, blob };
}

/** Pieces of text as a stream, each made when it is asked for. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<string> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void pieces.return(undefined),
  });
}

async function* backupText(
  database: Database,
  made: Date,
  signal: AbortSignal,
  onProgress: Progress,
): AsyncGenerator<string> {
  const counts = await Promise.all(ITEM_LISTS.map((list) => database[list].count()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  yield BACKUP_TEXT.begin(made);
  for (const list of ITEM_LISTS) {
    yield BACKUP_TEXT.listBegin(list);
    const write = jsonItems();
    for await (const items of itemsOf(database, list)) {
      signal.throwIfAborted();
      done += items.length;
      onProgress(Math.min(done, total), total);
      for (let start = 0; start < items.length; start += PIECE) yield write(items.slice(start, start + PIECE));
    }
    yield BACKUP_TEXT.listEnd;
  }
  yield BACKUP_TEXT.end(await preferencesOf(database));
}

/** A list's items, batch by batch; what was deleted is none, nor an article on which nothing is left. */
export async function* itemsOf(
  database: Database,
  list: ItemList,
): AsyncGenerator<readonly Backup[ItemList][number][]> {
  if (list === "sites") {
    yield await chosenSites(database);
    return;
  }
  let last: string | null = null;
  for (;;) {
    const table = database[list];
    const rows: readonly Backup[Exclude<ItemList, "sites">][number][] = await (
      last === null ? table.orderBy("id") : table.where("id").above(last)
    )
      .limit(list === "articles" ? ARTICLES : BATCH)
      .toArray();
    const live = rows.filter(({ deleted }) => deleted === null);
    yield list === "articles" ? await withSomethingKept(database, live as readonly KeptArticle[]) : live;
    last = rows.at(-1)?.id ?? null;
    if (last === null) return;
  }
}
