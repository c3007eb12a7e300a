import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { message } from "../../locale/message.ts";
import { NoteFields } from "./note-fields.tsx";
import type { Autosave } from "./use-autosave.ts";

interface NoteFormProps {
  readonly autosave: Autosave;
  /** What is edited, for who does not see it. */
  readonly label: string;
  /** What is to be known of such notes, or `null`. */
  readonly hint: string | null;
  readonly onClose: () => void;
}

/**
 * Whether a key says that the user is done: Enter in a field of one line, or with Ctrl anywhere. A form in a private frame
 * is never submitted, so its keys are heard as such.
 */
export const isDoneKey = ({ key, ctrlKey, metaKey, target, isComposing }: KeyboardEvent): boolean =>
  key === "Enter" && !isComposing && (ctrlKey || metaKey || target instanceof HTMLInputElement);

/** The editor of a note that stands in a list or on a card. It stays open while something in it can't be saved. */
export function NoteForm({ autosave, label, hint, onClose }: NoteFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("[data-focus]")?.focus(), []);
  const finish = async (): Promise<void> => {
    if (await autosave.flush()) onClose();
  };
  const [isAsked, setAsked] = useState(false);
  /** Nothing brings back what was never saved, so it takes a second press. */
  const discard = (): void => {
    if (!isAsked) return setAsked(true);
    autosave.discard();
    onClose();
  };
  return (
    <form
      ref={form}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && !isDoneKey(event)) return;
        // Escape would close the card or the popup as well.
        event.preventDefault();
        event.stopPropagation();
        void finish();
      }}
    >
      <NoteFields autosave={autosave} field="note" isWriting />
      <div class="row">
        {hint !== null && <span class="soft hint">{hint}</span>}
        {autosave.failure !== null && (
          <button type="button" class="plain danger" onClick={discard}>
            {message(isAsked ? "discardForGood" : "discard")}
          </button>
        )}
        <button type="button" class="primary end" title={message("doneHint")} onClick={() => void finish()}>
          {message("done")}
        </button>
      </div>
    </form>
  );
}
