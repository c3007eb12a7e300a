import * as v from "valibot";
import browser from "webextension-polyfill";
import type { Change } from "../calls/schemas.ts";
import { type Failure, failure, type Result, success } from "../../src/result.ts";
import { BACKGROUND_CALLS } from "../calls/background-calls.ts";
import { UNSENT_PREFIX, type Unsent, type WritingCall } from "../calls/unsent.ts";
import type { Database } from "../store/database.ts";
import type { SubjectWriter } from "../store/name-note-writer.ts";
import { guarded } from "../store/records.ts";
import type { Writer } from "../store/writer.ts";
import { tellReaders } from "./tell-readers.ts";

/** What is known of a record's versions. */
interface Stamps {
  readonly id: string;
  readonly revision: number;
  readonly modified: string;
}

/** Saves what pages could not send any more before they were closed: at every start, and when a page leaves something. */
export function takeUpUnsent(database: Database, writer: Writer, subjects: SubjectWriter): void {
  /** What was last written here of each record, and when the reader had asked for it. */
  const written = new Map<string, Stamps & { readonly at: string }>();

  /** Whether the record was changed later than the call was made; most often by this very call, which came through. */
  const isPassed = (stored: Stamps | undefined, at: string): boolean => {
    // The first revision is what a page made of it before it changed it further.
    if (stored === undefined || stored.revision === 1 || stored.modified <= at) return false;
    const own = written.get(stored.id);
    // What was written here is no newer than the call that it was written for.
    return own === undefined || own.revision !== stored.revision || own.at > at;
  };

  /** Saves one call and gives what it changed, `null` where it was passed. */
  const save = async ({ call, input, at }: Unsent): Promise<Result<Change | null>> => {
    const stamp = ({ id, revision, modified }: Stamps): void => void written.set(id, { id, revision, modified, at });
    if (call === "createAnnotation") {
      const draft = v.safeParse(BACKGROUND_CALLS.createAnnotation.input, input);
      if (!draft.success) return refused;
      const created = await writer.create(draft.output);
      return created.ok ? success({ kind: "annotations", page: created.value.target.page }) : created;
    }
    if (call === "updateAnnotation") {
      const update = v.safeParse(BACKGROUND_CALLS.updateAnnotation.input, input);
      if (!update.success) return refused;
      const { id, changes, edit } = update.output;
      if (isPassed(await database.annotations.get(id), at)) return success(null);
      const updated = await writer.update(id, changes, edit);
      if (!updated.ok) return updated;
      stamp(updated.value);
      return success({ kind: "annotations", page: updated.value.target.page });
    }
    const draft = v.safeParse(BACKGROUND_CALLS.saveSubjectNote.input, input);
    if (!draft.success) return refused;
    if (isPassed(await database.subjectNotes.get(draft.output.id), at)) return success(null);
    const saved = await subjects.saveNote(draft.output);
    if (!saved.ok) return saved;
    stamp(saved.value);
    return success({ kind: "subjects" });
  };

  const takeUpAll = async (): Promise<void> => {
    const kept = await browser.storage.local.get(null);
    /** The records of which something can't be saved yet: what was written of them after that waits behind it. */
    const waiting = new Set<unknown>();
    // In the order in which they were made.
    for (const key of Object.keys(kept).filter(isUnsent).toSorted()) {
      const unsent = v.safeParse(unsentSchema, kept[key]);
      const id = unsent.success ? unsent.output.input.id : null;
      if (waiting.has(id)) continue;
      const saved = unsent.success ? await guarded(() => save(unsent.output)) : refused;
      if (!saved.ok && mayComeThrough(saved.error)) {
        waiting.add(id);
        continue;
      }
      await browser.storage.local.remove(key);
      if (saved.ok && saved.value !== null) void tellReaders(saved.value, null);
    }
  };

  // What fails now is tried again with the next that is left, or at the next start.
  const takeUp = (): Promise<void> => takeUpAll().catch((error) => console.error(error));
  let last = takeUp();
  browser.storage.local.onChanged.addListener((changes) => {
    const isNew = Object.entries(changes).some(([key, { newValue }]) => isUnsent(key) && newValue !== undefined);
    if (isNew) last = last.then(takeUp);
  });
}

/** What another version left may have another form. */
const unsentSchema = v.object({
  call: v.picklist([
    "createAnnotation",
    "updateAnnotation",
    "saveSubjectNote",
  ] as const satisfies readonly WritingCall[]),
  input: v.looseObject({ id: v.string() }),
  at: v.string(),
});
const refused = failure("invalid-input", "what was left behind is no call");
const isUnsent = (key: string): boolean => key.startsWith(UNSENT_PREFIX);
/** Whether the same may be saved another time, with more space or a database that opens. */
const mayComeThrough = ({ code }: Failure): boolean => code === "storage-full" || code === "storage-failed";
