import { useEffect, useRef, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { Outbox } from "../calls/outbox.ts";
import { message } from "../locale/message.ts";
import { libraryAddress } from "../library/place.ts";
import type { Database } from "../store/database.ts";
import { later } from "../ui/later.tsx";
import { NoteWorldProvider } from "../ui/notes/note-world.ts";
import type { Page } from "../views/article/ask-page.ts";
import { Origin } from "../views/article/origin.tsx";
import { useNotesWorld } from "../views/notes/use-notes-world.tsx";
import { usePageTabs } from "../views/page-tabs.tsx";
import { Tabs } from "../views/tabs.tsx";
import { type Toast, ToastBar } from "../views/toast.tsx";
import { HELP } from "../welcome/place.ts";
import { type Following, followFront, type Place } from "./follow.ts";

/** Of most pages nothing is kept. */
const KeepArticle = later(async () => (await import("../views/article/keep-article.tsx")).KeepArticle);

/** The panel beside the page: it stays open while the user reads, and follows the tab in front. */
export function App({ database, outbox }: { readonly database: Database; readonly outbox: Outbox }) {
  const { page, place, ask } = useFront();
  const [chosen, setChosen] = useState("sources");
  const [toast, setToast] = useState<Toast | null>(null);
  const { tabs, report, siteChoice, markingSwitch, mode, notice } = usePageTabs({
    database,
    outbox,
    page,
    inView: place !== null && page.state === "read" && page.page === place.page ? place.statements : NOTHING,
    ask,
    say: setToast,
    bin: browser.runtime.getURL(libraryAddress({ view: "bin" })),
    onOpened: () => undefined,
  });
  const world = useNotesWorld(database, outbox);
  return (
    <NoteWorldProvider value={world}>
      <header>
        <div class="title">
          <h1 dir="auto">{report?.facts.headline ?? message("productName")}</h1>
          {report !== null && <Origin facts={report.facts} />}
        </div>
        <nav class="ways">
          {report?.analysis != null && <KeepArticle database={database} report={report} say={setToast} />}
          <button type="button" class="plain" onClick={() => openOwn(libraryAddress({}))}>
            {message("openLibrary")}
          </button>
          <button type="button" class="plain settings" onClick={() => void browser.runtime.openOptionsPage()}>
            {message("settings")}
          </button>
          <button type="button" class="plain" onClick={() => openOwn(HELP)}>
            {message("help")}
          </button>
        </nav>
      </header>
      <main>
        {/* Here it is the only way on; elsewhere the popup has it. */}
        {mode === "never" && siteChoice}
        {markingSwitch}
        {chosen !== "notes" && notice(setChosen)}
        <Tabs tabs={tabs} current={chosen} onChoose={setChosen} />
        <ToastBar toast={toast} onEnd={() => setToast(null)} />
      </main>
    </NoteWorldProvider>
  );
}

const NOTHING: ReadonlySet<number> = new Set();

/** @param path of a page within the extension. */
const openOwn = (path: string): void => void browser.tabs.create({ url: browser.runtime.getURL(path) });

/** The page in front, and what of it is in view. */
function useFront(): { readonly page: Page; readonly place: Place | null; readonly ask: () => void } {
  const [page, setPage] = useState<Page>({ state: "loading", tabId: null });
  const [place, setPlace] = useState<Place | null>(null);
  const following = useRef<Following | null>(null);
  useEffect(() => {
    const followed = followFront({ page: setPage, place: setPlace });
    following.current = followed;
    // What is answered to a panel that is closed comes too late: in Firefox it can set no timer any more.
    addEventListener("pagehide", followed.stop);
    return () => {
      removeEventListener("pagehide", followed.stop);
      followed.stop();
    };
  }, []);
  return { page, place, ask: () => following.current?.ask() };
}
