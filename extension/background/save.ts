import * as v from "valibot";
import browser from "webextension-polyfill";
import { isOnName, type Noted } from "../../src/annotation/records/name-note.ts";
import type { Unsaved } from "../../src/annotation/unsaved.ts";
import type { Failure, Result } from "../../src/result.ts";
import { BACKGROUND_CALLS } from "../calls/background-calls.ts";
import { LEFT, WRITING } from "../calls/journal.ts";
import type { Change } from "../calls/schemas.ts";
import type { NameNoteWriter } from "../store/name-note-writer.ts";
import type { Asked } from "../store/records.ts";
import type { Writer } from "../store/writer.ts";
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

/** How long an entry rests before it is nobody's, in milliseconds: who writes it sends it much sooner, and keeps it anew. */
const ABANDONED = 60_000;

/**
 * Saves what pages could not send any more before they were closed, killed or cut off: at every start, and when a page
 * leaves something. What somebody may be writing still is saved as well, and stays.
 */
export function saveLeftBehind(save: Save): void {
  const saveAll = async (prefixes: readonly string[]): Promise<void> => {
    const kept = await browser.storage.local.get(null);
    const found = Object.entries(kept)
      .filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix)))
      .map(([key, left]) => ({ key, left: v.safeParse(BACKGROUND_CALLS.save.input, left) }));
    /** The records of which something can't be saved yet: what was written of them after that waits behind it. */
    const waiting = new Set<string>();
    // In the order in which they were written. What another version left may have another form, which sorts first.
    const atOf = ({ left }: (typeof found)[number]): string => (left.success ? left.output.at : "");
    for (const { key, left } of found.toSorted((a, b) => (atOf(a) < atOf(b) ? -1 : 1))) {
      if (left.success && waiting.has(left.output.id)) continue;
      const saved = left.success ? await save(left.output, true) : null;
      if (left.success && saved?.ok === false && mayComeThrough(saved.error)) {
        waiting.add(left.output.id);
        continue;
      }
      if (!left.success || !mayBeWritten(key, left.output.at)) await browser.storage.local.remove(key);
      if (saved?.ok) void tellReaders(changeOf(saved.value), null);
    }
  };

  // What fails now is tried again with the next that is left, or at the next start.
  const attempt = (...prefixes: string[]): Promise<void> => saveAll(prefixes).catch((error) => console.error(error));
  let last = attempt(LEFT, WRITING);
  browser.storage.local.onChanged.addListener((changes) => {
    const isNew = Object.entries(changes).some(([key, { newValue }]) => key.startsWith(LEFT) && newValue !== undefined);
    if (isNew) last = last.then(() => attempt(LEFT));
  });
}

/** Whether somebody may be at it. A clock that was set back makes it last longer, which does no harm. */
const mayBeWritten = (key: string, at: string): boolean =>
  key.startsWith(WRITING) && Date.now() - Date.parse(at) < ABANDONED;

/** Whether the same may be saved another time, with more space or a database that opens. */
const mayComeThrough = ({ code }: Failure): boolean => code === "storage-full" || code === "storage-failed";
