import { useMemo } from "preact/hooks";
import type { Database } from "../../store/database.ts";
import { colourNames, tagsInUse } from "../../store/queries.ts";
import { later } from "../../ui/later.tsx";
import type { NoteWorld } from "../../ui/notes/note-world.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import { NoteText } from "./note-text.tsx";

const SubjectNoteEditor = later(async () => (await import("../../ui/notes/name-note-editor.tsx")).SubjectNoteEditor);
const view = (note: string) => <NoteText note={note} />;

/** The reader's tags and names of colours, as they stand in the database. */
export function useNotesWorld(database: Database): NoteWorld {
  const found = useLiveQuery(
    async () => ({ names: await colourNames(database), tags: await tagsInUse(database) }),
    [database],
  );
  return useMemo(
    () =>
      found.state === "ready"
        ? { ...found.value, view, SubjectNoteEditor }
        : { names: {}, tags: [], view, SubjectNoteEditor },
    [found],
  );
}
