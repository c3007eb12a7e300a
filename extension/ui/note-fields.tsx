import { useState } from "preact/hooks";
import { LIMITS, parseTags } from "../../src/annotation/annotation.ts";
import { message, type MessageKey } from "../locale/message.ts";
import { Colours } from "./colours.tsx";
import type { Autosave } from "./use-autosave.ts";

const STATES: Record<Autosave["state"], MessageKey> = { saved: "saved", saving: "saving", failed: "notSaved" };

interface NoteFieldsProps {
  readonly autosave: Autosave;
  /** The field that has the focus when the fields appear. */
  readonly field: "note" | "tags";
}

/** The note, tags and colour of a highlight. */
export function NoteFields({ autosave: { body, state, change }, field }: NoteFieldsProps) {
  const [tagText, setTagText] = useState(body.tags.join(", "));
  return (
    <>
      <label>
        {message("note")}
        <textarea
          data-focus={field === "note" ? "" : undefined}
          dir="auto"
          maxLength={LIMITS.note}
          value={body.note}
          onInput={(event) => change({ note: event.currentTarget.value }, "after-rest")}
        />
      </label>
      <label>
        {message("tagsLabel")}
        <input
          data-focus={field === "tags" ? "" : undefined}
          dir="auto"
          value={tagText}
          onInput={(event) => {
            setTagText(event.currentTarget.value);
            change({ tags: parseTags(event.currentTarget.value) }, "after-rest");
          }}
        />
      </label>
      <div class="row" role="group" aria-label={message("colour")}>
        <Colours chosen={body.colour} onChoose={(colour) => change({ colour }, "at-once")} />
        <span class="soft end" role="status">
          {message(STATES[state])}
        </span>
      </div>
    </>
  );
}
