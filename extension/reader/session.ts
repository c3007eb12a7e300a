import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { Direction } from "../../src/annotation/history.ts";
import type { TagUse } from "../../src/annotation/records/tags.ts";
import type { Change, RevealTarget, Passage } from "../calls/schemas.ts";
import type { PageReport } from "../calls/page-report.ts";
import { type Failure, failure, type Result } from "../../src/result.ts";
import { createCanvas } from "../dom/painting/painter.ts";
import { rangeAcross } from "../dom/text/ranges.ts";
import { scrollToRange } from "../dom/page/reveal.ts";
import { listen } from "../dom/trusted.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../calls/call.ts";
import { done } from "../calls/serve.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { createCorrecting } from "./stories/correcting.ts";
import { followPage } from "./follow.ts";
import { keepArticle } from "./stories/keep-article.ts";
import { createLazyOverlay } from "./overlay/lazy.ts";
import type { Lifetime } from "./lifetime.ts";
import { createMarkActions } from "./highlights/mark-actions.ts";
import { createSurroundings } from "./highlights/mark-context.ts";
import { createMarkRepair, type MarkRepair } from "./highlights/mark-repair.ts";
import { createMarkSteps, type MarkSteps } from "./highlights/mark-steps.ts";
import { createMarkedPages, documentIdentity, factsOfPage } from "./highlights/marked-pages.ts";
import { createMarks, type Marks, type NewMark } from "./highlights/marks.ts";
import { createMeter } from "./meter.ts";
import { createPointing, type Pointing } from "./features/pointing.ts";
import { createSubjectNotes } from "./features/name-notes.ts";
import { createStories } from "./stories/stories.ts";
import type { Story } from "./stories/story.ts";
import { createOutbox } from "../calls/outbox.ts";
import { tellOfSaves } from "./features/saves.ts";
import { createCardWords, rangesOfWords } from "./features/words.ts";
import { pageAddress } from "./page-address.ts";

/** One document being read: its stories, the reader's marks, and what is open on it. */
export interface Session {
  /** What the mouse and the keyboard mean on the page. */
  readonly pointing: Pointing;
  /** Finds the reader's marks and paints them. */
  start(): Promise<void>;
  /** Reads the page as an article, recognises and paints. Asked again, it does nothing. */
  read(): Promise<void>;
  report(): PageReport;
  reveal(target: RevealTarget): Result<null>;
  annotateSelection(write: boolean): Promise<Result<null>>;
  readonly steps: MarkSteps;
  readonly repair: MarkRepair;
  /** Highlights words of an article, as the reader's own mark. */
  annotateSpan(words: Passage): Promise<Result<null>>;
  moveThroughHistory(direction: Direction): Promise<void>;
  toggleHighlights(): boolean;
  /** Takes up changes that were made elsewhere. */
  refresh(change: Change): Promise<void>;
  /** The reader has done something on the page, which may show more of it. */
  touched(): void;
}

/** The reader's tags; none where they can't be had, which costs no more than completion. */
async function listTags(): Promise<readonly TagUse[]> {
  const tags = await callBackground("listTags", null);
  return tags.ok ? tags.value : [];
}

