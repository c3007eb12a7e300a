import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Body, EMPTY_BODY } from "../../../src/annotation/records/annotation.ts";
import type { NameNote } from "../../../src/annotation/records/name-note.ts";
import type { UnsavedNameNote } from "../../../src/annotation/unsaved.ts";
import type { AboutName } from "../../../src/reading/about-name.ts";
import { dateText, message, plural } from "../../locale/message.ts";
import { type Edited, useNoteWorld } from "./note-world.ts";
import { Tags } from "./tags.tsx";
import { newId } from "../../calls/new-id.ts";

interface NotesOnNameProps {
  /** What the notes are on, as the article names it. */
  readonly name: string;
  /** `null` while it is not known. */
  readonly about: AboutName | null;
  /** Says which note was changed. */
  readonly unsavedWith: (id: string, changes: Partial<Body>) => UnsavedNameNote;
  readonly onDelete: (note: NameNote) => void;
  /** Told when an editor opens, and when it closes or goes. */
  readonly onEditing?: (isEditing: boolean) => void;
  /** In a list of names, which the buttons need not repeat. */
  readonly isCompact: boolean;
}

/** The user's notes on a name, and the other articles of theirs that name it. */
export function NotesOnName(props: NotesOnNameProps) {
  const { name, about, unsavedWith, onDelete, onEditing, isCompact } = props;
  const [editing, setEditing] = useState<Edited | null>(null);
  const { view, NameNoteEditor } = useNoteWorld();
  const group = useRef<HTMLDivElement>(null);
  const hadFocus = hasFocus(group.current);
  const wasEditing = useRef(false);
  // The focus must not fall out of card or popup with the field or the note that had it.
  useLayoutEffect(() => {
    const hasClosed = wasEditing.current && editing === null;
    if (hasClosed || (hadFocus && !hasFocus(group.current))) group.current?.querySelector("button")?.focus();
    wasEditing.current = editing !== null;
  });
  const isEditing = editing !== null;
  useEffect(() => {
    if (!isEditing) return undefined;
    onEditing?.(true);
    return () => onEditing?.(false);
  }, [isEditing]);
  const notes = about?.notes ?? [];
  return (
    <div
      ref={group}
      role="group"
      class={`subject-notes ${isCompact ? "compact" : ""}`}
      aria-label={message("subjectNotes", name)}
    >
      {notes
        .filter(({ id }) => id !== editing?.id)
        .map((note) => {
          const { id, body, revision } = note;
          return (
            <div key={id} class="subject-note" style={{ "--colour": `var(--${body.colour})` }}>
              {body.note !== "" && (
                <div class="note-text markup" dir="auto">
                  {view(body.note)}
                </div>
              )}
              <Tags tags={body.tags} />
              <div class="row">
                <button
                  type="button"
                  class="plain"
                  aria-label={message("editNoteOn", name)}
                  onClick={() => setEditing({ id, body, revision })}
                >
                  {message("edit")}
                </button>
                <button
                  type="button"
                  class="plain danger"
                  aria-label={message("deleteNoteOn", name)}
                  onClick={() => onDelete(note)}
                >
                  {message("delete")}
                </button>
              </div>
            </div>
          );
        })}
      {editing !== null && (
        <NameNoteEditor
          key={editing.id}
          name={name}
          edited={notes.find(({ id }) => id === editing.id) ?? editing}
          unsavedWith={(changes) => unsavedWith(editing.id, changes)}
          onClose={() => setEditing(null)}
        />
      )}
      {about !== null && notes.length === 0 && editing === null && (
        <button
          type="button"
          class="plain add"
          aria-label={message("noteOn", name)}
          onClick={() => setEditing({ id: newId(), body: EMPTY_BODY, revision: 0 })}
        >
          {message(isCompact ? "noteShort" : "noteOn", name)}
        </button>
      )}
      {about !== null && about.articleCount > 0 && <Elsewhere about={about} />}
    </div>
  );
}

function hasFocus(element: HTMLElement | null): boolean {
  const { activeElement } = (element?.getRootNode() ?? document) as Document | ShadowRoot;
  return element?.contains(activeElement) ?? false;
}

/** The other articles that name it: how many and, once they are asked for, which. */
function Elsewhere({ about: { articles, articleCount } }: { readonly about: AboutName }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="elsewhere">
      <button type="button" class="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {plural("elsewhere", articleCount)}
      </button>
      {isOpen && (
        <ul>
          {articles.map(({ page, source, title, outlet, published }) => (
            <li key={page}>
              <a href={source} target="_blank" rel="noopener noreferrer" dir="auto">
                {title}
              </a>
              <span class="soft" dir="auto">
                {[outlet, published === null ? null : dateText(published)]
                  .filter((piece) => piece !== null)
                  .join(" · ")}
              </span>
            </li>
          ))}
          {articleCount > articles.length && (
            <li class="soft">{plural("moreArticles", articleCount - articles.length)}</li>
          )}
        </ul>
      )}
    </div>
  );
}
