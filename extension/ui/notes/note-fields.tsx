import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LIMITS } from "../../../src/annotation/records/annotation.ts";
import { message } from "../../locale/message.ts";
import { colourLabel, colourName } from "../texts/colour-name.ts";
import { Colours } from "../colours.tsx";
import { NoteStatus } from "./note-status.tsx";
import { useNoteWorld } from "./note-world.ts";
import { TagField } from "./tag-field.tsx";
import type { Autosave } from "./use-autosave.ts";

interface NoteFieldsProps {
  readonly autosave: Autosave;
  /** The field that has the focus when the fields appear. */
  readonly field: "note" | "tags";
  /** Whether the note is for writing at once; if not, one that says something is shown as it reads. */
  readonly isWriting: boolean;
}

/** The note, tags and colour of a highlight. */
export function NoteFields({ autosave, field, isWriting: startsWriting }: NoteFieldsProps) {
  const { body, change } = autosave;
  const { names, tags, view } = useNoteWorld();
  const [isWriting, setWriting] = useState(startsWriting || body.note === "");
  const area = useRef<HTMLTextAreaElement>(null);
  const begins = useRef(isWriting);
  useLayoutEffect(() => {
    if (!isWriting || begins.current) return;
    // The user asked for it: the next key goes into the note, at its end.
    area.current?.focus();
    area.current?.setSelectionRange(body.note.length, body.note.length);
  }, [isWriting]);
  const write = (): void => {
    begins.current = false;
    setWriting(true);
  };
  const focus = (own: "note" | "tags"): { "data-focus"?: "" } => (own === field ? { "data-focus": "" } : {});

  return (
    <>
      {isWriting ? (
        <label>
          {message("note")}
          <textarea
            ref={area}
            {...focus("note")}
            dir="auto"
            maxLength={LIMITS.note}
            value={body.note}
            onInput={(event) => change({ note: event.currentTarget.value }, "after-rest")}
          />
        </label>
      ) : (
        <div class="note-view">
          <div
            class="markup"
            dir="auto"
            title={message("editNote")}
            onClick={({ target }) => {
              const isLink = target instanceof Element && target.closest("a") !== null;
              // A drag over the words selects them.
              if (!isLink && getSelection()?.isCollapsed !== false) write();
            }}
          >
            {view(body.note)}
          </div>
          <button type="button" class="plain" {...focus("note")} aria-label={message("editNote")} onClick={write}>
            {message("edit")}
          </button>
        </div>
      )}
      <TagField
        tags={body.tags}
        known={tags}
        takesFocus={field === "tags"}
        onChange={(next, when) => change({ tags: next }, when)}
      />
      <div class="row" role="group" aria-label={message("colour")}>
        <Colours
          chosen={body.colour}
          labelOf={(colour) => colourLabel(colour, names)}
          onChoose={(colour) => change({ colour }, "at-once")}
        />
        <span class="colour-name">{colourName(body.colour, names)}</span>
        <NoteStatus autosave={autosave} />
      </div>
    </>
  );
}
