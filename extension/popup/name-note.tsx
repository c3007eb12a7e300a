import browser from "webextension-polyfill";
import type { SubjectNote } from "../../src/annotation/subject-note.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../messaging/call.ts";
import { SubjectNotes } from "../ui/subject-notes.tsx";

interface NameNoteProps {
  readonly note: SubjectNote;
  /** Opens the article on which it was written. */
  readonly onGo: () => void;
  readonly onDelete: () => void;
}

/** A note on a name, in the list of all notes. */
export function NameNote({ note, onGo, onDelete }: NameNoteProps) {
  const { id, subject, origin, created } = note;
  return (
    <li class="note on-name" data-id={id} style={{ "--colour": `var(--${note.body.colour})` }}>
      <button type="button" class="quote" title={message("openPage")} onClick={onGo}>
        <span class={`name ${subject.kind === "organisation" ? "source" : subject.kind}`} dir="auto">
          {subject.name}
        </span>
      </button>
      <SubjectNotes
        name={subject.name}
        about={{ notes: [note], articles: [], articleCount: 0 }}
        onSave={(_id, changes) => callBackground("saveSubjectNote", { id, subject, origin, changes })}
        onDelete={onDelete}
        isCompact={false}
      />
      <p class="soft page-title" dir="auto">
        {origin.title}
        {" · "}
        <time dateTime={created}>
          {new Date(created).toLocaleString(browser.i18n.getUILanguage(), { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </p>
    </li>
  );
}
