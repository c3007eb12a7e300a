import type { Annotation, Body } from "../../../src/annotation/annotation.ts";
import { message } from "../../locale/message.ts";
import { NoteFields } from "../../ui/note-fields.tsx";
import { useAutosave } from "../../ui/use-autosave.ts";
import { Panel } from "./panel.tsx";

interface EditorProps {
  readonly anchor: Range;
  readonly annotation: Annotation;
  readonly field: "note" | "tags";
  /** Resolves to whether it was saved. */
  readonly onSave: (changes: Partial<Body>) => Promise<boolean>;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** The note, tags and colour of one highlight, beside it. */
export function Editor({ anchor, annotation, field, onSave, onDelete, onClose }: EditorProps) {
  const autosave = useAutosave(annotation.body, onSave);
  return (
    <Panel
      anchor={anchor}
      label={message("editorLabel")}
      className="editor"
      placement="bottom"
      takesFocus
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onClose();
        }}
      >
        <blockquote style={{ "--colour": `var(--${autosave.body.colour})` }} dir="auto">
          {annotation.target.selectors.quote.exact}
        </blockquote>
        <NoteFields autosave={autosave} field={field} />
        <div class="row">
          <button type="button" class="plain danger" onClick={onDelete}>
            {message("delete")}
          </button>
          <button type="submit" class="primary end" title={message("doneHint")}>
            {message("done")}
          </button>
        </div>
      </form>
    </Panel>
  );
}
