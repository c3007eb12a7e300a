import { watchAddress } from "../dom/page/address-changes.ts";
import { watchText } from "../dom/text/text-changes.ts";
import { holderOf, holdsNode, shadowTreesOf } from "../dom/text/tree.ts";
import { isPageLeft } from "../dom/page/page-left.ts";
import { listen } from "../dom/trusted.ts";
import type { Marks } from "./highlights/marks.ts";
import type { Meter } from "./meter.ts";
import { pageAddress } from "./page-address.ts";
import { createPace } from "./pace.ts";
import type { Stories } from "./stories/stories.ts";

/** So many marks outside the stories are looked after one by one; with more, the whole page is. */
const MAX_STRAY_MARKS = 50;

export interface Followed {
  readonly stories: Stories;
  readonly marks: Marks;
  readonly meter: Meter;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Loads the marks of other pages than before. */
  loadMarks(): Promise<void>;
  /** Something has changed, and what is open beside it may stand elsewhere. */
  onFound(): void;
}

export interface Follower {
  /** The page was read for another reason than that it has changed. */
  refocus(): void;
  /** The reader has done something, which may show more of the page. */
  urge(): void;
}

/** Keeps stories and marks up with the page from now on. */
export function followPage({ stories, marks, meter, signal, loadMarks, onFound }: Followed): Follower {
  let holders: readonly Element[] = [];
  let address = pageAddress();

  const pace = createPace(async () => {
    if (signal.aborted || isPageLeft()) return { cost: 0, found: false };
    meter.take();
    const hasMoved = address !== pageAddress();
    address = pageAddress();
    const hasChanged = await stories.follow();
    refocus();
    const read = meter.take();
    if (isPageLeft()) return { cost: read, found: false };
    // The stories may have other identities now, or the document one that was none.
    if (hasMoved || hasChanged) await loadMarks();
    const { cost, found } = await marks.follow();
    if (hasChanged || found) onFound();
    return { cost: read + cost, found: hasChanged || found };
  });

  const watch = watchText(document, pace.changed);
  listen(signal, "abort", watch.stop);
  watchAddress(window, () => pace.changed("text"), signal);

  function refocus(): void {
    holders = stories.all.map(({ live }) => holderOf(live.map)).filter((holder) => holder !== null);
    const trees = new Set(stories.all.flatMap(({ live }) => [...shadowTreesOf(live.map)]));
    watch.focus(() => [...holders, ...holdersOfMarks()], trees);
  }

  /** Where marks stand outside the stories. */
  function holdersOfMarks(): readonly Element[] {
    const elements: Element[] = [];
    let hasLost = false;
    for (const { ranges } of marks.all()) {
      const container = ranges[0]?.startContainer;
      if (container === undefined) {
        hasLost = true;
        continue;
      }
      if (holders.some((holder) => holdsNode(holder, container))) continue;
      elements.push(container.parentElement ?? document.body);
      if (elements.length > MAX_STRAY_MARKS) return [document.body];
    }
    return hasLost && holders.length === 0 ? [document.body] : elements;
  }

  refocus();
  return { refocus, urge: pace.urge };
}
