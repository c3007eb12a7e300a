import type { NameKind } from "./name.ts";
import type { Annotation, Body, Target } from "./annotation.ts";

/** What a note on a name is about. Notes are kept by name: two people of one name share theirs. */
export interface NotedName {
  readonly kind: NameKind;
  /** The name as the article had it where the note was written. */
  readonly name: string;
}

/** What a user says when noting something on a name; the store adds the rest. */
export interface NameNoteDraft {
  /** A UUID made by whoever makes the note, so that saving twice is the same as saving once. */
  readonly id: string;
  readonly subject: NotedName;
  /** The article on which it was written. */
  readonly origin: Omit<Target, "selectors">;
  /** What of the note is new or changed. */
  readonly changes: Partial<Body>;
}

/** The version of the stored record's form. */
export const NAME_NOTE_SCHEMA = 1;

/** A note on a person, place, organisation or source, wherever it is named: the stored record, made to last as an annotation is. */
export interface NameNote extends Omit<NameNoteDraft, "changes"> {
  readonly body: Body;
  /** `nameKey` of the subject: what finds it. */
  readonly key: string;
  readonly schema: typeof NAME_NOTE_SCHEMA;
  /** 1 for the first version, one more for each later one. */
  readonly revision: number;
  /** ISO instants. */
  readonly created: string;
  readonly modified: string;
  /** When the user deleted it, or `null`. */
  readonly deleted: string | null;
}

/** Whether there is something in a note on a name: one that was emptied says nothing and is not shown. */
export function saysSomething({ body, deleted }: Pick<NameNote, "body" | "deleted">): boolean {
  return deleted === null && (body.note.trim() !== "" || body.tags.length > 0);
}

/** A record with a note: on a passage, or on a name. */
export type Noted = Annotation | NameNote;

export function isOnName(record: Noted): record is NameNote {
  return "subject" in record;
}
