import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { listEntities, listSources } from "../../src/reading/names.ts";
import type { Span } from "../../src/text/span.ts";
import { callTab, type Frame } from "../calls/call.ts";
import type { Outbox } from "../calls/outbox.ts";
import type { Passage, RevealTarget } from "../calls/schemas.ts";
import { message } from "../locale/message.ts";
import type { Database } from "../store/database.ts";
import { annotationsOfPage, readingOf, settingsOfSite } from "../store/queries.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { later } from "../ui/later.tsx";
import { useLiveQuery } from "../ui/use-live-query.ts";
import type { Page } from "./article/ask-page.ts";
import { Names } from "./article/names.tsx";
import { CutNotice, PageStatus, pageMessage } from "./article/page-status.tsx";
import { correctingOn } from "./article/correcting.ts";
import { MarkingSwitch } from "./article/marking-switch.tsx";
import { SiteChoice } from "./article/site-mode.tsx";
import { Sources } from "./article/sources.tsx";
import { NoteList } from "./notes/note-list.tsx";
import { standingOn } from "./notes/standing.ts";
import { useNameNotes } from "./notes/use-name-notes.ts";
import type { Tab } from "./tabs.tsx";
import type { Say } from "./toast.tsx";

/** With it comes the search. */
const AllNotes = later(async () => (await import("./notes/all-notes.tsx")).AllNotes);

/** Of most stories the user has nothing at another outlet. */
const ElsewhereNotes = later(async () => (await import("./notes/elsewhere.tsx")).ElsewhereNotes);
const ElsewhereNotice = later(async () => (await import("./notes/elsewhere.tsx")).ElsewhereNotice);

interface PageTabsProps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly page: Page;
  /** The statements that the user has in view on the page, by where each begins in the article. */
  readonly inView: ReadonlySet<number>;
  /** Asks the page anew. */
  readonly ask: () => void;
  readonly say: Say;
  /** Where what was deleted lies. */
  readonly bin: string;
  /** A note of another page was opened in its tab. */
  readonly onOpened: () => void;
}

