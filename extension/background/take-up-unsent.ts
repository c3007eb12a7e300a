import * as v from "valibot";
import browser from "webextension-polyfill";
import type { Change } from "../../src/messaging/protocol.ts";
import { draftSchema, subjectNoteSchema, updateSchema } from "../../src/messaging/schemas.ts";
import { UNSENT_PREFIX, type Unsent } from "../messaging/unsent.ts";
import type { Database } from "../store/database.ts";
import type { SubjectWriter } from "../store/subject-writer.ts";
import type { Writer } from "../store/writer.ts";
import { tellReaders } from "./tell-readers.ts";

/** Saves what pages could not send any more before they were closed: at every start, and when a page leaves something. */
export function takeUpUnsent(database: Database, writer: Writer, subjects: SubjectWriter): void {
  /** Saves one call and tells what it changed; `null` where there is nothing to save. */
  const save = async ({ call, input, at }: Unsent): Promise<Change | null> => {
    // What was changed later is newer; most often it is this very call, which came through after all.
    const isPassed = (stored: { readonly modified: string } | undefined): boolean =>
      stored !== undefined && stored.modified > at;
    if (call === "createAnnotation") {
      const draft = v.parse(draftSchema, input);
      const created = await writer.create(draft);
      return created.ok ? { kind: "annotations", page: draft.target.page } : null;
    }
    if (call === "updateAnnotation") {
      const { id, changes, edit } = v.parse(updateSchema, input);
      if (isPassed(await database.annotations.get(id))) return null;
      const updated = await writer.update(id, changes, edit);
      return updated.ok ? { kind: "annotations", page: updated.value.target.page } : null;
    }
    const draft = v.parse(subjectNoteSchema, input);
    if (isPassed(await database.subjectNotes.get(draft.id))) return null;
    return (await subjects.saveNote(draft)).ok ? { kind: "subjects" } : null;
  };

  const takeUp = async (): Promise<void> => {
    const kept = await browser.storage.local.get(null);
    // In the order in which they were made.
    for (const key of Object.keys(kept).filter(isUnsent).toSorted()) {
      const change = await save(kept[key] as Unsent).catch(() => null);
      await browser.storage.local.remove(key);
      if (change !== null) void tellReaders(change, null);
    }
  };

  let last = takeUp();
  browser.storage.local.onChanged.addListener((changes) => {
    const isNew = Object.entries(changes).some(([key, { newValue }]) => isUnsent(key) && newValue !== undefined);
    if (isNew) last = last.then(takeUp);
  });
}

const isUnsent = (key: string): boolean => key.startsWith(UNSENT_PREFIX);
