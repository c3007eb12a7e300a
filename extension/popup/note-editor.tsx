import { useLayoutEffect, useRef } from "preact/hooks";
import type { Annotation } from "../../src/annotation/annotation.ts";
import { message } from "../locale/message.ts";
import { callWriting } from "../messaging/unsent.ts";
import { NoteFields } from "../ui/note-fields.tsx";
import { useAutosave } from "../ui/use-autosave.ts";

interface NoteEditorProps {
  readonly annotation: Annotation;
  readonly onClose: () => void;
}

/** The note, tags and colour of one highlight. It stays open while something in it can't be saved. */
export function NoteEditor({ annotation, onClose }: NoteEditorProps) {
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(annotation, (changes, edit) =>
    callWriting("updateAnnotation", { id: annotation.id, changes, edit }),
  );
  const discard = (): void => {
    autosave.discard();
    onClose();
  };
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("[data-focus]")?.focus(), []);
  const finish = async (): Promise<void> => {
    if (await autosave.flush()) onClose();
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
      onKeyDown={(event) => {
        const isDone = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
        if (!isDone) return;
        // Escape would close the popup as well.
        event.preventDefault();
        void finish();
      }}
    >
      <NoteFields autosave={autosave} field="note" isWriting />
      <div class="row">
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
