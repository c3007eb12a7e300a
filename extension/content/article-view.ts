import type { Analysis } from "../../src/analyse.ts";
import { planPaint } from "../../src/reading/paint-plan.ts";
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
  /** The offset in the article's text under a point of the viewport, or `null`. */
  offsetAt(x: number, y: number): number | null;
  rangesOf(span: Span): Range[];
}

const NAME_LAYERS = ["person", "place", "source", "statement"] as const;

export function createArticleView({ map }: LiveArticle, analysis: Analysis, painter: Painter): ArticleView {
  const plan = planPaint(analysis);
  const nodes = indexNodes(map);
  let isShown = false;
  return {
    analysis,
    get isShown() {
      return isShown;
    },
    show() {
      for (const layer of NAME_LAYERS)
        painter.paint(
          layer,
          plan[layer].flatMap((span) => rangesOf(map, span)),
        );
      isShown = true;
    },
    hide() {
      for (const layer of NAME_LAYERS) painter.paint(layer, []);
      isShown = false;
    },
    offsetAt: (x, y) => offsetAtPoint(map, nodes, x, y),
    rangesOf: (span) => rangesOf(map, span),
  };
}
