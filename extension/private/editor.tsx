import { useLayoutEffect } from "preact/hooks";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import { addTags } from "../../src/annotation/records/annotation.ts";
import { isUnstored } from "../../src/annotation/placed.ts";
import { changedIn } from "../../src/annotation/unsaved.ts";
import type { EditorView } from "../calls/frame-view.ts";
import { message } from "../locale/message.ts";
import { NoteFields } from "../ui/notes/note-fields.tsx";
import { isDoneKey } from "../ui/notes/note-form.tsx";
import { useAutosave } from "../ui/notes/use-autosave.ts";
import { HighlightNews, Surroundings } from "./surroundings.tsx";

interface EditorProps {
  readonly view: EditorView;
  /** As it is stored or, before it is, as it will be. */
  readonly annotation: Annotation;
  readonly noted: readonly string[];
  /** What was typed before the editor was there. */
  readonly early: string;
  readonly onKeepWording: () => void;
  readonly onOpen: (id: string) => void;
  readonly onName: (name: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** The note, tags and colour of one highlight. */
export function Editor(props: EditorProps) {
  const { view, annotation, noted, early, onKeepWording, onOpen, onName, onStep, onDelete, onClose } = props;
  const { field } = view;
  const autosave = useAutosave(annotation, (changes, edit) => changedIn(annotation.id, changes, edit));
  const { body, change } = autosave;
  useLayoutEffect(() => {
    if (early === "") return;
    if (field === "note") change({ note: body.note + early }, "after-rest");
    else change({ tags: addTags(body.tags, early) }, "after-rest");
  }, []);
  return (
    <>
      <form
        aria-label={message("editorLabel")}
        onKeyDown={(event) => {
          if (!isDoneKey(event)) return;
          event.preventDefault();
          onClose();
        }}
      >
        <blockquote class="passage" style={{ "--colour": `var(--${body.colour})` }} dir="auto">
          {view.words}
        </blockquote>
        <HighlightNews view={view} onKeepWording={onKeepWording} />
        <NoteFields autosave={autosave} field={field} isWriting={isUnstored(annotation)} />
        <div class="row">
          <button type="button" class="plain danger" onClick={onDelete}>
            {message("delete")}
          </button>
          <button type="button" class="primary end" title={message("doneHint")} onClick={onClose}>
            {message("done")}
          </button>
        </div>
      </form>
      <Surroundings view={view} noted={noted} onOpen={onOpen} onName={onName} onStep={onStep} />
    </>
  );
}
