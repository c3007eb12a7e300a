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

/** The most of the time that looking for highlights that stand nowhere surely may take while the page changes. */
const SEARCH_SHARE = 0.02;

export function createStrayFinder({ pages, highlights, look, followLater }: Sought): StrayFinder {
  /** What the ranges of each highlight covered when it was found. Weak: highlights and stories come and go without end. */
  const covered = new WeakMap<readonly Range[], string>();
  /** When unsure ones may be looked for again, and the text of each page in which they were looked for last. */
  let searchFrom = -Infinity;
  const searched = new Map<string, string>();

  const holds = ({ ranges }: Highlight): boolean => {
    const words = textOf(ranges);
    const isThere = ranges.every(({ startContainer }) => startContainer.isConnected);
    return isThere && words === (covered.get(ranges) ?? words);
  };
  /** Whether one is lost, or stands where another place may be the better one. */
  const isUnsure = ({ isSure, ranges }: Highlight): boolean => !isSure || ranges.length === 0;

  /** A page's highlights whose words are not where they were, and the unsure ones where they may be looked for again. */
  const wantedOf = (page: string): { readonly astray: readonly Highlight[]; readonly unsure: readonly Highlight[] } => {
    const own = highlights().filter(({ annotation }) => annotation.target.page === page);
    const astray = own.filter((mark) => mark.ranges.length > 0 && !holds(mark));
    const unsure = own.filter((mark) => isUnsure(mark) && !astray.includes(mark));
    const wait = searchFrom - performance.now();
    if (unsure.length === 0 || wait <= 0) return { astray, unsure };
    // The page may not change any more until then.
    followLater(wait);
    return { astray, unsure: [] };
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
        const { astray, unsure } = wantedOf(place.page);
        if (astray.length + unsure.length === 0) continue;
        const before = new Map(unsure.map((mark) => [mark.annotation.id, standOf(mark)]));
        const begun = performance.now();
        const map = await inSlices(place.readText(), createSlices());
        const isNew = map.text !== searched.get(place.page);
        const wanted = [...astray, ...(isNew ? unsure : [])].map(({ annotation }) => annotation);
        if (wanted.length > 0) await look(wanted, map);
        if (unsure.length > 0) {
          searched.set(place.page, map.text);
          searchFrom = performance.now() + (performance.now() - begun) / SEARCH_SHARE;
        }
        found ||= astray.length > 0 || highlights().some((now) => hasMoved(now, before.get(now.annotation.id)));
      }
      return { cost: performance.now() - started, found };
    },
  };
}

/** How a highlight stands: its ranges themselves move with it. */
interface Stand {
  readonly state: Highlight["state"];
  readonly ends: readonly (readonly [Node, number])[];
}

const standOf = ({ state, ranges }: Highlight): Stand => ({
  state,
  ends: ranges.flatMap((range) => [
    [range.startContainer, range.startOffset],
    [range.endContainer, range.endOffset],
  ]),
});

/** Whether a highlight stands otherwise than before; not where nothing is known of before. */
function hasMoved(highlight: Highlight, before: Stand | undefined): boolean {
  if (before === undefined) return false;
  const { state, ends } = standOf(highlight);
  const isSame = ends.every(([node, offset], i) => before.ends[i]?.[0] === node && before.ends[i][1] === offset);
  return state !== before.state || ends.length !== before.ends.length || !isSame;
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
