import { message } from "../../locale/message.ts";
import { NoteForm } from "./note-form.tsx";
import type { NameNoteEditorProps } from "./note-world.ts";
import { useAutosave } from "./use-autosave.ts";

/** A note on a name. */
export function NameNoteEditor({ name, edited, unsavedWith, onClose }: NameNoteEditorProps) {
  const autosave = useAutosave(edited, unsavedWith);
  return (
    <NoteForm
      autosave={autosave}
      label={message("noteAbout", name)}
      hint={message("keptByName", name)}
      onClose={onClose}
    />
  );
}
