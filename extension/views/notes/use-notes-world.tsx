import { useMemo } from "preact/hooks";
import type { Outbox } from "../../calls/outbox.ts";
import type { Database } from "../../store/database.ts";
import { colourNames } from "../../store/queries.ts";
import { tagsInUse } from "../../store/tag-counts.ts";
import { later } from "../../ui/later.tsx";
import type { NoteWorld } from "../../ui/notes/note-world.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import { NoteText } from "./note-text.tsx";

const NameNoteEditor = later(async () => (await import("../../ui/notes/name-note-editor.tsx")).NameNoteEditor);
const view = (note: string) => <NoteText note={note} />;

/** The user's tags and names of colours, as they stand in the database. */
export function useNotesWorld(database: Database, outbox: Outbox): NoteWorld {
  const found = useLiveQuery(
    async () => ({ names: await colourNames(database), tags: await tagsInUse(database) }),
    [database],
  );
  return useMemo(
    () =>
      found.state === "ready"
        ? { ...found.value, outbox, view, NameNoteEditor }
        : { names: {}, tags: [], outbox, view, NameNoteEditor },
    [found],
  );
}
