import type { Annotation, Body, Colour } from "../../src/annotation/annotation.ts";
import { identityOf } from "../../src/annotation/page-identity.ts";
import type { ArticleFacts } from "../../src/article/article.ts";
import type { Analysis } from "../../src/analyse.ts";
import type { Verdict } from "../../src/entities/corrections.ts";
import type { Change, PageReport, ReadingState, RevealTarget } from "../../src/messaging/protocol.ts";
import { type Failure, failure, type Result } from "../../src/messaging/result.ts";
import { countNames, speakerAt, subjectAt } from "../../src/reading/subjects.ts";
import type { Span } from "../../src/text/span.ts";
import { type LiveArticle, readArticle } from "../dom/article.ts";
import { createPainter } from "../dom/painter.ts";
import { scrollToRange } from "../dom/reveal.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../messaging/call.ts";
import { done } from "../messaging/serve.ts";
import { failureText } from "../ui/failure-text.ts";
import { verdictText } from "../ui/verdict-text.ts";
import { type ArticleView, createArticleView } from "./article-view.ts";
import { createCorrections } from "./corrections.ts";
import { createMarks, type Mark } from "./marks.ts";
import { createOverlay } from "./overlay/overlay.tsx";
import { selectedRange } from "./selection.ts";

/** One page being read: what was recognised, the reader's marks, and what is open on it. */
export interface Session {
  /** Finds the reader's marks and paints them. */
  start(): Promise<void>;
  /** Reads the page as an article, recognises and paints. Asked again, it does nothing. */
  read(): Promise<void>;
  report(): PageReport;
  reveal(target: RevealTarget): Result<null>;
  annotateSelection(write: boolean): Promise<Result<null>>;
  /** Highlights a span of the article, as the reader's own mark. */
  annotateSpan(span: Span): Promise<Result<null>>;
  toggleHighlights(): boolean;
  /** Takes up changes that were made elsewhere. */
  refresh(change: Change): Promise<void>;
  /** A click on the page. */
  clicked(event: MouseEvent): void;
  /** The mouse rests on a point of the viewport: a source and its statements are shown as one. */
  pointed(x: number, y: number): void;
  /** The selection has come to rest. */
  selected(): void;
  /** Escape was pressed outside the overlay. */
  escaped(): void;
}

/** One range over all of `ranges`, which are in the order of the page; `null` where there are none. */
function rangeAcross(ranges: readonly Range[]): Range | null {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return null;
  const range = first.cloneRange();
  range.setEnd(last.endContainer, last.endOffset);
  return range;
}

const DEFAULT_COLOUR: Colour = "yellow";

