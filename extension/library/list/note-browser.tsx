import { useEffect, useState } from "preact/hooks";
import { isOnName } from "../../../src/annotation/records/name-note.ts";
import { type Sort, SORTS } from "../../../src/library/listing.ts";
import { message, type MessageKey, plural } from "../../locale/message.ts";
import type { ListRequest, Row } from "../../search/requests.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { useNoteWorld } from "../../ui/notes/note-world.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLibrary } from "../library-world.ts";
import type { Place, View } from "../place.ts";
import { Exporting } from "../exporting.tsx";
import { viewTitle } from "../side/navigation.tsx";
import { BulkBar, useBulk } from "./bulk-bar.tsx";
import { FacetLists } from "./facets.tsx";
import { NoteList } from "./note-list.tsx";
import type { Selection } from "./selection.ts";

const SORT_NAMES: Record<Sort, MessageKey> = {
  added: "sortAdded",
  published: "sortPublished",
  title: "sortTitle",
  site: "sortSite",
};

const EMPTY: Partial<Record<View, MessageKey>> = {
  articles: "noArticles",
  check: "nothingToCheck",
  bin: "binEmpty",
};

interface NoteBrowserProps {
  readonly view: View;
  readonly place: Place;
}

/** Notes or articles as they are searched, narrowed and sorted, with what can be done with those that are selected. */
export function NoteBrowser({ view, place }: NoteBrowserProps) {
  const { search, go } = useLibrary();
  const { names } = useNoteWorld();
  const [selection, setSelection] = useState<Selection>(new Set());
  const bulk = useBulk();
  const of: ListRequest["of"] = view === "articles" || view === "check" || view === "bin" ? view : "notes";
  const answer = useAnswer(search, "list", { of, query: place.query, names, sort: place.sort });
  // What can no longer be seen must not be changed with the rest.
  useEffect(() => setSelection(new Set()), [view, place.query]);

  const open = (row: Row): void => {
    if (row.kind === "article") go({ article: row.article.page, note: null, name: null });
    else if (row.kind === "note" && isOnName(row.note)) go({ name: row.note.key, article: null, note: null });
    else if (row.kind === "note") go({ article: pageOf(row), note: row.note.id, name: null });
  };
  if (answer.state === "failed") {
    return (
      <p class="state" role="alert">
        {failureText({ code: "storage-failed" })}
      </p>
    );
  }
  const listed = answer.state === "ready" ? answer.value : null;
  const isSearch = place.query.trim() !== "";
  return (
    <>
      <div class="above-list">
        <h2>{viewTitle(view)}</h2>
        <span class="soft small" role="status">
          {listed === null
            ? message("loading")
            : of === "articles"
              ? plural("libraryArticles", listed.articles)
              : message(
                  "notesOnArticles",
                  plural("libraryNotes", listed.notes),
                  plural("libraryArticles", listed.articles),
                )}
        </span>
        {(listed === null || listed.rows.length > 1) && (
          <label class="sort">
            {message("sortBy")}
            <select value={place.sort} onChange={({ currentTarget }) => go({ sort: currentTarget.value as Sort })}>
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {message(SORT_NAMES[sort])}
                </option>
              ))}
            </select>
          </label>
        )}
        {listed !== null && listed.notes > 0 && of !== "articles" && of !== "bin" && (
          <Exporting
            // Another search is another export.
            key={`${view} ${place.query}`}
            scopeOf={async () => {
              const ids = await search.ask("idsOf", {
                generation: listed.generation,
                rows: [...listed.rows].filter((row) => row >= 0),
              });
              return ids === null ? null : { kind: "records", ids };
            }}
          />
        )}
      </div>
      {listed !== null && listed.notes > 0 && <FacetLists facets={listed.facets} query={place.query} />}
      {listed !== null && listed.instead.length > 0 && listed.rows.length > 0 && (
        <p class="soft small instead" role="status">
          {message("searchedInstead", listed.instead.flatMap(([, near]) => near.slice(0, 3)).join(", "))}
        </p>
      )}
      {selection.size > 0 && (
        <BulkBar selection={selection} isBin={view === "bin"} onClear={() => setSelection(new Set())} />
      )}
      {listed === null ? null : listed.rows.length === 0 ? (
        <p class="state">
          {isSearch ? message("nothingFound", place.query.trim()) : message(EMPTY[view] ?? "noNotes")}
        </p>
      ) : (
        <NoteList
          listed={listed}
          selection={selection}
          onSelect={setSelection}
          onOpen={open}
          onDelete={() => {
            void bulk(selection, { kind: "delete" });
            setSelection(new Set());
          }}
        />
      )}
    </>
  );
}

const pageOf = (row: Extract<Row, { kind: "note" }>): string =>
  isOnName(row.note) ? row.note.origin.page : row.note.target.page;
