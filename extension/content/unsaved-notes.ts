import { type Body, EMPTY_BODY } from "../../src/annotation/annotation.ts";
import {
  saysSomething,
  SUBJECT_NOTE_SCHEMA,
  type SubjectNote,
  type SubjectNoteDraft,
} from "../../src/annotation/subject-note.ts";
import { type NamedSubject, subjectKey, subjectKeys } from "../../src/entities/subject.ts";
import { listen } from "../dom/trusted.ts";
import { callWriting, watchForLeaving } from "../messaging/unsent.ts";
import { createRetries } from "./retries.ts";

/** Notes on names that could not be saved before their card was closed: they are tried again, and shown with the card. */
export interface UnsavedNotes {
  keep(draft: SubjectNoteDraft): void;
  /** What of a note is not saved yet. */
  changesOf(id: string): Partial<Body>;
  /** It is saved, or given up. Gives what was kept of it, or `null`. */
  forget(id: string): SubjectNoteDraft | null;
  /** The notes on a name with what is not saved of them, and those that never were. */
  withUnsaved(notes: readonly SubjectNote[], subject: NamedSubject): readonly SubjectNote[];
}

/**
 * @param onSaved is told what was stored by a try that nobody waits for.
 * @param signal ends the tries, with one more of each that is waited for.
 */
export function createUnsavedNotes(onSaved: (note: SubjectNote) => void, signal: AbortSignal): UnsavedNotes {
  const kept = new Map<string, SubjectNoteDraft>();
  const retries = createRetries(signal);

  const forget = (id: string): SubjectNoteDraft | null => {
    const draft = kept.get(id) ?? null;
    retries.done(id);
    kept.delete(id);
    return draft;
  };
  const attempt = async (draft: SubjectNoteDraft): Promise<void> => {
    const answer = await callWriting("saveSubjectNote", draft);
    // Something newer was written on it meanwhile, or it was given up.
    if (kept.get(draft.id) !== draft) return;
    if (!answer.ok) return retries.later(draft.id, () => void attempt(draft));
    forget(draft.id);
    onSaved(answer.value);
  };
  watchForLeaving();
  listen(window, "pagehide", () => {
    for (const draft of kept.values()) void callWriting("saveSubjectNote", draft);
  });

  return {
    keep(draft) {
      kept.set(draft.id, draft);
      retries.later(draft.id, () => void attempt(draft));
    },
    changesOf: (id) => kept.get(id)?.changes ?? {},
    forget,
    withUnsaved(notes, subject) {
      const keys = new Set(subjectKeys(subject));
      const known = new Set(notes.map(({ id }) => id));
      const added = [...kept.values()].filter(({ id }) => !known.has(id)).map(unstored);
      return [
        ...notes.map((note) => ({ ...note, body: { ...note.body, ...kept.get(note.id)?.changes } })),
        ...added.filter((note) => keys.has(note.key) && saysSomething(note)),
      ];
    },
  };
}

/** A note as it will be stored, before it is. */
function unstored({ changes, ...draft }: SubjectNoteDraft): SubjectNote {
  const instant = new Date().toISOString();
  return {
    ...draft,
    body: { ...EMPTY_BODY, ...changes },
    key: subjectKey(draft.subject.kind, draft.subject.name),
    schema: SUBJECT_NOTE_SCHEMA,
    revision: 0,
    created: instant,
    modified: instant,
    deleted: null,
  };
}
