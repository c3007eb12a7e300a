import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { siteName } from "../../../src/page/address.ts";
import { instantText, message, shortDateText } from "../../locale/message.ts";
import type { Known } from "../../store/sightings.ts";
import { colourName } from "../../ui/texts/colour-name.ts";
import { useNoteWorld } from "../../ui/notes/note-world.ts";
import { later } from "../../ui/later.tsx";
import { Tags } from "../../ui/notes/tags.tsx";
import { NoteState } from "./note-state.tsx";
import type { Standing } from "./standing.ts";

/** Most notes are only read. */
const NoteEditor = later(async () => (await import("./note-editor.tsx")).NoteEditor);

interface NoteProps {
  readonly annotation: Annotation;
  /** How it stands on the page, or `null` where the list is not of one page. */
  readonly standing: Standing | null;
  /** What is known of where it stood; `null` until that is there. */
  readonly known?: Known | null;
  readonly showTitle: boolean;
  readonly onGo: () => void;
  /** Puts it on the clipboard with its article. */
  readonly onCopy: () => void;
  readonly onDelete: () => void;
  /** Told when the editor opens, and when it closes or goes. */
  readonly onEditing: (isEditing: boolean) => void;
}

/** One highlight with its note. */
export function Note(props: NoteProps) {
  const { annotation, standing, known = null, showTitle, onGo, onCopy, onDelete, onEditing } = props;
  const [isEditing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const hasFinished = useRef(false);
  // The focus must not fall out of the list with the field that had it.
  useLayoutEffect(() => {
    if (hasFinished.current && !isEditing) edit.current?.focus();
    hasFinished.current = false;
  }, [isEditing]);
  useEffect(() => {
    if (!isEditing) return undefined;
    onEditing(true);
    return () => onEditing(false);
  }, [isEditing]);
  const finish = (): void => {
    hasFinished.current = true;
    setEditing(false);
  };
  const { names, view } = useNoteWorld();
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
        <mark>{target.selectors.quote.exact}</mark>
      </button>
      {standing !== null && <NoteState annotation={annotation} standing={standing} known={known} />}
      {known?.unseen.has(annotation.id) === true && standing?.anchors[annotation.id] === undefined && (
        <p class="moved soft">{message("notLookedFor")}</p>
      )}
      {isEditing ? (
        <NoteEditor annotation={annotation} onClose={finish} />
      ) : (
        <>
          {body.note !== "" && (
            <div
              class="note-text markup"
              dir="auto"
              title={message("editNote")}
              onClick={({ target: clicked }) => {
                const isLink = clicked instanceof Element && clicked.closest("a") !== null;
                // A drag over the words selects them.
                if (!isLink && getSelection()?.isCollapsed !== false) setEditing(true);
              }}
            >
              {view(body.note)}
            </div>
          )}
          <Tags tags={body.tags} />
        </>
      )}
      {showTitle && (
        <p class="soft page-title" dir="auto">
          {target.title}
          {" · "}
          <bdi>{siteName(target.source)}</bdi>
        </p>
      )}
      <div class="row">
        <span class="soft when">
          {colourName(body.colour, names)}
          {" · "}
          <time dateTime={created} title={instantText(created)}>
            {shortDateText(created)}
          </time>
        </span>
        {!isEditing && (
          <>
            <button type="button" class="plain end" onClick={onCopy}>
              {message("copy")}
            </button>
            <button ref={edit} type="button" class="plain" onClick={() => setEditing(true)}>
              {message("edit")}
            </button>
          </>
        )}
        <button type="button" class={`plain danger ${isEditing ? "end" : ""}`} onClick={onDelete}>
          {message("delete")}
        </button>
      </div>
    </li>
  );
}
