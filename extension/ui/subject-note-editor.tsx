import { useLayoutEffect, useRef } from "preact/hooks";
import type { Body } from "../../src/annotation/annotation.ts";
import type { Result } from "../../src/messaging/result.ts";
import { message } from "../locale/message.ts";
import { NoteFields } from "./note-fields.tsx";
import { type Edited, useAutosave } from "./use-autosave.ts";

export interface SubjectNoteEditorProps {
  readonly name: string;
  readonly edited: Edited;
  readonly onSave: (changes: Partial<Body>) => Promise<Result<Edited>>;
  readonly onClose: () => void;
}

/** A note on a name. It stays open while something in it can't be saved. */
export function SubjectNoteEditor({ name, edited, onSave, onClose }: SubjectNoteEditorProps) {
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(edited, onSave);
  const finish = async (): Promise<void> => {
    if (await autosave.flush()) onClose();
  };
  const discard = (): void => {
    autosave.discard();
    onClose();
  };
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("[data-focus]")?.focus(), []);
  return (
    <form
      ref={form}
      aria-label={message("noteOn", name)}
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
      onKeyDown={(event) => {
        const isDone = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
        if (!isDone) return;
        // Escape would close the card or the popup as well.
        event.preventDefault();
        event.stopPropagation();
        void finish();
      }}
    >
      <NoteFields autosave={autosave} field="note" isWriting />
      <div class="row">
        <span class="soft hint">{message("keptByName", name)}</span>
        {autosave.failure !== null && (
          <button type="button" class="plain danger" onClick={discard}>
            {message("discard")}
          </button>
        )}
        <button type="submit" class="primary end" title={message("doneHint")}>
          {message("done")}
        </button>
      </div>
    </form>
  );
}
