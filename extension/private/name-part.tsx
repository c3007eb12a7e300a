import type { NameNote } from "../../src/annotation/records/name-note.ts";
import { withUnsaved } from "../../src/annotation/unsaved.ts";
import type { AboutName } from "../../src/reading/about-name.ts";
import type { NameView } from "../calls/frame-view.ts";
import { message } from "../locale/message.ts";
import { NotesOnName } from "../ui/notes/name-notes.tsx";
import { useNoteWorld } from "../ui/notes/note-world.ts";
import { HighlightButtons } from "./highlight-list.tsx";

interface NamePartProps {
  readonly view: NameView;
  readonly about: AboutName | null;
  readonly noted: readonly string[];
  readonly onDelete: (note: NameNote) => void;
  readonly onOpen: (id: string) => void;
}

/** What the user keeps on a name: notes, the other articles of theirs that name it, highlights on it. */
export function NamePart({ view, about, noted, onDelete, onOpen }: NamePartProps) {
  const { outbox } = useNoteWorld();
  const { named, page, source, title, highlights } = view;
  const { name, kind } = named;
  const kept = about && {
    ...about,
    notes: withUnsaved(about.notes, named, outbox.all(), new Date().toISOString()),
  };
  return (
    <>
      <NotesOnName
        name={name}
        about={kept}
        unsavedWith={(id, changes) => ({
          kind: "name-note",
          id,
          subject: { kind, name },
          origin: { source, page, title },
          changes,
        })}
        onDelete={onDelete}
        isCompact={false}
      />
      {highlights.length > 0 && (
        <>
          <h3>{message("yourMarksHere")}</h3>
          <HighlightButtons highlights={highlights} noted={noted} onOpen={onOpen} />
        </>
      )}
    </>
  );
}
