import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { inSlices } from "../../../src/slices.ts";
import { createSlices } from "../../dom/page/slices.ts";
import type { TextMap } from "../../dom/text/text-map.ts";
import type { Mark, MarkedPages } from "./mark.ts";

/** What looking after the marks of a changed page came to. */
export interface MarksFollowed {
  /** How long it took, in milliseconds. */
  readonly cost: number;
  /** Whether any mark stands elsewhere now. */
  readonly found: boolean;
}

export interface MarkFollower {
  /** Notes where a mark was found: in these very ranges. */
  note(ranges: readonly Range[]): void;
  /** Finds marks again whose words the page has replaced, moved or brought back. */
  follow(): Promise<MarksFollowed>;
}

interface Followed {
  readonly pages: MarkedPages;
  readonly marks: ReadonlyMap<string, Mark>;
  /** Looks for marks in a text of the page, and paints them where they are found. */
  anchor(annotations: readonly Annotation[], map: TextMap): Promise<void>;
  /** Starts `follow` when the time for it has come. */
  followLater(delay: number): void;
}

/** The most of the time that looking for lost marks may take while the page changes. */
const SEARCH_SHARE = 0.02;

export function createMarkFollower({ pages, marks, anchor, followLater }: Followed): MarkFollower {
  /** What the ranges of each mark covered when it was found. Weak: marks and stories come and go without end. */
  const covered = new WeakMap<readonly Range[], string>();
  /** When lost marks may be looked for again, and the text of each page in which they were not found. */
  let searchFrom = -Infinity;
  const searched = new Map<string, string>();

  const holds = ({ ranges }: Mark): boolean => {
    const words = textOf(ranges);
    const isThere = ranges.every(({ startContainer }) => startContainer.isConnected);
    return isThere && words === (covered.get(ranges) ?? words);
  };
  const isLost = ({ ranges }: Mark): boolean => ranges.length === 0;

  /** A page's marks whose words are not where they were, and the lost ones where they may be looked for again. */
  const wantedOf = (page: string): { readonly astray: readonly Mark[]; readonly lost: readonly Mark[] } => {
    const own = [...marks.values()].filter(({ annotation }) => annotation.target.page === page);
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
        if (wanted.length > 0) await anchor(wanted, map);
        if (lost.length > 0) {
          searched.set(place.page, map.text);
          searchFrom = performance.now() + (performance.now() - begun) / SEARCH_SHARE;
        }
        found ||=
          astray.length > 0 || lost.some(({ annotation }) => (marks.get(annotation.id)?.ranges.length ?? 0) > 0);
      }
      return { cost: performance.now() - started, found };
    },
  };
}

const textOf = (ranges: readonly Range[]): string => ranges.map(String).join("");

/** The new ranges, where there are old ones as those moved: what is open beside a mark stays beside it. */
export function movedTo(before: readonly Range[], after: readonly Range[]): readonly Range[] {
  return after.map((range, index) => {
    const old = before[index];
    if (old === undefined) return range;
    old.setStart(range.startContainer, range.startOffset);
    old.setEnd(range.endContainer, range.endOffset);
    return old;
  });
}
