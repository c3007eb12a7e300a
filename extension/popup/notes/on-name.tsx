import { type NamedSubject, subjectKey } from "../../../src/annotation/records/name.ts";
import { SubjectNotes } from "../../ui/notes/name-notes.tsx";
import type { NameNotes } from "./use-name-notes.ts";

interface OnNameProps {
  readonly notes: NameNotes;
  readonly subject: NamedSubject;
}

/** What the reader keeps about one name of the page. */
export function OnName({ notes, subject }: OnNameProps) {
  return (
    <SubjectNotes
      key={subjectKey(subject.kind, subject.name)}
      name={subject.name}
      about={notes.about(subject)}
      unsavedWith={(id, changes) => notes.unsavedWith(id, subject, changes)}
      onDelete={(note) => void notes.remove(note)}
      isCompact
      isWithheld={false}
    />
  );
}
