import { identityOf } from "../../src/annotation/page-identity.ts";
import type { Judgement } from "../../src/entities/corrections.ts";
import type { Change, PageReport, RevealTarget } from "../../src/messaging/protocol.ts";
import { type Failure, failure, type Result } from "../../src/messaging/result.ts";
import type { Span } from "../../src/text/span.ts";
import { createPainter } from "../dom/painter.ts";
import { scrollToRange } from "../dom/reveal.ts";
import { message } from "../locale/message.ts";
import { done } from "../messaging/serve.ts";
import { failureText } from "../ui/failure-text.ts";
import { judgementText } from "../ui/judgement-text.ts";
import { createCorrections } from "./corrections.ts";
import { createLazyOverlay } from "./lazy-overlay.ts";
import { createMarkActions } from "./mark-actions.ts";
import { createMarks } from "./marks.ts";
import { createPointing, type Pointing } from "./pointing.ts";
import { createStory } from "./story.ts";

/** One page being read: its story, the reader's marks, and what is open on it. */
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
  /** Highlights a span of the article, as the reader's own mark. */
  annotateSpan(span: Span): Promise<Result<null>>;
  toggleHighlights(): boolean;
  /** Takes up changes that were made elsewhere. */
  refresh(change: Change): Promise<void>;
}

/** One range over all of `ranges`, which are in the order of the page; `null` where there are none. */
function rangeAcross(ranges: readonly Range[]): Range | null {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return null;
  const range = first.cloneRange();
  range.setEnd(last.endContainer, last.endOffset);
  return range;
}

export function createSession(): Session {
  // To be said when the extension has been updated and can give no texts any more.
  message("errorUnreachable");
  message("close");
  const painter = createPainter();
  const site = location.host;
  const pageIdentity = (): string => identityOf({ url: location.href, canonical: story.facts.url });
  const identity = () => ({
    source: location.href,
    page: pageIdentity(),
    title: (story.facts.headline ?? site).slice(0, 2_000),
  });
  const marks = createMarks(painter, identity);
  const corrections = createCorrections(identity);
  const story = createStory(painter, corrections);
  const rangesOf = (span: Span): readonly Range[] => story.view?.rangesOf(span) ?? [];
  const showFailure = (error: Failure): void => overlay.toast({ text: failureText(error), tone: "error", undo: null });
  const actions = createMarkActions(marks, () => overlay, showFailure);

  const overlay = createLazyOverlay({
    highlight: (range, colour) => void actions.highlight(range, colour),
    write: (range, field) => void actions.write(range, field),
    go(span) {
      const ranges = rangesOf(span);
      const [first] = ranges;
      if (first === undefined) return;
      scrollToRange(first);
      overlay.moveCard(first);
      overlay.point(ranges);
    },
    noteOn(mention) {
      const range = rangeAcross(rangesOf(mention));
      if (range !== null) void actions.write(range, "note");
    },
    save: actions.save,
    remove: (annotation) => void actions.remove(annotation),
    correct: (name, judgement, where) => void correct(name, judgement, where),
  });

  async function correct(name: string, judgement: Judgement, where: "always" | "page"): Promise<void> {
    overlay.close();
    const corrected = await corrections.correct(name, judgement, where);
    if (!corrected.ok) return showFailure(corrected.error);
    story.showNames();
    overlay.toast({
      text: message("corrected", name, judgementText(judgement)),
      tone: "plain",
      undo: () => {
        void (async () => {
          const undone = await corrected.value();
          if (!undone.ok) return showFailure(undone.error);
          story.showNames();
        })();
      },
    });
  }

  return {
    pointing: createPointing(story, marks, actions, overlay),

    async start() {
      const loaded = await marks.load();
      if (!loaded.ok && loaded.error.code !== "unreachable") showFailure(loaded.error);
      // After everything that is painted, and before the reader needs it.
      void overlay.prepare();
    },

    read: story.read,

    report: () => ({
      state: story.state,
      failure: story.problem?.code ?? null,
      page: pageIdentity(),
      site,
      facts: story.facts,
      article: story.live?.article ?? null,
      analysis: story.view?.analysis ?? null,
      shown: story.view?.isShown ?? false,
      anchors: marks.states(),
    }),

    reveal(target) {
      const ranges = target.kind === "span" ? rangesOf(target.span) : (marks.get(target.id)?.ranges ?? []);
      const [first] = ranges;
      if (first === undefined) return failure("not-found", "this is not on the page any more");
      overlay.close();
      scrollToRange(first);
      overlay.point(ranges);
      return done;
    },

    annotateSelection: actions.annotateSelection,
    annotateSpan: (span) => actions.annotate(rangeAcross(rangesOf(span))),

    toggleHighlights() {
      if (story.view?.isShown) story.view.hide();
      else story.view?.show();
      return story.view?.isShown ?? false;
    },

    async refresh(change) {
      const isAll = change.kind === "everything";
      if (isAll || (change.kind === "annotations" && change.page === pageIdentity())) await marks.load();
      if (change.kind === "corrections" && (change.page ?? pageIdentity()) === pageIdentity()) {
        const loaded = await corrections.load();
        if (loaded.ok) story.showNames();
      }
      if (isAll || (change.kind === "site" && change.site === site)) await story.reconsider();
    },
  };
}
