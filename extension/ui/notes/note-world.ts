import { createContext, type ComponentChildren, type FunctionComponent } from "preact";
import { useContext } from "preact/hooks";
import type { ColourNames } from "../../../src/annotation/records/colours.ts";
import type { Annotation, Body } from "../../../src/annotation/records/annotation.ts";
import type { UnsavedNameNote } from "../../../src/annotation/unsaved.ts";
import type { Outbox } from "../../calls/outbox.ts";
import type { TagUse } from "../../../src/annotation/records/tags.ts";

/** What is known of the record that is edited. */
export type Edited = Pick<Annotation, "id" | "body" | "revision">;

/** What the editor of a note on a name is given. */
export interface NameNoteEditorProps {
  readonly name: string;
  readonly edited: Edited;
  /** Says which note was changed. */
  readonly unsavedWith: (changes: Partial<Body>) => UnsavedNameNote;
  readonly onClose: () => void;
}

/** What notes and their editors need of the user's data, which overlay and popup come by in different ways. */
export interface NoteWorld {
  readonly names: ColourNames;
  /** The user's own tags, for completion. */
  readonly tags: readonly TagUse[];
  /** Where everything goes that is written. */
  readonly outbox: Outbox;
  /** A note as it reads. */
  readonly view: (note: string) => ComponentChildren;
  /** The popup loads it when it is needed: most names have no note, and most notes are only read. */
  readonly NameNoteEditor: FunctionComponent<NameNoteEditorProps>;
}

const Context = createContext<NoteWorld | null>(null);

export const NoteWorldProvider = Context.Provider;

export function useNoteWorld(): NoteWorld {
  const world = useContext(Context);
  if (world === null) throw new Error("nothing around here says whose notes these are");
  return world;
}
