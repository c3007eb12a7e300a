import { type Named, nameKey } from "../../../src/annotation/records/name.ts";
import { NotesOnName } from "../../ui/notes/name-notes.tsx";
import type { NameNotes } from "./use-name-notes.ts";

interface OnNameProps {
  readonly notes: NameNotes;
  readonly named: Named;
}

/** What the user keeps about one name of the page. */
export function OnName({ notes, named }: OnNameProps) {
  return (
    <NotesOnName
      key={nameKey(named.kind, named.name)}
      name={named.name}
      about={notes.about(named)}
      unsavedWith={(id, changes) => notes.unsavedWith(id, named, changes)}
      onDelete={(note) => void notes.remove(note)}
      isCompact
    />
  );
}
