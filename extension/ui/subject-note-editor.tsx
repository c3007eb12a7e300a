import type { Body } from "../../src/annotation/annotation.ts";
import type { Result } from "../../src/messaging/result.ts";
import { message } from "../locale/message.ts";
import { NoteForm } from "./note-form.tsx";
import { type Edited, useAutosave } from "./use-autosave.ts";

export interface SubjectNoteEditorProps {
  readonly name: string;
  readonly edited: Edited;
  readonly onSave: (changes: Partial<Body>) => Promise<Result<Edited>>;
  readonly onClose: () => void;
}

/** A note on a name. */
export function SubjectNoteEditor({ name, edited, onSave, onClose }: SubjectNoteEditorProps) {
  const autosave = useAutosave(edited, onSave);
  return (
    <NoteForm
      autosave={autosave}
      label={message("noteOn", name)}
      hint={message("keptByName", name)}
      onClose={onClose}
    />
  );
}
