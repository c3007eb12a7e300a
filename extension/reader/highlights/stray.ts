import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { inSlices } from "../../../src/slices.ts";
import { createSlices } from "../../dom/page/slices.ts";
import type { TextMap } from "../../dom/text/text-map.ts";
import type { Highlight, HighlightedPages } from "./highlight.ts";

/** What looking after the highlights of a changed page came to. */
export interface Found {
  /** How long it took, in milliseconds. */
  readonly cost: number;
  /** Whether any of them stands elsewhere now. */
  readonly found: boolean;
}

export interface StrayFinder {
  /** Notes where a highlight was found: in these very ranges. */
  note(ranges: readonly Range[]): void;
  /** Finds highlights again whose words the page has replaced, moved or brought back. */
  follow(): Promise<Found>;
}

interface Sought {
  readonly pages: HighlightedPages;
  highlights(): readonly Highlight[];
  /** Looks for annotations in a text of the page, and paints them where they are found. */
  look(annotations: readonly Annotation[], map: TextMap): Promise<void>;
  /** Starts `follow` when the time for it has come. */
  followLater(delay: number): void;
}

/** The most of the time that looking for lost highlights may take while the page changes. */
const SEARCH_SHARE = 0.02;

export function createStrayFinder({ pages, highlights, look, followLater }: Sought): StrayFinder {
  /** What the ranges of each highlight covered when it was found. Weak: highlights and stories come and go without end. */
  const covered = new WeakMap<readonly Range[], string>();
  /** When lost ones may be looked for again, and the text of each page in which they were not found. */
  let searchFrom = -Infinity;
  const searched = new Map<string, string>();

  const holds = ({ ranges }: Highlight): boolean => {
    const words = textOf(ranges);
    const isThere = ranges.every(({ startContainer }) => startContainer.isConnected);
    return isThere && words === (covered.get(ranges) ?? words);
  };
  const isLost = ({ ranges }: Highlight): boolean => ranges.length === 0;

  /** A page's highlights whose words are not where they were, and the lost ones where they may be looked for again. */
  const wantedOf = (page: string): { readonly astray: readonly Highlight[]; readonly lost: readonly Highlight[] } => {
    const own = highlights().filter(({ annotation }) => annotation.target.page === page);
    const astray = own.filter((mark) => !isLost(mark) && !holds(mark));
    const lost = own.filter(isLost);
    const wait = searchFrom - performance.now();
    if (lost.length === 0 || wait <= 0) return { astray, lost };
    // The page may not change any more until then.
    followLater(wait);
    return { astray, lost: [] };
  };

  return {
    note(ranges) {
      covered.set(ranges, textOf(ranges));
    },

    async follow() {
      const started = performance.now();
      let found = false;
      const places = pages.all();
      for (const page of searched.keys()) if (!places.some((place) => place.page === page)) searched.delete(page);
      for (const place of places) {
        const { astray, lost } = wantedOf(place.page);
        if (astray.length + lost.length === 0) continue;
        const begun = performance.now();
        const map = await inSlices(place.readText(), createSlices());
        const isNew = map.text !== searched.get(place.page);
        const wanted = [...astray, ...(isNew ? lost : [])].map(({ annotation }) => annotation);
        if (wanted.length > 0) await look(wanted, map);
        if (lost.length > 0) {
          searched.set(place.page, map.text);
          searchFrom = performance.now() + (performance.now() - begun) / SEARCH_SHARE;
        }
        const sought = new Set(lost.map(({ annotation }) => annotation.id));
        found ||=
          astray.length > 0 || highlights().some((now) => sought.has(now.annotation.id) && now.ranges.length > 0);
      }
      return { cost: performance.now() - started, found };
    },
  };
}

const textOf = (ranges: readonly Range[]): string => ranges.map(String).join("");

/** The new ranges, where there are old ones as those moved: what is open beside a highlight stays beside it. */
export function movedTo(before: readonly Range[], after: readonly Range[]): readonly Range[] {
  return after.map((range, index) => {
    const old = before[index];
    if (old === undefined) return range;
    old.setStart(range.startContainer, range.startOffset);
    old.setEnd(range.endContainer, range.endOffset);
    return old;
  });
}
