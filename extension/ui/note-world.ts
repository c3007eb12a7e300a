import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { ColourNames } from "../../src/annotation/colours.ts";
import type { TagUse } from "../../src/annotation/tags.ts";

/** What notes and their editors need of the reader's data, which overlay and popup come by in different ways. */
export interface NoteWorld {
  readonly names: ColourNames;
  /** The reader's own tags, for completion. */
  readonly tags: readonly TagUse[];
  /** A note as it reads. */
  readonly view: (note: string) => ComponentChildren;
}

const Context = createContext<NoteWorld>({ names: {}, tags: [], view: (note) => note });

export const NoteWorldProvider = Context.Provider;

export function useNoteWorld(): NoteWorld {
  return useContext(Context);
}
