import type { Analysis } from "../../../src/analyse.ts";
import type { Marking } from "../../../src/annotation/records/marking.ts";
import { withoutGivenNames } from "../../../src/reading/given-names.ts";
import { markedAt, markedAtRest } from "../../../src/reading/marked.ts";
import type { ArticleName } from "../../../src/reading/names.ts";
import { namesIn, type PaintPlan, planPaint } from "../../../src/reading/paint-plan.ts";
import { inSlices, type Steps } from "../../../src/slices.ts";
import { overlaps, type Span } from "../../../src/text/span.ts";
import type { LiveArticle } from "../../dom/article/article.ts";
import { indexNodes, offsetAtPoint } from "../../dom/painting/hit-test.ts";
import { createNearView } from "../../dom/painting/near-view.ts";
import type { Painter } from "../../dom/painting/painter.ts";
import { createSlices } from "../../dom/page/slices.ts";
import { rangesOf, type TextMap } from "../../dom/text/text-map.ts";
import { type Meter, measured } from "../meter.ts";

/** An analysed article on its page: paints what was recognised, and finds it again under the mouse. */
export interface ArticleView {
  /** The reading that the analysis is of: its offsets are in that text, and in no later one. */
  readonly live: LiveArticle;
  /** As it may be shown on the page: without the names that the user gave. */
  readonly analysis: Analysis;
  /** With those names. */
  readonly corrected: Analysis;
  show(): void;
  hide(): void;
  readonly isShown: boolean;
  /** Everything that is marked as a name, in the order of the text. */
  readonly names: readonly Span[];
  /** Paints no more: another view takes over what is painted. */
  stop(): void;
  /**
   * Shows only what one source says as said, an index into `Analysis.sources`, and where nothing else is marked, who is
   * named; with `null` twice everything again.
   */
  emphasise(speaker: number | null, named: ArticleName | null): void;
  /** The offset in the article's text under a point of the viewport, or `null`. */
  offsetAt(x: number, y: number): number | null;
  rangesOf(span: Span): Range[];
}

const NAME_LAYERS = ["person", "place", "source", "speaker", "statement"] as const;

/**
 * @param corrected what was recognised, as the user's corrections have it.
 * @param marking what of it the user wants to be marked.
 */
export function createArticleView(
  live: LiveArticle,
  corrected: Analysis,
  painter: Painter,
  meter: Meter,
  marking: Marking,
): ArticleView {
  const { map } = live;
  const { text } = live.article;
  const analysis = withoutGivenNames(text, corrected);
  const plan = planPaint(text, analysis);
  /** In the system's own few colours a tint is as strong as a selection: there, statements show with their source only. */
  const everything = (): PaintPlan => {
    const marked = markedAtRest(plan, marking);
    return matchMedia("(forced-colors: active)").matches ? { ...marked, statement: [] } : marked;
  };
  const nodes = indexNodes(map);
  const names = namesIn(plan);
  let isShown = false;
  let emphasised = "";
  /** Counts what was asked for: of two paintings, the later holds. */
  let turn = 0;
  let current = plan;
  const near = createNearView(map, () => void paint(current));
  const paint = async (spans: PaintPlan): Promise<void> => {
    current = spans;
    turn += 1;
    const thisTurn = turn;
    const slices = createSlices();
    for (const layer of NAME_LAYERS) {
      const shown = spans[layer].filter((span) => overlaps(span, near.span));
      const ranges = await inSlices(measured(layOut(map, shown), meter), slices);
      if (turn !== thisTurn) return;
      meter.measure(() => painter.paint(layer, ranges));
    }
  };
  return {
    live,
    analysis,
    corrected,
    names,
    get isShown() {
      return isShown;
    },
    show() {
      near.follow();
      void paint(everything());
      isShown = true;
      emphasised = "";
    },
    hide() {
      turn += 1;
      near.rest();
      for (const layer of NAME_LAYERS) painter.paint(layer, []);
      isShown = false;
    },
    stop() {
      turn += 1;
      near.rest();
    },
    emphasise(speaker, named) {
      const shown = marking.level === "hover" ? named : null;
      const wanted = speaker === null && shown === null ? "" : `${speaker} ${shown?.kind} ${shown?.name}`;
      if (!isShown || wanted === emphasised) return;
      emphasised = wanted;
      // Of nobody who speaks there is nothing that is said.
      void paint(wanted === "" ? everything() : markedAt(planPaint(text, analysis, speaker ?? -1), shown, marking));
    },
    offsetAt: (x, y) => offsetAtPoint(map, nodes, x, y),
    rangesOf: (span) => rangesOf(map, span),
  };
}

/** The ranges of many spans. */
function* layOut(map: TextMap, spans: readonly Span[]): Steps<Range[]> {
  const ranges: Range[] = [];
  for (const span of spans) {
    ranges.push(...rangesOf(map, span));
    yield;
  }
  return ranges;
}
