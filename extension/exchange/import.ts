import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { Backup, FileProblem, ItemList, RefusedItem, Taken } from "../../src/exchange/backup.ts";
import type { CheckedItem } from "../../src/exchange/import/open-import.ts";
import { labelOf } from "../../src/exchange/refusal.ts";
import { mergeArticle, mergeRecord, type Stamped } from "../../src/exchange/merge.ts";
import { type Result, success } from "../../src/result.ts";
import { callBackground } from "../calls/call.ts";
import type { Database } from "../store/database.ts";
import type { Progress } from "./export.ts";
import { readFile } from "./read-file.ts";

/** Items that are looked up or stored at a time: one transaction, and a cancel never waits longer than for one. */
const BATCH = 250;
/** Refused items that are told of one by one, and new ones that are shown beforehand. */
const TOLD = 5_000;
const SAMPLES = 5;

/** What a file would do, or did. */
export interface ImportReport {
  /** New here, or deleted here and back. */
  readonly added: number;
  /** Ahead of what is here. */
  readonly updated: number;
  /** Here already, the same or newer. */
  readonly unchanged: number;
  /** Articles that are new or newer. */
  readonly articles: number;
  /** The first of those that are new, by the beginning of what they say. */
  readonly samples: readonly string[];
  readonly refused: readonly RefusedItem[];
  /** How many were refused, told of or not. */
  readonly refusedCount: number;
}

export type ImportOutcome =
  { readonly kind: "rejected"; readonly problem: FileProblem } | ({ readonly kind: "read" } & ImportReport);

/** What is gathered while a file is read. */
interface Gathering {
  readonly take: (items: readonly CheckedItem[], colourNames: ColourNames) => Promise<Result<Taken>>;
}

/**
 * Reads a file and says what importing it would do. Nothing is written.
 *
 * @throws `AbortError` where the signal ends it, `NotReadableError` where the file can't be read.
 */
export function previewImport(
  database: Database,
  file: File,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Result<ImportOutcome>> {
  return run({ take: async (items) => success(await compare(database, items)) }, file, signal, onProgress);
}

/**
 * Imports a file: each item whole or not at all, and nothing over what is newer here. Ended half way, what was imported
 * stays, and importing the file again goes on where it ended, since twice is the same as once.
 *
 * @throws as `previewImport`.
 */
export async function importFile(
  file: File,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Result<ImportOutcome>> {
  const store: Gathering = { take: (items, colourNames) => callBackground("takeUp", { items, colourNames }) };
  try {
    return await run(store, file, signal, onProgress);
  } finally {
    await callBackground("tookUp", null);
  }
}

async function run(
  { take }: Gathering,
  file: File,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Result<ImportOutcome>> {
  const tally = { added: 0, updated: 0, unchanged: 0, articles: 0 };
  const refused: RefusedItem[] = [];
  const samples: string[] = [];
  let refusedCount = 0;
  let waiting: CheckedItem[] = [];
  let colourNames: ColourNames = {};
  let failed: Result<never> | null = null;

  const settle = async (): Promise<void> => {
    const items = waiting;
    waiting = [];
    for (let start = 0; start < items.length && failed === null; start += BATCH) {
      signal.throwIfAborted();
      const taken = await take(items.slice(start, start + BATCH), colourNames);
      if (!taken.ok) failed = taken;
      else for (const key of ["added", "updated", "unchanged", "articles"] as const) tally[key] += taken.value[key];
    }
  };
  const problem = await readFile(
    file,
    {
      item: (item) => {
        // What can't be stored any more would pile up.
        if (failed !== null) return;
        if (samples.length < SAMPLES && (item.list === "annotations" || item.list === "articles"))
          samples.push(labelOf(item.item));
        waiting.push(item);
      },
      refused: (item) => {
        refusedCount += 1;
        if (refused.length < TOLD) refused.push(item);
      },
      colourNames: (names) => {
        colourNames = names;
      },
    },
    settle,
    signal,
    onProgress,
  );
  if (failed !== null) return failed;
  if (problem !== null) return success({ kind: "rejected", problem });
  // They stand at the end of a backup, where there may be no item left for them to go with.
  const named = Object.keys(colourNames).length === 0 ? null : await take([], colourNames);
  if (named?.ok === false) return named;
  return success({ kind: "read", ...tally, samples, refused, refusedCount });
}

/** What would become of items, by what is stored now. */
async function compare(database: Database, items: readonly CheckedItem[]): Promise<Taken> {
  const tally = { added: 0, updated: 0, unchanged: 0, articles: 0 };
  const now = new Date().toISOString();
  const of = <List extends ItemList>(list: List): Backup[List][number][] =>
    items.flatMap((one) => (one.list === list ? [one.item as Backup[List][number]] : []));
  const sites = of("sites").map(({ site }) => site);
  for (const known of await database.sites.bulkGet(sites)) tally[known === undefined ? "added" : "unchanged"] += 1;
  for (const list of ["annotations", "corrections", "subjectNotes", "merges", "searches"] as const) {
    const records: readonly Stamped[] = of(list);
    const stored: readonly (Stamped | undefined)[] = await database[list].bulkGet(records.map(({ id }) => id));
    records.forEach((record, index) => (tally[mergeRecord(stored[index], record, now).outcome] += 1));
  }
  const articles = of("articles");
  const stored = await database.articles.bulkGet(articles.map(({ id }) => id));
  for (const [index, article] of articles.entries()) {
    if (mergeArticle(stored[index], article, now).outcome !== "unchanged") tally.articles += 1;
  }
  return tally;
}
