import {
  type FileProblem,
  NO_PREFERENCES,
  type Preferences,
  type RefusedItem,
  type Taken,
} from "../../src/exchange/backup.ts";
import type { CheckedItem, ImportSink } from "../../src/exchange/import/open-import.ts";
import { labelOf } from "../../src/exchange/refusal.ts";
import { collect } from "../../src/exchange/collect.ts";
import { mergeArticle, mergePreferences, mergeRecord, type Stamped } from "../../src/exchange/merge.ts";
import { type Result, success } from "../../src/result.ts";
import { callBackground } from "../calls/call.ts";
import type { Database } from "../store/database.ts";
import { preferencesOf } from "../store/preferences.ts";
import { storedKeys, type StoredKeys, takeUp } from "../store/take-up.ts";
import type { Progress } from "./export.ts";
import { readFile } from "./read-file.ts";

/**
 * How much is dealt with at a time: so many items, of which an article counts for several, since it has its statements and
 * is indexed under each of its names. What is looked up is few, which the engine frees while they are young. What is stored
 * in one transaction is many, since a tag is counted once for all of them, and few enough that progress is told twice a
 * second.
 */
const LOOKED_UP = 200;
const STORED = 1_000;
const ARTICLE = 4;
const weightOf = ({ list }: CheckedItem): number => (list === "articles" ? ARTICLE : 1);
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

/** What is done with the items of a file: so many at a time. */
interface Taking {
  readonly batch: number;
  readonly take: (items: readonly CheckedItem[], preferences: Preferences) => Promise<Result<Taken>>;
}

/**
 * Reads a file and says what importing it would do. Nothing is written.
 *
 * @throws `AbortError` where the signal ends it, `NotReadableError` where the file can't be read.
 */
export async function previewImport(
  database: Database,
  file: File,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Result<ImportOutcome>> {
  const keys = await storedKeys(database);
  const look: Taking = {
    batch: LOOKED_UP,
    take: async (...taken) => success(await compare(database, keys, ...taken)),
  };
  return run(look, file, signal, onProgress);
}

/**
 * Imports a file: each item whole or not at all, and nothing over what is newer here. Ended half way, what was imported
 * stays, and importing the file again goes on where it ended, since twice is the same as once.
 *
 * @throws as `previewImport`.
 */
export async function importFile(
  database: Database,
  file: File,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Result<ImportOutcome>> {
  const keys = await storedKeys(database);
  const store: Taking = {
    batch: STORED,
    take: (...taken) => takeUp(database, collect(...taken), keys, { signal }),
  };
  try {
    return await run(store, file, signal, onProgress);
  } finally {
    await callBackground("tookUp", null);
  }
}

async function run(
  { batch, take }: Taking,
  file: File,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Result<ImportOutcome>> {
  const tally = { added: 0, updated: 0, unchanged: 0, articles: 0 };
  const refused: RefusedItem[] = [];
  const samples: string[] = [];
  let refusedCount = 0;
  const waiting: CheckedItem[] = [];
  let preferences: Preferences | null = null;
  let failed: Result<never> | null = null;

  const settleBatch = async (items: readonly CheckedItem[], chosen = NO_PREFERENCES): Promise<void> => {
    const taken = await take(items, chosen);
    if (!taken.ok) failed = taken;
    else for (const key of ["added", "updated", "unchanged", "articles"] as const) tally[key] += taken.value[key];
  };
  /** The batch that is dealt with while more is read. */
  let settling: Promise<void> = Promise.resolve();
  /** Deals with what waits: all of it, or what fills a batch. */
  const settle = async (isAll: boolean): Promise<void> => {
    for (;;) {
      let [count, weight] = [0, 0];
      while (weight < batch && count < waiting.length) {
        weight += weightOf(waiting[count] as CheckedItem);
        count += 1;
      }
      if (count === 0 || (weight < batch && !isAll)) return;
      await settling;
      signal.throwIfAborted();
      if (failed !== null) return;
      settling = settleBatch(waiting.splice(0, count));
      // Whoever waits for it next is told.
      settling.catch(() => undefined);
    }
  };
  const sink: ImportSink = {
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
    preferences: (found) => {
      preferences = { ...(preferences ?? NO_PREFERENCES), ...found };
    },
  };
  let problem: FileProblem | null;
  try {
    problem = await readFile(file, sink, () => settle(false), signal, onProgress);
    await settle(true);
  } finally {
    // However it ends, nothing goes on behind its user's back.
    await settling;
  }
  if (failed !== null) {
    // What was ended while it was stored has failed by that.
    signal.throwIfAborted();
    return failed;
  }
  if (problem !== null) return success({ kind: "rejected", problem });
  if (preferences !== null) await settleBatch([], preferences);
  if (failed !== null) return failed;
  return success({ kind: "read", ...tally, samples, refused, refusedCount });
}

/** What would become of items, by what is stored now. */
async function compare(
  database: Database,
  keys: StoredKeys,
  items: readonly CheckedItem[],
  preferences: Preferences,
): Promise<Taken> {
  const tally = { added: 0, updated: 0, unchanged: 0, articles: 0 };
  const now = new Date().toISOString();
  const incoming = collect(items, preferences);
  for (const { site } of incoming.sites) tally[keys.sites.has(site) ? "unchanged" : "added"] += 1;
  for (const list of ["annotations", "corrections", "subjectNotes", "merges", "searches"] as const) {
    const records: readonly Stamped[] = incoming[list];
    const known = records.filter(({ id }) => keys[list].has(id));
    const stored: readonly (Stamped | undefined)[] = await database[list].bulkGet(known.map(({ id }) => id));
    known.forEach((record, index) => (tally[mergeRecord(stored[index], record, now).outcome] += 1));
    tally.added += records.length - known.length;
  }
  const known = incoming.articles.filter(({ id }) => keys.articles.has(id));
  const stored = await database.articles.bulkGet(known.map(({ id }) => id));
  for (const [index, article] of known.entries()) {
    if (mergeArticle(stored[index], article, now).outcome !== "unchanged") tally.articles += 1;
  }
  tally.articles += incoming.articles.length - known.length;
  tally.added += mergePreferences(await preferencesOf(database), preferences).tally.added;
  return tally;
}
