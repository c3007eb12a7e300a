import { type NamedSubject, subjectKey } from "../../src/entities/subject.ts";
import { SubjectNotes } from "../ui/subject-notes.tsx";
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
      onSave={(id, changes) => notes.save(id, subject, changes)}
      onDelete={(note) => void notes.remove(note)}
      isCompact
      isWithheld={false}
    />
  );
}
