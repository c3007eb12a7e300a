import { inSlices, type Slices } from "../../slices.ts";
import { anchor, anchorInPlace, type Anchoring } from "./anchor.ts";
import type { Selectors } from "../records/selectors.ts";
import type { TextIndex } from "./text-index.ts";

/** When the work is done, and in which order. */
export interface Schedule extends Slices {
  /** Offset into the page's text that the user looks at: passages that stood near it come first. 0 if left out. */
  readonly near?: number;
}

/**
 * Anchors many passages, each with its number in `passages`: first those that stand where they stood, then the others,
 * either nearest to what the user looks at first. No step takes long: neither one passage nor the page's own words.
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
  for (const { selectors, number } of changed) {
    if (schedule.shouldPause()) await schedule.pause();
    yield { number, anchoring: await inSlices(anchor(index, selectors), schedule) };
  }
}
