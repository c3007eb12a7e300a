import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { message } from "../locale/message.ts";
import type { Outbox } from "../calls/outbox.ts";
import type { SearchClient } from "../search/client.ts";
import { useAnswer } from "../search/use-answer.ts";
import type { Database } from "../store/database.ts";
import { later } from "../ui/later.tsx";
import { NoteWorldProvider } from "../ui/notes/note-world.ts";
import { useNotesWorld } from "../views/notes/use-notes-world.tsx";
import { type Toast, ToastBar } from "../views/toast.tsx";
import { ArticlePane } from "./article/article-pane.tsx";
import { NoteBrowser } from "./list/note-browser.tsx";
import { NameBrowser } from "./name/name-browser.tsx";
import { NamePage } from "./name/name-page.tsx";
import { LibraryProvider } from "./library-world.ts";
import { Making } from "./making.tsx";
import { Navigation } from "./side/navigation.tsx";
import { SearchField } from "./search-field.tsx";
import { ColourList, SearchList, TagList } from "./side/lists.tsx";
import type { View } from "./place.ts";
import { usePlace } from "./use-place.ts";

/** It is due on few days. */
const Reminder = later(async () => (await import("../views/exchange/reminder.tsx")).Reminder);
/** Where a sync is set up, now and then. */
const Unsettled = later(async () => (await import("../views/sync/unsettled.tsx")).Unsettled);

interface AppProps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly search: SearchClient;
}

/** Everything that the user keeps: its parts at the left, a list in the middle, and what of it is open at the right. */
export function App({ database, outbox, search }: AppProps) {
  const [place, go] = usePlace();
  const [toast, setToast] = useState<Toast | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const totals = useAnswer(search, "totals", null);
  const notes = useNotesWorld(database, outbox);
  const world = useMemo(() => ({ database, search, go, say: setToast }), [database, search]);
  useEffect(() => {
    const toSearch = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const isTyping = target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
      if (key !== "/" || isTyping || ctrlKey || metaKey || altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener("keydown", toSearch);
    return () => removeEventListener("keydown", toSearch);
  }, []);
  const isOpen = place.article !== null || place.name !== null;
  return (
    <NoteWorldProvider value={notes}>
      <LibraryProvider value={world}>
        <header>
          <img src="../icons/32.png" alt="" width="24" height="24" />
          <h1>{message("libraryTitle")}</h1>
          <SearchField place={place} field={field} />
          <button type="button" class="plain" onClick={() => void browser.runtime.openOptionsPage()}>
            {message("settings")}
          </button>
        </header>
        <Making search={search} />
        <Reminder database={database} />
        <div class="columns" data-open={isOpen ? "" : undefined}>
          <Navigation place={place} totals={totals.state === "ready" ? totals.value : null} />
          <main aria-label={message("libraryList")}>{middle(place.view)}</main>
          <section id="panel" class="pane" tabIndex={-1} aria-label={message("libraryOpen")}>
            {isOpen && (
              <button type="button" class="plain back" onClick={() => go({ article: null, note: null, name: null })}>
                {message("backToList")}
              </button>
            )}
            {place.name !== null ? (
              <NamePage key={place.name} name={place.name} beside={place.beside} />
            ) : place.article === null ? (
              <p class="state">{message("libraryNothingOpen")}</p>
            ) : (
              <ArticlePane key={place.article} page={place.article} note={place.note} />
            )}
          </section>
        </div>
        <ToastBar toast={toast} onEnd={() => setToast(null)} />
      </LibraryProvider>
    </NoteWorldProvider>
  );

  function middle(view: View) {
    switch (view) {
      case "people":
      case "places":
      case "organisations":
        return <NameBrowser key={view} view={view} place={place} />;
      case "tags":
        return <TagList totals={totals.state === "ready" ? totals.value : null} typed={place.query} />;
      case "colours":
        return <ColourList />;
      case "searches":
        return <SearchList />;
      case "check":
        return (
          <>
            <Unsettled database={database} />
            <NoteBrowser key={view} view={view} place={place} />
          </>
        );
      default:
        return <NoteBrowser key={view} view={view} place={place} />;
    }
  }
}
