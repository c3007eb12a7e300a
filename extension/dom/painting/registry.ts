import { listen } from "../trusted.ts";

/** How often it is looked whether the page has left our entries as they were, in milliseconds. */
const CHECK = 500;

/** Our part of `CSS.highlights`. It is the page's too: it is never cleared as a whole, and only our own keys are touched. */
export interface Registry {
  /**
   * Puts a range under a key. It is painted once `show` is called for that key.
   *
   * @param priority the key's own: what has a higher one is painted on top.
   */
  add(key: string, range: Range, priority: number): void;
  remove(key: string, range: Range): void;
  /** Enters a key, or takes it away where no range is left under it. */
  show(key: string): void;
}

interface Entry {
  readonly priority: number;
  highlight: Highlight;
  /** What it holds. Its own list is as open to the page as the registry, and Firefox lets no script of ours walk it. */
  readonly ranges: Set<Range>;
}

/** What the page clears, replaces or empties is there again within a second. All of it is gone when `signal` is aborted. */
export function createRegistry(signal: AbortSignal): Registry {
  const entries = new Map<string, Entry>();

  const isTouched = (key: string, { highlight, ranges }: Entry): boolean =>
    ranges.size > 0 && (CSS.highlights.get(key) !== highlight || highlight.size !== ranges.size);

  /** A page that touches them all the time makes us enter them anew twice a second, and no more often. */
  const repair = (): void => {
    for (const [key, entry] of entries) {
      if (!isTouched(key, entry)) continue;
      // The one that the page has got hold of stays in its hands, and is left to it.
      entry.highlight = highlightOf(entry.priority, entry.ranges);
      CSS.highlights.set(key, entry.highlight);
    }
  };
  const timer = setInterval(repair, CHECK);

  listen(signal, "abort", () => {
    clearInterval(timer);
    for (const [key, { highlight }] of entries) {
      // The reader of a newer version may have put its own there already.
      if (CSS.highlights.get(key) === highlight) CSS.highlights.delete(key);
    }
  });

  return {
    add(key, range, priority) {
      const entry = entries.get(key) ?? { priority, highlight: highlightOf(priority), ranges: new Set() };
      entries.set(key, entry);
      entry.ranges.add(range);
      entry.highlight.add(range);
    },
    remove(key, range) {
      const entry = entries.get(key);
      entry?.ranges.delete(range);
      entry?.highlight.delete(range);
    },
    show(key) {
      const entry = entries.get(key);
      if (entry === undefined || signal.aborted) return;
      if (entry.ranges.size === 0) CSS.highlights.delete(key);
      else if (CSS.highlights.get(key) !== entry.highlight) CSS.highlights.set(key, entry.highlight);
    },
  };
}

function highlightOf(priority: number, ranges: Iterable<Range> = []): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  for (const range of ranges) highlight.add(range);
  return highlight;
}
