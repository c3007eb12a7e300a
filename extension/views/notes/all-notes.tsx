import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { markedWords, parseQuery } from "../../../src/library/query.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { newestNotes } from "../../store/newest-notes.ts";
import { createSearch } from "../../search/client.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { isOnName, type Noted } from "../../../src/annotation/records/name-note.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useNoteWorld } from "../../ui/notes/note-world.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import { openPage } from "../open-page.ts";
import { Filters } from "./filters.tsx";
import { NoteList } from "./note-list.tsx";
import type { Say } from "../toast.tsx";
import { useMarkedHits } from "./use-marked-hits.ts";

/** How many notes the first frame has: no popup shows more without scrolling. */
const FIRST = 8;

/** How many there are from then on, and how many more each time. */
const STEP = 50;

/** One for the whole page. Its worker starts with the first word that is searched for. */
const search = createSearch();

interface AllNotesProps {
  readonly database: Database;
  readonly say: Say;
  /** Where what was deleted lies. */
  readonly bin: string;
  /** The page of a note was opened. */
  readonly onOpened: () => void;
}

/** Every note on every page, newest first, with a search. */
export function AllNotes({ database, say, bin, onOpened }: AllNotesProps) {
  const [query, setQuery] = useState("");
  const [limit, setLimit] = useState(FIRST);
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const { names } = useNoteWorld();
  const newest = useLiveQuery(() => newestNotes(database, limit, edited), [database, limit, edited]);
  const isSearch = query.trim() !== "";
  const matching = useAnswer(search, "find", isSearch ? { query, names, limit, also: [...edited] } : null);
  const found = isSearch ? matching : newest;
  const list = useRef<HTMLDivElement>(null);
  const words = useMemo(() => (isSearch ? markedWords(parseQuery(query, names)) : []), [isSearch, query, names]);
  useMarkedHits(list, words);
  // The first frame with notes has been drawn: the rest follows.
  const isBeginning = found.state === "ready" && limit < STEP;
  useEffect(() => {
    if (!isBeginning) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setLimit(STEP));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isBeginning]);
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
      <Filters
        search={search}
        query={query}
        onQuery={(wanted) => {
          setQuery(wanted);
          setLimit(STEP);
        }}
      />
      <div ref={list}>
        <NoteList
          database={database}
          notes={stretch.items}
          isLoading={found.state === "loading"}
          empty={query.trim() === "" ? message("noNotes") : message("nothingFound", query.trim())}
          page={null}
          standing={null}
          onGo={(note) => void goTo(note).then(onOpened)}
          onOpened={onOpened}
          showTitle
          say={say}
          onEditing={(id, isEditing) =>
            setEdited((before) => new Set(isEditing ? [...before, id] : [...before].filter((other) => other !== id)))
          }
        />
      </div>
      {stretch.more && limit >= STEP && (
        <button type="button" class="more" onClick={() => setLimit(limit + STEP)}>
          {message("showMore")}
        </button>
      )}
      <p class="bin-way">
        <a href={bin} target="_blank">
          {message("openBin")}
        </a>
      </p>
    </>
  );
}

/** Goes to a highlight's passage, or to the page on which a note on a name was written. */
const goTo = (note: Noted): Promise<void> =>
  isOnName(note)
    ? openPage(note.origin.source, note.origin.page, null)
    : openPage(note.target.source, note.target.page, { kind: "annotation", id: note.id });
