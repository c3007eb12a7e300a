import type { Analysis } from "../../src/analyse.ts";
import { type PaintPlan, planPaint } from "../../src/reading/paint-plan.ts";
import type { Span } from "../../src/text/span.ts";
import type { LiveArticle } from "../dom/article.ts";
import { indexNodes, offsetAtPoint } from "../dom/hit-test.ts";
import type { Painter } from "../dom/painter.ts";
import { rangesOf } from "../dom/text-map.ts";

/** An analysed article on its page: paints what was recognised, and finds it again under the mouse. */
export interface ArticleView {
  readonly analysis: Analysis;
  show(): void;
  hide(): void;
  readonly isShown: boolean;
  /** Marks only what one source says as said, an index into `Analysis.sources`; `null` marks everything again. */
  emphasise(speaker: number | null): void;
  /** The offset in the article's text under a point of the viewport, or `null`. */
  offsetAt(x: number, y: number): number | null;
  rangesOf(span: Span): Range[];
}

const NAME_LAYERS = ["person", "place", "source", "statement"] as const;

export function createArticleView({ map }: LiveArticle, analysis: Analysis, painter: Painter): ArticleView {
  const plan = planPaint(analysis);
  const nodes = indexNodes(map);
  let isShown = false;
  let emphasised: number | null = null;
  const paint = (layers: readonly (keyof PaintPlan)[], spans: PaintPlan): void => {
    for (const layer of layers) {
      painter.paint(
        layer,
        spans[layer].flatMap((span) => rangesOf(map, span)),
      );
    }
  };
  return {
    analysis,
    get isShown() {
      return isShown;
    },
    show() {
      paint(NAME_LAYERS, plan);
      isShown = true;
      emphasised = null;
    },
    hide() {
      for (const layer of NAME_LAYERS) painter.paint(layer, []);
      isShown = false;
    },
    emphasise(speaker) {
      if (!isShown || speaker === emphasised) return;
      emphasised = speaker;
      paint(NAME_LAYERS, speaker === null ? plan : planPaint(analysis, speaker));
    },
    offsetAt: (x, y) => offsetAtPoint(map, nodes, x, y),
    rangesOf: (span) => rangesOf(map, span),
  };
}
