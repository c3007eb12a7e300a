import {
  type Annotation,
  ANNOTATION_SCHEMA,
  type AnnotationDraft,
  type Body,
  EMPTY_BODY,
} from "./records/annotation.ts";
import { saysSomething, NAME_NOTE_SCHEMA, type NameNote, type NameNoteDraft } from "./records/name-note.ts";
import { type Named, nameKey, nameKeys } from "./records/name.ts";

/** What was made of an annotation or typed into it, and is not stored yet. */
export interface UnsavedAnnotation {
  readonly kind: "annotation";
  readonly id: string;
  /** What it was made with; `null` where it is stored already. */
  readonly made: Omit<AnnotationDraft, "id"> | null;
  readonly changes: Partial<Body>;
  /** The stay in an editor that the changes belong to, as a UUID: undo takes all of one stay for one step. */
  readonly edit: string | null;
}

/** What was typed into a note on a name, which is made with its first change. */
export interface UnsavedNameNote extends NameNoteDraft {
  readonly kind: "name-note";
}

/** What of one record is not stored yet. */
export type Unsaved = UnsavedAnnotation | UnsavedNameNote;

/** An annotation that was just made. */
export const madeAs = ({ id, ...made }: AnnotationDraft): UnsavedAnnotation => ({
  kind: "annotation",
  id,
  made,
  changes: {},
  edit: null,
});

/** What was changed in an annotation that is stored, or waits to be. */
export const changedIn = (id: string, changes: Partial<Body>, edit: string | null = null): UnsavedAnnotation => ({
  kind: "annotation",
  id,
  made: null,
  changes,
  edit,
});

/** What is unsaved of a record when more comes to it: the later change of a field holds. */
export function join(before: Unsaved | null, next: Unsaved): Unsaved {
  const changes = { ...before?.changes, ...next.changes };
  if (next.kind === "name-note") return { ...next, changes };
  return { ...next, changes, made: next.made ?? (before?.kind === "annotation" ? before.made : null) };
}

/** What is left when a part was stored: what was typed while that was on its way. `null` where nothing is. */
export function without(unsaved: Unsaved, stored: Unsaved): Unsaved | null {
  const left = Object.entries(unsaved.changes).filter(
    ([field, value]) => stored.changes[field as keyof Body] !== value,
  );
  if (left.length === 0) return null;
  const changes: Partial<Body> = Object.fromEntries(left);
  return unsaved.kind === "annotation" ? { ...unsaved, changes, made: null } : { ...unsaved, changes };
}

/** An annotation as it will be stored, before it is. `instant` is now, as ISO text. */
export const unstoredAnnotation = (draft: AnnotationDraft, instant: string): Annotation => ({
  ...draft,
  schema: ANNOTATION_SCHEMA,
  ...unstoredAt(instant),
});

/** A note on a name as it will be stored, before it is. */
function unstoredNote({ kind: _kind, changes, ...note }: UnsavedNameNote, instant: string): NameNote {
  const key = nameKey(note.subject.kind, note.subject.name);
  return { ...note, body: { ...EMPTY_BODY, ...changes }, key, schema: NAME_NOTE_SCHEMA, ...unstoredAt(instant) };
}

const unstoredAt = (instant: string) => ({ revision: 0, created: instant, modified: instant, deleted: null });

/** The notes on a name with what is not saved of them, and those that never were. `instant` is now, as ISO text. */
export function withUnsaved(
  notes: readonly NameNote[],
  name: Named,
  unsaved: readonly Unsaved[],
  instant: string,
): readonly NameNote[] {
  const waiting = new Map(unsaved.flatMap((item) => (item.kind === "name-note" ? [[item.id, item] as const] : [])));
  const shown = notes.map((note) => ({ ...note, body: { ...note.body, ...waiting.get(note.id)?.changes } }));
  for (const { id } of notes) waiting.delete(id);
  const keys = new Set(nameKeys(name));
  const never = [...waiting.values()].map((item) => unstoredNote(item, instant));
  return [...shown, ...never.filter((note) => keys.has(note.key) && saysSomething(note))];
}
