import * as v from "valibot";
import browser from "webextension-polyfill";
import { isOnName, type Noted } from "../../src/annotation/records/name-note.ts";
import type { Unsaved } from "../../src/annotation/unsaved.ts";
import type { Failure, Result } from "../../src/result.ts";
import { BACKGROUND_CALLS } from "../calls/background-calls.ts";
import { LEFT, WRITING } from "../calls/journal.ts";
import type { Change } from "../calls/schemas.ts";
import { ownerLabels } from "../store/owners.ts";
import type { NameNoteWriter } from "../store/name-note-writer.ts";
import type { Asked } from "../store/records.ts";
import type { Writer } from "../store/writer.ts";
import type { Seals } from "./seals.ts";
import { tellReaders } from "./tell-readers.ts";

/** Saves what outboxes send, and what they left behind. */
export type Save = (asked: Asked<Unsaved>, isLate: boolean) => Promise<Result<Noted>>;

export const createSave =
  (writer: Writer, names: NameNoteWriter): Save =>
  (asked, isLate) =>
    asked.kind === "annotation" ? writer.save(asked, isLate) : names.save(asked, isLate);

/** What a saved record concerns. */
export const changeOf = (record: Noted): Change =>
  isOnName(record) ? { kind: "names" } : { kind: "annotations", page: record.target.page };

/** What was written and not saved by whoever wrote it. */
export interface LeftBehind {
  /** Saves what was left of a record: whoever opens it next finds all of it there. */
  saveOf(id: string): Promise<void>;
}

/** How long an entry rests before it is nobody's, in milliseconds: who writes it sends it much sooner, and keeps it anew. */
const ABANDONED = 60_000;

/** How long after the last letter something that is there still was not sent, in milliseconds: longer than an outbox waits. */
const UNSENT = 5_000;

/** An entry that was kept: what it says is saved only where its writer might have it saved by a call. */
interface Found {
  readonly key: string;
  readonly entry: v.InferOutput<typeof BACKGROUND_CALLS.save.input>;
}

/**
 * Saves what pages could not send any more before they were closed, killed or cut off: at every start, and when a page
 * leaves something. What somebody may be writing still is saved as well, and stays.
 */
export function saveLeftBehind(save: Save, seals: Pick<Seals, "opener">): LeftBehind {
  const { local } = browser.storage;
  /** What is kept under keys with one of these beginnings, in the order in which it was written. */
  const entries = async (prefixes: readonly string[]): Promise<Found[]> => {
    const kept = Object.entries(await local.get(null)).filter(([key]) =>
      prefixes.some((prefix) => key.startsWith(prefix)),
    );
    if (kept.length === 0) return [];
    const { open, isComplete } = await seals.opener();
    const found: Found[] = [];
    for (const [key, value] of kept) {
      const opened = open(value);
      const entry = v.safeParse(BACKGROUND_CALLS.save.input, opened?.entry);
      const isOurs =
        opened !== null && entry.success && BACKGROUND_CALLS.save.from(opened.sender, entry.output, ownerLabels);
      if (isOurs) found.push({ key, entry: entry.output });
      else if (opened !== null || isComplete) await local.remove(key);
    }
    return found.toSorted((a, b) => (a.entry.at < b.entry.at ? -1 : 1));
  };
  /**
   * What of an entry that stays is saved, by its key. Pages that are told of it ask for the record again, and with that for
   * what was left of it: they would be told without end.
   */
  const done = new Map<string, string>();
  const saveAll = async (prefixes: readonly string[], id: string | null = null): Promise<void> => {
    /** The records of which something can't be saved yet: what was written of them after that waits behind it. */
    const waiting = new Set<string>();
    for (const { key, entry } of await entries(prefixes)) {
      if (waiting.has(entry.id) || (id !== null && entry.id !== id)) continue;
      const said = JSON.stringify(entry);
      if (done.get(key) !== said) {
        const saved = await save(entry, true);
        if (!saved.ok && mayComeThrough(saved.error)) {
          waiting.add(entry.id);
          continue;
        }
        if (saved.ok) {
          done.set(key, said);
          void tellReaders(changeOf(saved.value), null);
        }
      }
      if (mayBeWritten(key, entry.at)) continue;
      done.delete(key);
      await local.remove(key);
    }
  };

  // What fails now is tried again with the next that is left, or at the next start.
  const attempt = (...prefixes: string[]): Promise<void> => saveAll(prefixes).catch((error) => console.error(error));
  let last = attempt(LEFT, WRITING);
  let timer: ReturnType<typeof setTimeout> | undefined;
  local.onChanged.addListener((changes) => {
    const isNew = (prefix: string): boolean =>
      Object.entries(changes).some(([key, { newValue }]) => key.startsWith(prefix) && newValue !== undefined);
    if (isNew(LEFT)) last = last.then(() => attempt(LEFT));
    if (!isNew(WRITING)) return;
    // A browser that is busy ends a closed page before that can say that it goes.
    clearTimeout(timer);
    timer = setTimeout(() => (last = last.then(() => attempt(WRITING))), UNSENT);
  });
  return {
    // Where that fails, as in a browser that is closing, it lies there still.
    saveOf: (id) => (last = last.then(() => saveAll([LEFT, WRITING], id).catch(() => undefined))),
  };
}

/** Whether somebody may be at it. A clock that was set back makes it last longer, which does no harm. */
const mayBeWritten = (key: string, at: string): boolean =>
  key.startsWith(WRITING) && Date.now() - Date.parse(at) < ABANDONED;

/** Whether the same may be saved another time, with more space or a database that opens. */
const mayComeThrough = ({ code }: Failure): boolean => code === "storage-full" || code === "storage-failed";
