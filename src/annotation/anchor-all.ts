import { anchor, anchorInPlace, type Anchoring } from "./anchor.ts";
import type { Selectors } from "./selectors.ts";
import type { TextIndex } from "./text-index.ts";

/** How the work is spread over many short tasks. The caller brings its own clock and its own way to wait. */
export interface Schedule {
  /** Whether the task has run long enough. Asked every millisecond or so. */
  shouldPause(): boolean;
  /** Lets the page breathe; the work goes on when the promise resolves. */
  pause(): Promise<void>;
  /** Offset into the page's text that the reader looks at: passages that stood near it come first. 0 if left out. */
  readonly near?: number;
}

/**
 * Anchors many passages, each with its number in `passages`: first those that stand where they stood, then the others,
 * either nearest to what the reader looks at first. The page's words are counted in slices as well, and only if needed.
 */
export async function* anchorAll(
  index: TextIndex,
  passages: readonly Selectors[],
  schedule: Schedule,
): AsyncGenerator<{ readonly number: number; readonly anchoring: Anchoring }> {
  const near = schedule.near ?? 0;
  const distance = ({ position }: Selectors) => (position === null ? Infinity : Math.abs(position.start - near));
  const queue = passages.map((selectors, number) => ({ selectors, number, distance: distance(selectors) }));
  queue.sort((a, b) => (a.distance < b.distance ? -1 : a.distance > b.distance ? 1 : a.number - b.number));
  const changed: typeof queue = [];
  for (const passage of queue) {
    if (schedule.shouldPause()) await schedule.pause();
    const anchoring = anchorInPlace(index, passage.selectors);
    if (anchoring === null) changed.push(passage);
    else yield { number: passage.number, anchoring };
  }
  if (changed.length === 0) return;
  const preparation = index.prepare();
  while (preparation.next().done !== true) if (schedule.shouldPause()) await schedule.pause();
  for (const { selectors, number } of changed) {
    if (schedule.shouldPause()) await schedule.pause();
    yield { number, anchoring: anchor(index, selectors) };
  }
}
