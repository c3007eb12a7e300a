import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { message } from "../../locale/message.ts";
import { changedIn } from "../../../src/annotation/unsaved.ts";
import { NoteForm } from "../../ui/notes/note-form.tsx";
import { useAutosave } from "../../ui/notes/use-autosave.ts";

interface NoteEditorProps {
  readonly annotation: Annotation;
  readonly onClose: () => void;
}

/** The note, tags and colour of one highlight, in the list of notes. */
export function NoteEditor({ annotation, onClose }: NoteEditorProps) {
  const autosave = useAutosave(annotation, (changes, edit) => changedIn(annotation.id, changes, edit));
  return <NoteForm autosave={autosave} label={message("editNote")} hint={null} onClose={onClose} />;
}
