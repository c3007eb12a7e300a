import { useEffect, useRef } from "preact/hooks";
import { callTab } from "../../calls/call.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { isOnName, type Noted } from "../../../src/annotation/records/name-note.ts";
import { knownOf } from "../../store/sightings.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import { isTyping } from "../../ui/texts/history-text.ts";
import { useFocusInList } from "../focus.ts";
import { copyNote } from "./copy-note.ts";
import { CopyNotes } from "./copy-notes.tsx";
import { HistoryBar } from "./history-bar.tsx";
import { Note } from "./note.tsx";
import { NoteOnName } from "./note-on-name.tsx";
import { removeNote } from "./remove-note.ts";
import type { Say } from "../toast.tsx";
import type { Standing } from "./standing.ts";

interface NoteListProps {
  readonly database: Database;
  readonly notes: readonly Noted[];
  readonly isLoading: boolean;
  readonly empty: string;
  /** The page's key where the list is of one page. */
  readonly page: string | null;
  /** How they stand on the page, or `null` where the list is not of one page. */
  readonly standing: Standing | null;
  readonly onGo: (note: Noted) => void;
  /** Another page was opened. */
  readonly onOpened: () => void;
  readonly showTitle: boolean;
  readonly say: Say;
  /** Told of a note's editor that opens, and that closes or goes. */
  readonly onEditing?: (id: string, isEditing: boolean) => void;
}

/** Notes with edit and delete. What was deleted can be brought back for a while. */
export function NoteList(props: NoteListProps) {
  const { database, notes, isLoading, empty, page, standing, onGo, onOpened, showTitle, say, onEditing } = props;
  const list = useRef<HTMLUListElement>(null);
  useFocusInList(list);
  const isOnPage = standing !== null;
  const known = useLiveQuery(() => knownOf(database, notes, isOnPage), [database, notes, isOnPage]);

  return (
    <>
      <div class="above">
        <HistoryBar database={database} page={page} say={say} onOpened={onOpened} />
        {standing !== null && notes.length > 1 && <HighlightStepper standing={standing} />}
        {page !== null && notes.length > 0 && <CopyNotes database={database} page={page} say={say} />}
      </div>
      {notes.length === 0 && <p class="state">{isLoading ? message("loading") : empty}</p>}
      <ul ref={list} class="list">
        {notes.map((note) =>
          isOnName(note) ? (
            <NoteOnName
              key={note.id}
              note={note}
              onGo={() => onGo(note)}
              onDelete={() => void removeNote(note, say)}
              onEditing={(isEditing) => onEditing?.(note.id, isEditing)}
            />
          ) : (
            <Note
              key={note.id}
              annotation={note}
              standing={standing}
              known={known.state === "ready" ? known.value : null}
              showTitle={showTitle}
              onGo={() => onGo(note)}
              onCopy={() => void copyNote(note, (key) => database.articles.get(key), say)}
              onDelete={() => void removeNote(note, say)}
              onEditing={(isEditing) => onEditing?.(note.id, isEditing)}
            />
          ),
        )}
      </ul>
    </>
  );
}

/** Goes from highlight to highlight on the page, while the popup stays open: N and Shift+N do the same. */
function HighlightStepper({ standing: { tabId, frame } }: { readonly standing: Standing }) {
  const step = (by: 1 | -1): void => void callTab(tabId, "stepHighlight", { by, isLast: true }, frame);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "n" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [tabId, frame]);
  return (
    <div class="steps">
      <button type="button" class="plain" title="Shift+N" aria-keyshortcuts="Shift+N" onClick={() => step(-1)}>
        {message("previousMark")}
      </button>
      <button type="button" class="plain" title="N" aria-keyshortcuts="N" onClick={() => step(1)}>
        {message("nextMark")}
      </button>
    </div>
  );
}
