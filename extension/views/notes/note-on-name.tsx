import type { NameNote } from "../../../src/annotation/records/name-note.ts";
import { siteName } from "../../../src/page/address.ts";
import { instantText, message, shortDateText } from "../../locale/message.ts";
import { NotesOnName } from "../../ui/notes/name-notes.tsx";

interface NoteOnNameProps {
  readonly note: NameNote;
  /** Opens the article on which it was written. */
  readonly onGo: () => void;
  readonly onDelete: () => void;
  readonly onEditing: (isEditing: boolean) => void;
}

/** A note on a name, in the list of all notes. */
export function NoteOnName({ note, onGo, onDelete, onEditing }: NoteOnNameProps) {
  const { id, subject, origin, created } = note;
  return (
    <li class="note on-name" data-id={id} style={{ "--colour": `var(--${note.body.colour})` }}>
      <button type="button" class="quote" title={message("openPage")} onClick={onGo}>
        <span class={`name ${subject.kind === "organisation" ? "source" : subject.kind}`} dir="auto">
          {subject.name}
        </span>
      </button>
      <NotesOnName
        name={subject.name}
        about={{ notes: [note], articles: [], articleCount: 0 }}
        unsavedWith={(_id, changes) => ({ kind: "name-note", id, subject, origin, changes })}
        onDelete={onDelete}
        onEditing={onEditing}
        isCompact={false}
      />
      <p class="soft page-title">
        <time dateTime={created} title={instantText(created)}>
          {shortDateText(created)}
        </time>
        {" · "}
        <bdi>{origin.title}</bdi>
        {" · "}
        {siteName(origin.source)}
      </p>
    </li>
  );
}
