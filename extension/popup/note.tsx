import { useEffect, useRef, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { Annotation } from "../../src/annotation/annotation.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../messaging/call.ts";
import { NoteFields } from "../ui/note-fields.tsx";
import { useAutosave } from "../ui/use-autosave.ts";

interface NoteProps {
  readonly annotation: Annotation;
  /** Whether its words are no longer found on the page. */
  readonly isLost: boolean;
  readonly showTitle: boolean;
  readonly onGo: () => void;
  readonly onDelete: () => void;
}

/** One highlight with its note. */
export function Note({ annotation, isLost, showTitle, onGo, onDelete }: NoteProps) {
  const [isEditing, setEditing] = useState(false);
  const { target, body, created } = annotation;
  return (
    <li class="note" data-id={annotation.id} style={{ "--colour": `var(--${body.colour})` }}>
      <button
        type="button"
        class="quote"
        dir="auto"
        title={message(showTitle ? "openPage" : "goToNote")}
        onClick={onGo}
      >
        {target.selectors.quote.exact}
      </button>
      {isLost && <p class="lost">{message("lostHere")}</p>}
      {isEditing ? (
        <NoteEditor annotation={annotation} onClose={() => setEditing(false)} />
      ) : (
        <>
          {body.note !== "" && (
            <p class="note-text" dir="auto">
              {body.note}
            </p>
          )}
          {body.tags.length > 0 && (
            <p class="soft" dir="auto">
              {body.tags.map((tag) => `#${tag}`).join(" ")}
            </p>
          )}
        </>
      )}
      {showTitle && (
        <p class="soft page-title" dir="auto">
          {target.title}
        </p>
      )}
      <div class="row">
        <time class="soft" dateTime={created}>
          {new Date(created).toLocaleString(browser.i18n.getUILanguage(), { dateStyle: "medium", timeStyle: "short" })}
        </time>
        {!isEditing && (
          <button type="button" class="plain end" onClick={() => setEditing(true)}>
            {message("edit")}
          </button>
        )}
        <button type="button" class={`plain danger ${isEditing ? "end" : ""}`} onClick={onDelete}>
          {message("delete")}
        </button>
      </div>
    </li>
  );
}

function NoteEditor({ annotation, onClose }: { readonly annotation: Annotation; readonly onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(annotation.body, async (changes) => {
    const saved = await callBackground("updateAnnotation", { id: annotation.id, changes });
    return saved.ok;
  });
  useEffect(() => form.current?.querySelector<HTMLElement>("[data-focus]")?.focus(), []);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        const isDone = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
        if (!isDone) return;
        // Escape would close the popup as well.
        event.preventDefault();
        onClose();
      }}
    >
      <NoteFields autosave={autosave} field="note" />
      <div class="row">
        <button type="submit" class="primary end">
          {message("done")}
        </button>
      </div>
    </form>
  );
}