export function createSession(): Session {
  // To be said when the extension has been updated and can give no texts any more.
  message("errorUnreachable");
  message("close");
  const painter = createPainter();
  const site = location.host;
  let live: LiveArticle | null = null;
  /** What was recognised, before the reader's corrections. */
  let recognised: Analysis | null = null;
  let view: ArticleView | null = null;
  let state: ReadingState = "unread";
  /** Counts the analyses: the answer of one that was overtaken by the next is dropped. */
  let turn = 0;
  let problem: Failure | null = null;

  const facts = (): ArticleFacts =>
    live?.facts ?? {
      headline: document.title === "" ? null : document.title,
      bylines: [],
      authors: [],
      agency: null,
      published: null,
      modified: null,
      outlet: null,
      url: location.href,
    };
  const pageIdentity = (): string => identityOf({ url: location.href, canonical: facts().url });
  const identity = () => ({
    source: location.href,
    page: pageIdentity(),
    title: (facts().headline ?? site).slice(0, 2_000),
  });
  const marks = createMarks(painter, identity);
  const corrections = createCorrections(identity);

  const overlay = createOverlay({
    highlight: (range, colour) => void makeMark(range, { colour, note: "", tags: [] }),
    write: (range, field) => void writeOn(range, field),
    go,
    noteOn: (mention) => {
      const range = rangeAcross(view?.rangesOf(mention) ?? []);
      if (range !== null) void writeOn(range, "note");
    },
    save: async (id, changes) => {
      const saved = await marks.update(id, changes);
      if (!saved.ok) showFailure(saved.error);
      return saved.ok;
    },
    remove: (annotation) => void removeMark(annotation),
    correct: (name, verdict, where) => void correct(name, verdict, where),
  });

  function showFailure(error: Failure): void {
    overlay.toast({ text: failureText(error), tone: "error", undo: null });
  }

  async function makeMark(range: Range, body: Body): Promise<Mark | null> {
    // Taken away before the answer: a second click must not save a second mark.
    const selection = getSelection();
    selection?.removeAllRanges();
    if (overlay.panel?.kind === "toolbar") overlay.close();
    const made = await marks.create(range, body);
    if (made.ok) return made.value;
    selection?.addRange(range);
    showFailure(made.error);
    return null;
  }

  async function writeOn(range: Range, field: "note" | "tags"): Promise<void> {
    const mark = await makeMark(range, { colour: DEFAULT_COLOUR, note: "", tags: [] });
    if (mark !== null) openEditor(mark, field);
  }

  function openEditor({ annotation, ranges }: Mark, field: "note" | "tags"): void {
    const [anchor] = ranges;
    if (anchor !== undefined) overlay.open({ kind: "editor", anchor, annotation, field });
  }

  async function removeMark(annotation: Annotation): Promise<void> {
    overlay.close();
    const removed = await marks.remove(annotation.id);
    if (!removed.ok) return showFailure(removed.error);
    overlay.toast({
      text: message("deleted"),
      tone: "plain",
      undo: () => {
        void (async () => {
          const restored = await marks.restore(annotation.id);
          if (!restored.ok) showFailure(restored.error);
        })();
      },
    });
  }

  async function correct(name: string, verdict: Verdict, where: "always" | "page"): Promise<void> {
    overlay.close();
    const corrected = await corrections.correct(name, verdict, where);
    if (!corrected.ok) return showFailure(corrected.error);
    showNames();
    overlay.toast({
      text: message("corrected", name, verdictText(verdict)),
      tone: "plain",
      undo: () => {
        void (async () => {
          const undone = await corrected.value();
          if (!undone.ok) return showFailure(undone.error);
          showNames();
        })();
      },
    });
  }

  function go(span: Span): void {
    const ranges = view?.rangesOf(span) ?? [];
    const [first] = ranges;
    if (first === undefined) return;
    scrollToRange(first);
    overlay.moveCard(first);
    overlay.point(ranges);
  }

  /** Recognises and paints, unless the reader has switched this site off. */
  async function analyse(): Promise<void> {
    turn += 1;
    const thisTurn = turn;
    if (live === null) {
      state = "nothing";
      return;
    }
    state = "reading";
    const settings = await callBackground("siteSettings", { site });
    if (turn !== thisTurn) return;
    if (settings.ok && !settings.value.highlighting) {
      state = "off";
      void callBackground("showCount", { count: null });
      return;
    }
    // Where the corrections can't be read the marks can't either, and loading those says so.
    const [analysed] = await Promise.all([callBackground("analyse", live.article), corrections.load()]);
    if (turn !== thisTurn) return;
    if (!analysed.ok) {
      state = "failed";
      problem = analysed.error;
      return;
    }
    problem = null;
    recognised = analysed.value;
    showNames();
    state = analysed.value.supported ? "done" : "unsupported";
  }

  /** Paints and counts what was recognised, as the reader's corrections have it now. */
  function showNames(): void {
    if (live === null || recognised === null) return;
    const isHidden = view !== null && !view.isShown;
    view = createArticleView(live, corrections.apply(recognised), painter);
    if (!isHidden) view.show();
    void callBackground("showCount", { count: recognised.supported ? countNames(view.analysis) : null });
  }

  return {
    async start() {
      const loaded = await marks.load();
      if (!loaded.ok && loaded.error.code !== "unreachable") showFailure(loaded.error);
    },

    async read() {
      if (state !== "unread") return;
      live = readArticle(document, location.href);
      await analyse();
    },

    report: () => ({
      state,
      failure: problem?.code ?? null,
      page: pageIdentity(),
      site,
      facts: facts(),
      article: live?.article ?? null,
      analysis: view?.analysis ?? null,
      shown: view?.isShown ?? false,
      anchors: marks.states(),
    }),

    reveal(target) {
      const ranges =
        target.kind === "span" ? (view?.rangesOf(target.span) ?? []) : (marks.get(target.id)?.ranges ?? []);
      const [first] = ranges;
      if (first === undefined) return failure("not-found", "this is not on the page any more");
      overlay.close();
      scrollToRange(first);
      overlay.point(ranges);
      return done;
    },

    async annotateSelection(write) {
      const range = selectedRange();
      if (range === null) {
        overlay.toast({ text: message("nothingSelected"), tone: "plain", undo: null });
        return failure("not-found", "nothing is selected");
      }
      if (write) await writeOn(range, "note");
      else await makeMark(range, { colour: DEFAULT_COLOUR, note: "", tags: [] });
      return done;
    },

    async annotateSpan(span) {
      const range = rangeAcross(view?.rangesOf(span) ?? []);
      if (range === null) return failure("not-found", "this is not on the page any more");
      const made = await marks.create(range, { colour: DEFAULT_COLOUR, note: "", tags: [] });
      return made.ok ? done : made;
    },

    toggleHighlights() {
      if (view?.isShown) view.hide();
      else view?.show();
      return view?.isShown ?? false;
    },

    async refresh(change) {
      const isAll = change.kind === "everything";
      if (isAll || (change.kind === "annotations" && change.page === pageIdentity())) await marks.load();
      if (change.kind === "corrections" && (change.page ?? pageIdentity()) === pageIdentity()) {
        const loaded = await corrections.load();
        if (loaded.ok) showNames();
      }
      if (isAll || (change.kind === "site" && change.site === site)) {
        view?.hide();
        view = null;
        recognised = null;
        if (state !== "unread") await analyse();
      }
    },

    clicked(event) {
      if (overlay.owns(event)) return;
      overlay.close();
      const target = event.target instanceof Element ? event.target : null;
      const isControl =
        target?.closest("a, button, input, select, textarea, summary, label, [contenteditable]") != null;
      if (event.button !== 0 || event.defaultPrevented || isControl || selectedRange() !== null) return;
      const [mark] = marks.at(event.clientX, event.clientY);
      const offset = view?.isShown ? view.offsetAt(event.clientX, event.clientY) : null;
      const subject = view !== null && offset !== null ? subjectAt(view.analysis, offset) : null;
      // A name in a marked passage: the smaller of the two is what was meant.
      if (view !== null && offset !== null && subject !== null && live !== null) {
        const point = { start: offset, end: offset + 1 };
        const mention = subject.mentions.find(({ start, end }) => start <= offset && offset < end) ?? point;
        const [anchor] = view.rangesOf(mention);
        if (anchor !== undefined) overlay.open({ kind: "card", anchor, article: live.article, subject, mention });
      } else if (mark !== undefined) {
        openEditor(mark, "note");
      }
    },

    pointed(x, y) {
      if (view === null || view.analysis.quotations.length === 0) return;
      const offset = view.offsetAt(x, y);
      view.emphasise(offset === null ? null : speakerAt(view.analysis, offset));
    },

    escaped: overlay.close,

    selected() {
      const range = selectedRange();
      if (range === null) {
        if (overlay.panel?.kind === "toolbar") overlay.close();
        return;
      }
      if (overlay.panel?.kind !== "editor") overlay.open({ kind: "toolbar", range: range.cloneRange() });
    },
  };
}
