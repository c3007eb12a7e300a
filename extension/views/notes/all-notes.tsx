import { useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { newestNotes } from "../../store/newest-notes.ts";
import { createSearch } from "../../search/client.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { isOnName, type Noted } from "../../../src/annotation/records/name-note.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useNoteWorld } from "../../ui/notes/note-world.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import { NoteList } from "./note-list.tsx";
import type { Say } from "../toast.tsx";

/** How many notes are shown at first, and how many more each time. */
const STEP = 50;

/** One for the whole page. Its worker starts with the first word that is searched for. */
const search = createSearch();

interface AllNotesProps {
  readonly database: Database;
  readonly say: Say;
  /** The page of a note was opened. */
  readonly onOpened: () => void;
}

/** Every note on every page, newest first, with a search. */
export function AllNotes({ database, say, onOpened }: AllNotesProps) {
  const [query, setQuery] = useState("");
  const [limit, setLimit] = useState(STEP);
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const { names } = useNoteWorld();
  const newest = useLiveQuery(() => newestNotes(database, limit, edited), [database, limit, edited]);
  const isSearch = query.trim() !== "";
  const matching = useAnswer(search, "find", isSearch ? { query, names, limit, also: [...edited] } : null);
  const found = isSearch ? matching : newest;
  if (found.state === "failed") {
    return (
      <p class="state" role="alert">
        {failureText({ code: "storage-failed" })}
      </p>
    );
  }
  const stretch = found.state === "ready" ? found.value : { items: [], more: false };
  return (
    <>
      <input
        type="search"
        class="search"
        dir="auto"
        placeholder={message("searchNotes")}
        aria-label={message("searchNotes")}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setLimit(STEP);
        }}
      />
      <NoteList
        database={database}
        notes={stretch.items}
        isLoading={found.state === "loading"}
        empty={query.trim() === "" ? message("noNotes") : message("nothingFound", query.trim())}
        page={null}
        standing={null}
        onGo={(note) => void openPage(note).then(onOpened)}
        showTitle
        say={say}
        onEditing={(id, isEditing) =>
          setEdited((before) => new Set(isEditing ? [...before, id] : [...before].filter((other) => other !== id)))
        }
      />
      {stretch.more && (
        <button type="button" class="more" onClick={() => setLimit(limit + STEP)}>
          {message("showMore")}
        </button>
      )}
    </>
  );
}

/** Goes to the tab that has the note's page open, or opens one. */
async function openPage(note: Noted): Promise<void> {
  const { source } = isOnName(note) ? note.origin : note.target;
  const tabs = await browser.tabs.query({ currentWindow: true });
  const open = tabs.find(({ url }) => url === source);
  if (open?.id === undefined) await browser.tabs.create({ url: source });
  else await browser.tabs.update(open.id, { active: true });
}