/** @param signal ends the session: nothing of it stays on the page. */
export function createSession({ signal, end }: Lifetime): Session {
  // To be said when the extension has been updated and can give no texts any more.
  message("errorUnreachable");
  message("close");
  const site = new URL(pageAddress()).host;
  const canvas = createCanvas(signal);
  const meter = createMeter();
  const stories = createStories(canvas, meter);
  const outbox = createOutbox(signal);
  listen(signal, "abort", () => stories.leave());
  const found = createMarks(canvas.createPainter(), createMarkedPages(stories), outbox);
  const marks: Marks = {
    ...found,
    async create(range, body) {
      const made = await found.create(range, body);
      if (made.ok) void keepMarked(made.value);
      return made;
    },
  };
  /** The first mark that is saved makes a story one of the reader's articles. */
  const keepMarked = async ({ mark, saved }: NewMark): Promise<void> => {
    if ((await saved).ok) keepStories(({ page }) => page === mark.annotation.target.page);
  };
  const showFailure = (error: Failure): void => overlay.toast({ text: failureText(error), tone: "error", undo: null });
  const surroundings = createSurroundings(marks, stories);
  let colourNames: ColourNames = {};
  const actions = createMarkActions(
    marks,
    () => overlay,
    showFailure,
    () => colourNames,
    surroundings.contextOf,
  );

  const loadColourNames = async (): Promise<void> => {
    const names = await callBackground("readColourNames", null);
    if (!names.ok) return;
    colourNames = names.value;
    overlay.changed(null);
  };

  /** One of the reader's articles knows whom it names. */
  const keepStories = (concerns: (story: Story) => boolean): void => {
    for (const story of stories.all.filter(concerns)) void keepArticle(story);
  };

  const overlay = createLazyOverlay(signal, {
    panelChanged: () => pointing.panelChanged(),
    highlight: (range, colour) => void actions.highlight(range, colour),
    write: actions.write,
    go: (span) => cardWords.go(span),
    noteOn(mention) {
      const range = rangeAcross(cardWords.rangesOf(mention));
      if (range !== null) actions.write(range, "note");
    },
    openMark(id) {
      const mark = marks.get(id);
      if (mark !== null) actions.edit(mark, "note");
    },
    openName(id, name) {
      const mark = marks.get(id);
      const named = mark === null ? null : surroundings.findName(mark, name);
      if (mark !== null && named !== null) pointing.openCard(named.story, named.offset, [mark]);
    },
    stepMark: (by) => void steps.step(by, true),
    keepWording: (id) => void repair.keepWording(id),
    outbox,
    listTags,
    colourNames: () => colourNames,
    moveThroughHistory: (direction) => void actions.moveThroughHistory(direction),
    remove: (annotation) => void actions.remove(annotation),
    correct(name, judgement, where) {
      const story = pointing.cardStory;
      overlay.close();
      if (story !== null) void correcting.correct(story, name, judgement, where);
    },
  });

  async function loadMarks(): Promise<void> {
    const loaded = await marks.load();
    if (!loaded.ok && loaded.error.code !== "unreachable") showFailure(loaded.error);
  }

  const cardWords = createCardWords(stories, overlay, () => pointing);
  const correcting = createCorrecting(stories, overlay, showFailure);
  const steps = createMarkSteps(marks, actions, overlay);
  const repair = createMarkRepair(marks, actions, overlay, showFailure);

  tellOfSaves(
    outbox,
    overlay,
    () => colourNames,
    (page) => keepStories((story) => story.page === page),
  );
  const pointing = createPointing(stories, marks, actions, overlay, (story) =>
    createSubjectNotes(story, overlay, outbox, showFailure),
  );
  const follower = followPage({ stories, marks, meter, signal, loadMarks, onFound: cardWords.follow });
  return {
    pointing,

    async start() {
      await loadMarks();
      // After everything that is painted, and before the reader needs it.
      void overlay.prepare();
      void loadColourNames();
    },

    async read() {
      if (!(await stories.read())) return;
      follower.refocus();
      // The stories may have other identities than the document's address.
      await loadMarks();
    },

    report() {
      const story = stories.current;
      const view = story?.view ?? null;
      return {
        state: stories.state,
        failure: story?.problem?.code ?? null,
        page: story?.page ?? documentIdentity(),
        address: story?.url ?? pageAddress(),
        site,
        facts: story?.facts ?? factsOfPage(),
        article: (view ?? story)?.live.article ?? null,
        analysis: view?.analysis ?? null,
        shown: view?.isShown ?? false,
        anchors: marks.states(),
        lastSeen: marks.lastSeen(),
      };
    },

    reveal(target) {
      const ranges = target.kind === "words" ? rangesOfWords(stories, target) : (marks.get(target.id)?.ranges ?? []);
      const [first] = ranges;
      if (first === undefined) return failure("not-found", "this is not on the page any more");
      overlay.close();
      scrollToRange(first);
      overlay.point(ranges);
      return done;
    },

    annotateSelection: actions.annotateSelection,
    steps,
    repair,
    annotateSpan: (words) => actions.annotate(rangeAcross(rangesOfWords(stories, words))),

    moveThroughHistory: actions.moveThroughHistory,

    toggleHighlights() {
      const isShown = !stories.all.some(({ view }) => view?.isShown);
      stories.showNames(isShown);
      return isShown && stories.all.some(({ view }) => view !== null);
    },

    touched: () => follower.urge(),

    async refresh(change) {
      const isAll = change.kind === "everything";
      const pages = new Set([documentIdentity(), ...stories.all.map(({ page }) => page)]);
      if (isAll || (change.kind === "annotations" && pages.has(change.page))) await actions.refresh();
      if (isAll || change.kind === "colours") await loadColourNames();
      if (change.kind === "corrections") {
        await correcting.takeUp(({ page }) => change.page === null || change.page === page);
      }
      if (isAll || change.kind === "subjects" || change.kind === "annotations") overlay.renewCard();
      if (isAll || (change.kind === "site" && change.site === site)) {
        const settings = await callBackground("siteSettings", { site });
        // Nothing of ours stays on a page where the reader wants nothing of it.
        if (settings.ok && settings.value.mode === "never") return end();
        await Promise.all(stories.all.map((story) => story.reconsider()));
      }
    },
  };
}
