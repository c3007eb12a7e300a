import { type Annotation, LIMITS, type Target } from "../../../src/annotation/records/annotation.ts";
import { failure, type Result, success } from "../../../src/result.ts";
import { inSlices } from "../../../src/slices.ts";
import { offsetInView } from "../../dom/painting/in-view.ts";
import { createSlices } from "../../dom/page/slices.ts";
import { rangesOf, spanOf, type TextMap } from "../../dom/text/text-map.ts";
import { seekerPart } from "../seeker/offer.ts";
import type { Highlight, HighlightedPages } from "./highlight.ts";

/** A passage that was chosen on the page. */
interface Described {
  readonly target: Target;
  readonly ranges: readonly Range[];
}

/** How often highlights are painted while others are still looked for, in milliseconds. */
const REPAINT = 100;

/**
 * Looks for annotations in a text of the page, and gives each as the highlight that it is there: first what the user sees.
 * Gives none where nothing can look for them: the extension was just updated.
 *
 * @param paint is called while others are still looked for.
 */
export async function* findHighlights(
  annotations: readonly Annotation[],
  map: TextMap,
  paint: () => void,
): AsyncGenerator<Highlight> {
  if (annotations.length > 0) await seekerPart.load();
  const seeker = seekerPart.offered();
  if (seeker === null) return;
  const slices = createSlices();
  let painted = -Infinity;
  const schedule = {
    ...slices,
    near: offsetInView(map),
    pause: async () => {
      if (performance.now() - painted > REPAINT) {
        paint();
        painted = performance.now();
      }
      await slices.pause();
    },
  };
  const passages = annotations.map(({ target }) => target.selectors);
  for await (const { number, anchoring } of seeker.anchorAll(seeker.createTextIndex(map.text), passages, schedule)) {
    const annotation = annotations[number];
    if (annotation === undefined) continue;
    const ranges = anchoring.state === "lost" ? [] : rangesOf(map, anchoring.span);
    const likely = anchoring.state === "lost" && anchoring.likely !== null ? rangesOf(map, anchoring.likely) : [];
    yield {
      annotation,
      state: ranges.length > 0 ? anchoring.state : "lost",
      rewording:
        anchoring.state === "edited" && ranges.length > 0 ? { before: anchoring.before, after: anchoring.after } : null,
      isSure: "isSure" in anchoring && anchoring.isSure,
      ranges,
      likely,
    };
  }
}

/**
 * What ranges of one page cover, as a highlight's target. `not-found` where they cover no text of the page, `unreachable`
 * where the extension was just updated.
 */
export async function describeRanges(pages: HighlightedPages, ranges: readonly Range[]): Promise<Result<Described>> {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return failure("not-found", "there is no range");
  const loaded = await seekerPart.load();
  if (!loaded.ok) return loaded;
  const seeker = seekerPart.offered();
  if (seeker === null) return failure("unreachable", "what describes passages did not come");
  const { readText, ...identity } = pages.of(first);
  const map = await inSlices(readText(), createSlices());
  const [head, tail] = [spanOf(map, first), spanOf(map, last)];
  if (head === null || tail === null) return failure("not-found", "the selection holds no text of the page");
  const span = { start: head.start, end: tail.end };
  if (span.end - span.start > LIMITS.quote) return failure("invalid-input", "the selection is too long");
  return success({ target: { ...identity, selectors: seeker.describe(map.text, span) }, ranges: rangesOf(map, span) });
}
