import { useEffect, useState } from "preact/hooks";
import { USUAL_MARKING } from "../../src/annotation/records/marking.ts";
import { countNames, listSources, type ArticleName, type NameCount } from "../../src/reading/names.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { inSlices } from "../../src/slices.ts";
import { callBackground } from "../calls/call.ts";
import { openQuestion } from "../calls/question.ts";
import { readArticle } from "../dom/article/article.ts";
import { createSlices } from "../dom/page/slices.ts";
import { createCanvas, LAYERS, type Painter } from "../dom/painting/painter.ts";
import { createMeter } from "../reader/meter.ts";
import { type ArticleView, createArticleView } from "../reader/stories/article-view.ts";

/** What was recognised in this page's article. */
export interface TryOut {
  readonly view: ArticleView;
  readonly count: NameCount;
  readonly sources: readonly ArticleName[];
}

/**
 * Has this page read as any article is: found in the document, recognised by the background's models, painted by the
 * reader's own code. `null` until it is. Only what the reader stores is left out, since this is no page of the web.
 */
export function useTryOut(): Result<TryOut> | null {
  const [tryOut, setTryOut] = useState<Result<TryOut> | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const canvas = createCanvas(controller.signal);
    paintSamples(canvas.createPainter());
    const show = async (): Promise<void> => {
      const result = await read(canvas.createPainter());
      if (controller.signal.aborted) return;
      if (result.ok) result.value.view.show();
      setTryOut(result);
    };
    void show();
    return () => controller.abort();
  }, []);
  return tryOut;
}

async function read(painter: Painter): Promise<Result<TryOut>> {
  const live = await inSlices(readArticle(document, location.href), createSlices());
  if (live === null) return failure("not-found", "this page's article was not found");
  const question = openQuestion();
  const analysed = await callBackground("analyse", { question: question.name, article: live.article });
  question.drop();
  if (!analysed.ok) return analysed;
  const view = createArticleView(live, analysed.value, painter, createMeter(), USUAL_MARKING);
  const count = countNames(analysed.value);
  // So that the button above shows what is said of it below.
  void callBackground("showCount", { count });
  return success({ view, count, sources: listSources(analysed.value) });
}

/** Paints the legend's samples as the same layers look in an article. */
function paintSamples(painter: Painter): void {
  for (const layer of LAYERS) {
    const ranges = [...document.querySelectorAll(`[data-layer=${layer}]`)].map((sample) => {
      const range = document.createRange();
      range.selectNodeContents(sample);
      return range;
    });
    if (ranges.length > 0) painter.paint(layer, ranges);
  }
}
