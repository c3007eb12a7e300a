import { message } from "../../locale/message.ts";
import { NoteForm } from "./note-form.tsx";
import type { SubjectNoteEditorProps } from "./note-world.ts";
import { useAutosave } from "./use-autosave.ts";

/** A note on a name. */
export function SubjectNoteEditor({ name, edited, unsavedWith, onClose }: SubjectNoteEditorProps) {
  const autosave = useAutosave(edited, unsavedWith);
  return (
    <NoteForm
      autosave={autosave}
      label={message("noteOn", name)}
      hint={message("keptByName", name)}
      onClose={onClose}
    />
  );
}
