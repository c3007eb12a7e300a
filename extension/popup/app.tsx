import { useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { countNames, listEntities, listSources } from "../../src/reading/names.ts";
import type { Passage } from "../calls/schemas.ts";
import type { Span } from "../../src/text/span.ts";
import { message, plural } from "../locale/message.ts";
import { callBackground, callTab } from "../calls/call.ts";
import type { Outbox } from "../calls/outbox.ts";
import type { Database } from "../store/database.ts";
import { annotationsOfPage, settingsOfSite } from "../store/queries.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { useLiveQuery } from "../ui/use-live-query.ts";
import { AllNotes } from "../views/notes/all-notes.tsx";
import { Names } from "../views/article/names.tsx";
import { NoteList } from "../views/notes/note-list.tsx";
import { PageStatus, pageMessage } from "../views/article/page-status.tsx";
import { Sources } from "../views/article/sources.tsx";
import { SiteModeChoice } from "../views/article/site-mode.tsx";
import { type Tab, Tabs } from "../views/tabs.tsx";
import { type Toast, ToastBar } from "../views/toast.tsx";
import { useNameNotes } from "../views/notes/use-name-notes.ts";
import { NoteWorldProvider } from "../ui/notes/note-world.ts";
import { useNotesWorld } from "../views/notes/use-notes-world.tsx";
import { usePage } from "../views/article/use-page.ts";

/** The popup: who and what is in this page, what the user noted on it, and all notes. */
export function App({ database, outbox }: { readonly database: Database; readonly outbox: Outbox }) {
  const { page, ask } = usePage();
  const [chosen, setChosen] = useState<string | null>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const report = page.state === "loading" ? null : page.report;
  const pageKey = page.state === "loading" ? null : (page.report?.page ?? page.page);
  const site = page.state === "loading" ? null : siteOf(page.url);
  const settings = useLiveQuery(async () => (site === null ? null : settingsOfSite(database, site)), [database, site]);
  const isOff = settings.state === "ready" && settings.value?.mode === "never";
  const notes = useLiveQuery(
    async () => (pageKey === null ? [] : annotationsOfPage(database, pageKey)),
    [database, pageKey],
  );
  const analysis = report?.analysis ?? null;
  const found = analysis === null ? 0 : countNames(analysis);
  const article = report?.article ?? null;
  const go = (target: Parameters<typeof callTab<"reveal">>[2]): void => {
    if (page.state !== "loading") void callTab(page.tabId, "reveal", target, page.frame);
  };

  const wordsAt = (span: Span): Passage => ({
    page: pageKey ?? "",
    span,
    words: (article?.text ?? "").slice(span.start, span.end),
  });
  const goTo = (span: Span): void => go({ kind: "words", ...wordsAt(span) });
  const save = async (span: Span): Promise<boolean> =>
    page.state === "read" && (await callTab(page.tabId, "annotateSpan", wordsAt(span), page.frame)).ok;

  const sources = analysis === null ? [] : listSources(analysis);
  const people = analysis === null ? [] : listEntities(analysis, "person");
  const places = analysis === null ? [] : listEntities(analysis, "place");
  const nameNotes = useNameNotes(database, outbox, report, setToast);
  const problem = isOff && site !== null ? message("pageOff", site) : pageMessage(page);
  const noted = notes.state === "ready" ? notes.value : [];
  const status = problem === null ? null : <PageStatus page={page} text={problem} canRead={!isOff} onRead={ask} />;

  const tabs: Tab[] = [
    {
      id: "sources",
      title: message("tabSources"),
      count: problem === null ? sources.length : null,
      view: () =>
        status ?? (
          <Sources
            notes={nameNotes}
            highlights={noted}
            article={article}
            facts={report?.facts ?? null}
            sources={sources}
            onGo={goTo}
            onSave={save}
          />
        ),
    },
    {
      id: "people",
      title: message("tabPeople"),
      count: problem === null ? people.length : null,
      view: () => status ?? <Names notes={nameNotes} names={people} empty={message("noPeople")} onGo={goTo} />,
    },
    {
      id: "places",
      title: message("tabPlaces"),
      count: problem === null ? places.length : null,
      view: () => status ?? <Names notes={nameNotes} names={places} empty={message("noPlaces")} onGo={goTo} />,
    },
    {
      id: "notes",
      title: message("tabNotes"),
      count: pageKey === null ? null : noted.length,
      view: () =>
        notes.state === "failed" ? (
          <p class="state" role="alert">
            {failureText({ code: "storage-failed" })}
          </p>
        ) : (
          <NoteList
            database={database}
            notes={noted}
            isLoading={page.state === "loading" || notes.state === "loading"}
            empty={message(pageKey === null ? "pageClosed" : "noNotesHere")}
            standing={
              report === null || page.state === "loading"
                ? null
                : {
                    tabId: page.tabId,
                    frame: page.frame,
                    anchors: report.anchors,
                    lastSeen: report.lastSeen,
                    onChange: ask,
                  }
            }
            onGo={({ id }) => go({ kind: "annotation", id })}
            showTitle={false}
            say={setToast}
          />
        ),
    },
    {
      id: "all",
      title: message("tabAllNotes"),
      count: null,
      view: () => <AllNotes database={database} say={setToast} />,
    },
  ];
  const current = chosen ?? (report === null && page.state !== "loading" && !isOff ? "all" : "sources");

  const world = useNotesWorld(database, outbox);
  return (
    <NoteWorldProvider value={world}>
      <header>
        <img src="../icons/32.png" alt="" width="24" height="24" />
        <div class="title">
          <h1 dir="auto">{report?.facts.headline ?? message("productName")}</h1>
          {found > 0 && <p class="soft small">{plural("namesFound", found)}</p>}
        </div>
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
      </header>
      <main>
        {site !== null && settings.state === "ready" && settings.value !== null && (
          <SiteModeChoice
            site={site}
            mode={settings.value.mode}
            onChange={async (mode) => {
              await callBackground("saveSiteSettings", { site, mode });
              ask();
            }}
          />
        )}
        <Tabs tabs={tabs} current={current} onChoose={setChosen} />
        <ToastBar toast={toast} onEnd={() => setToast(null)} />
      </main>
    </NoteWorldProvider>
  );
}

/** The host of a page of the web, or `null` for other pages. */
function siteOf(url: string): string | null {
  return /^https?:/.test(url) ? new URL(url).host : null;
}
