import { useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { Outbox } from "../calls/outbox.ts";
import { libraryAddress } from "../library/place.ts";
import { message } from "../locale/message.ts";
import { openPanel } from "../panel/open-panel.ts";
import type { Database } from "../store/database.ts";
import { atRest } from "../ui/at-rest.ts";
import { later } from "../ui/later.tsx";
import { NoteWorldProvider } from "../ui/notes/note-world.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { Origin } from "../views/article/origin.tsx";
import { usePage } from "../views/article/use-page.ts";
import { useNotesWorld } from "../views/notes/use-notes-world.tsx";
import { usePageTabs } from "../views/page-tabs.tsx";
import { Tabs } from "../views/tabs.tsx";
import { type Toast, ToastBar } from "../views/toast.tsx";
import { HELP } from "../welcome/place.ts";

/** What is in view on the page is marked where the popup covers nothing of it: in the panel. */
const NOTHING: ReadonlySet<number> = new Set();

/** It is due on few days. */
const Reminder = later(async () => {
  await atRest();
  return (await import("../views/exchange/reminder.tsx")).Reminder;
});

/** Of most pages nothing is kept. */
const KeepArticle = later(async () => (await import("../views/article/keep-article.tsx")).KeepArticle);

/** The popup: a glance at who and what is in this page, what the user noted on it, and all notes. */
export function App({ database, outbox }: { readonly database: Database; readonly outbox: Outbox }) {
  const { page, ask } = usePage();
  const [chosen, setChosen] = useState<string | null>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const { tabs, report, siteChoice, markingSwitch, mode, notice } = usePageTabs({
    database,
    outbox,
    page,
    inView: NOTHING,
    ask,
    say: setToast,
    bin: browser.runtime.getURL(libraryAddress({ view: "bin" })),
    onOpened: close,
  });
  const { tabId } = page;
  // Of a page that nobody reads there is nothing to tell.
  const first = report === null && page.state !== "loading" && mode !== "never" ? "all" : "sources";
  const world = useNotesWorld(database, outbox);
  return (
    <NoteWorldProvider value={world}>
      <header>
        <img src="../icons/32.png" alt="" width="24" height="24" />
        <div class="title">
          <h1 dir="auto">{report?.facts.headline ?? message("productName")}</h1>
          {report !== null && <Origin facts={report.facts} />}
        </div>
        <nav class="ways">
          {report?.analysis != null && <KeepArticle database={database} report={report} say={setToast} />}
          {tabId !== null && (
            <button
              type="button"
              class="plain"
              title={message("openPanelHint")}
              onClick={async () => {
                const opened = await openPanel(tabId);
                if (opened.ok) return close();
                setToast({ text: failureText(opened.error), tone: "error", undo: null });
              }}
            >
              {message("openPanel")}
            </button>
          )}
          <button type="button" class="plain" onClick={() => void openOwn(libraryAddress({}))}>
            {message("openLibrary")}
          </button>
          <button
            type="button"
            class="plain settings"
            onClick={async () => {
              await browser.runtime.openOptionsPage();
              close();
            }}
          >
            {message("settings")}
          </button>
          <button type="button" class="plain" onClick={() => void openOwn(HELP)}>
            {message("help")}
          </button>
        </nav>
      </header>
      <main>
        {siteChoice}
        {markingSwitch}
        {(chosen ?? first) !== "notes" && notice(setChosen)}
        <Tabs tabs={tabs} current={chosen ?? first} onChoose={setChosen} />
        <ToastBar toast={toast} onEnd={() => setToast(null)} />
      </main>
      <Reminder database={database} />
    </NoteWorldProvider>
  );
}

/** @param path of a page within the extension. */
async function openOwn(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
  close();
}
