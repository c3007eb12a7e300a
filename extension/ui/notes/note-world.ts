import { createContext, type ComponentChildren, type FunctionComponent } from "preact";
import { useContext } from "preact/hooks";
import type { ColourNames } from "../../../src/annotation/records/colours.ts";
import type { Body } from "../../../src/annotation/records/annotation.ts";
import type { Result } from "../../../src/result.ts";
import type { TagUse } from "../../../src/annotation/records/tags.ts";
import type { Edited } from "./use-autosave.ts";

/** What the editor of a note on a name is given. */
export interface SubjectNoteEditorProps {
  readonly name: string;
  readonly edited: Edited;
  readonly onSave: (changes: Partial<Body>) => Promise<Result<Edited>>;
  readonly onClose: () => void;
}

/** What notes and their editors need of the reader's data, which overlay and popup come by in different ways. */
export interface NoteWorld {
  readonly names: ColourNames;
  /** The reader's own tags, for completion. */
  readonly tags: readonly TagUse[];
  /** A note as it reads. */
  readonly view: (note: string) => ComponentChildren;
  /** The popup loads it when it is needed: most names have no note, and most notes are only read. */
  readonly SubjectNoteEditor: FunctionComponent<SubjectNoteEditorProps>;
}

const Context = createContext<NoteWorld>({ names: {}, tags: [], view: (note) => note, SubjectNoteEditor: () => null });

export const NoteWorldProvider = Context.Provider;

export function useNoteWorld(): NoteWorld {
  return useContext(Context);
}