/** The tabs that popup and panel share: who and what is in a page, what the user noted on it, and all notes. */
export function usePageTabs(props: PageTabsProps) {
  const { database, outbox, page, inView, ask, say, bin, onOpened } = props;
  const report = page.state === "loading" ? null : page.report;
  const pageKey = page.state === "loading" ? null : (report?.page ?? page.page);
  const others = page.state === "loading" ? [] : page.others;
  /** Those of its frames, which may have highlights of their own, come after the page's. */
  const pageKeys = [...new Set([...(pageKey === null ? [] : [pageKey]), ...others.map((other) => other.report.page)])];
  const site = page.state === "loading" ? null : siteOf(page.url);
  const settings = useLiveQuery(async () => (site === null ? null : settingsOfSite(database, site)), [database, site]);
  const mode = settings.state === "ready" ? (settings.value?.mode ?? null) : null;
  const reading = useLiveQuery(() => readingOf(database), [database]);
  const isPaused = reading.state === "ready" && reading.value.isPaused;
  const isOff = mode === "never";
  const notes = useLiveQuery(
    async () => (await Promise.all(pageKeys.map((key) => annotationsOfPage(database, key)))).flat(),
    [database, pageKeys.join("\n")],
  );
  const analysis = report?.analysis ?? null;
  const article = report?.article ?? null;
  const lists = useMemo(
    () => ({
      sources: analysis === null ? [] : listSources(analysis),
      people: analysis === null ? [] : listEntities(analysis, "person"),
      places: analysis === null ? [] : listEntities(analysis, "place"),
    }),
    [analysis],
  );
  const go = (target: RevealTarget, frame?: Frame): void => {
    if (page.state !== "loading") void callTab(page.tabId, "reveal", target, frame ?? page.frame);
  };
  const wordsAt = (span: Span): Passage => ({
    page: pageKey ?? "",
    span,
    words: (article?.text ?? "").slice(span.start, span.end),
  });
  const goTo = (span: Span): void => go({ kind: "words", ...wordsAt(span) });
  const save = async (span: Span): Promise<boolean> =>
    page.state === "read" && (await callTab(page.tabId, "annotateSpan", wordsAt(span), page.frame)).ok;

  const correcting = useMemo(() => correctingOn(database, report, say), [database, report, say]);
  const nameNotes = useNameNotes(database, outbox, report, say);
  const off = isPaused ? message("pagePaused") : site === null ? null : message("pageOff", site);
  const problem = (isOff ? off : null) ?? pageMessage(page);
  const noted = notes.state === "ready" ? notes.value : [];
  const standing = standingOn(page, ask);
  const order = new Map(Object.keys(standing?.anchors ?? {}).map((id, place) => [id, place]));
  // The reader has not told of the newest yet, which come last.
  const placeOf = (id: string): number => order.get(id) ?? order.size;
  const inOrder = noted.toSorted((a, b) => placeOf(a.id) - placeOf(b.id));
  const status = problem === null ? null : <PageStatus page={page} text={problem} canRead={!isOff} onRead={ask} />;
  /** What stands in the tabs about the article: why there is nothing, or the list. */
  const ofArticle = (list: () => VNode) => (): VNode =>
    status ?? (
      <>
        <CutNotice page={page} />
        {list()}
      </>
    );
  const counted = (list: readonly unknown[]): number | null => (problem === null ? list.length : null);

  const tabs: Tab[] = [
    {
      id: "sources",
      title: message("tabSources"),
      count: counted(lists.sources),
      view: ofArticle(() => (
        <Sources
          key={pageKey}
          notes={nameNotes}
          correcting={correcting}
          highlights={noted}
          article={article}
          facts={report?.facts ?? null}
          sources={lists.sources}
          inView={inView}
          onGo={goTo}
          onSave={save}
        />
      )),
    },
    {
      id: "people",
      title: message("tabPeople"),
      count: counted(lists.people),
      view: ofArticle(() => (
        <Names
          article={article}
          correcting={correcting}
          notes={nameNotes}
          names={lists.people}
          empty={message("noPeople")}
          onGo={goTo}
        />
      )),
    },
    {
      id: "places",
      title: message("tabPlaces"),
      count: counted(lists.places),
      view: ofArticle(() => (
        <Names
          article={article}
          correcting={correcting}
          notes={nameNotes}
          names={lists.places}
          empty={message("noPlaces")}
          onGo={goTo}
        />
      )),
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
          <>
            <NoteList
              database={database}
              notes={inOrder}
              isLoading={page.state === "loading" || notes.state === "loading"}
              empty={message(pageKey === null ? "pageClosed" : "noNotesHere")}
              page={pageKey}
              standing={standing}
              onGo={({ id }) => go({ kind: "annotation", id }, standing?.frameOf(id))}
              onOpened={onOpened}
              showTitle={false}
              say={say}
            />
            {pageKey !== null && article !== null && (
              <ElsewhereNotes
                database={database}
                page={pageKey}
                article={article}
                say={say}
                onGo={goTo}
                onOpened={onOpened}
              />
            )}
          </>
        ),
    },
    {
      id: "all",
      title: message("tabAllNotes"),
      count: null,
      view: () => <AllNotes database={database} say={say} bin={bin} onOpened={onOpened} />,
    },
  ];
  const siteChoice = <SiteChoice site={site} mode={mode} isPaused={isPaused} onChange={ask} />;
  /** Where nothing is read, nothing is marked. */
  const markingSwitch = problem === null ? <MarkingSwitch database={database} say={say} /> : null;
  /** Tells of notes on the same story at another outlet; pressed, it shows the tab that has them. */
  const notice = (onShow: (tab: string) => void) =>
    pageKey !== null &&
    article !== null && (
      <ElsewhereNotice database={database} page={pageKey} article={article} onShow={() => onShow("notes")} />
    );
  return { tabs, report, siteChoice, markingSwitch, mode, notice };
}

/** The host of a page of the web, or `null` for other pages. */
function siteOf(url: string): string | null {
  return /^https?:/.test(url) ? new URL(url).host : null;
}
