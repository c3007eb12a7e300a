import type { ComponentChildren } from "preact";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import { changedIn } from "../../../../src/annotation/unsaved.ts";
import { message } from "../../../locale/message.ts";
import { NoteFields } from "../../../ui/notes/note-fields.tsx";
import { useAutosave } from "../../../ui/notes/use-autosave.ts";
import { Panel } from "./panel.tsx";

interface EditorProps {
  readonly anchor: Range;
  readonly annotation: Annotation;
  readonly field: "note" | "tags";
  readonly isNew: boolean;
  /** What became of the highlighted words, and what else stands on them. */
  readonly news: ComponentChildren;
  readonly around: ComponentChildren;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** The note, tags and colour of one highlight, beside it. */
export function Editor(props: EditorProps) {
  const { anchor, annotation, field, isNew, news, around, onDelete, onClose } = props;
  const autosave = useAutosave(annotation, (changes, edit) => changedIn(annotation.id, changes, edit));
  const finish = (): void => {
    returnTo(anchor);
    onClose();
  };
  return (
    <Panel
      anchor={anchor}
      label={message("editorLabel")}
      className="editor"
      placement="bottom"
      takesFocus
      onClose={finish}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) finish();
        }}
      >
        <blockquote class="passage" style={{ "--colour": `var(--${autosave.body.colour})` }} dir="auto">
          {annotation.target.selectors.quote.exact}
        </blockquote>
        {news}
        <NoteFields autosave={autosave} field={field} isWriting={isNew} />
        <div class="row">
          <button type="button" class="plain danger" onClick={onDelete}>
            {message("delete")}
          </button>
          <button type="submit" class="primary end" title={message("doneHint")}>
            {message("done")}
          </button>
        </div>
      </form>
      {around}
    </Panel>
  );
}

/** Puts the page's caret behind the passage, so that reading and tabbing go on from there. */
function returnTo(passage: Range): void {
  getSelection()?.collapse(passage.endContainer, passage.endOffset);
}
