import type { Span } from "../../../src/text/span.ts";
import { offsetInView } from "./in-view.ts";
import type { TextMap } from "../text/text-map.ts";
import { listen } from "../trusted.ts";

/** A text up to this length, in UTF-16 code units, is near as a whole: longer than nearly every article. */
const WHOLE = 150_000;
/** How much text before and after the user's place is near: many screens. */
const REACH = 50_000;
/** How often the place is looked at while the page is scrolled, in milliseconds. */
const DELAY = 100;

/**
 * The part of a long text that stands near the viewport. A browser goes through all painted ranges whenever one changes,
 * which on a text as long as a book takes longer than a page may be kept waiting.
 */
export interface NearView {
  /** What is near now. */
  readonly span: Span;
  /** Begins and ends to follow the user. */
  follow(): void;
  rest(): void;
}

/** @param onMove is told when the user has come near the edge of what was near. */
export function createNearView(map: TextMap, onMove: () => void): NearView {
  const length = map.text.length;
  if (length <= WHOLE) return { span: { start: 0, end: length }, follow: () => undefined, rest: () => undefined };
  let centre: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stop = (): void => undefined;
  const look = (): void => {
    timer = null;
    const place = offsetInView(map);
    if (centre !== null && Math.abs(place - centre) < REACH / 2) return;
    centre = place;
    onMove();
  };
  const scrolled = (): void => {
    timer ??= setTimeout(look, DELAY);
  };
  return {
    get span() {
      centre ??= offsetInView(map);
      return { start: centre - REACH, end: centre + REACH };
    },
    follow() {
      stop();
      stop = listen(document, "scroll", scrolled, { passive: true, capture: true });
    },
    rest() {
      stop();
      if (timer !== null) clearTimeout(timer);
      timer = null;
      centre = null;
    },
  };
}
