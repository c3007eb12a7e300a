import type { Highlight as Placed } from "../../../src/annotation/placed.ts";
import type { PageAddresses } from "../../../src/page/page-key.ts";
import type { Steps } from "../../../src/slices.ts";
import type { TextMap } from "../../dom/text/text-map.ts";

/** An annotation on the page. Its ranges follow the page's own changes. */
export type Highlight = Placed<Range>;

/** A page as highlights belong to it. A document holds one, or one for each story. */
export interface HighlightedPage {
  /** Its address now, its identity and its title, for the records of new highlights. */
  readonly source: string;
  readonly page: string;
  /** Where it was met, and what it says its address is. */
  readonly met: PageAddresses;
  readonly title: string;
  /** The text in which its highlights are made and looked for. */
  readText(): Steps<TextMap>;
}

/** The pages that stand in this document now. */
export interface HighlightedPages {
  all(): readonly HighlightedPage[];
  /** The one that a range stands in. */
  of(range: Range): HighlightedPage;
}

/** How much of a highlight's words is read out, in UTF-16 code units. */
const SPOKEN_LENGTH = 100;

/** The beginning of the highlighted words, for screen readers. */
export function spokenWords({ annotation }: Highlight): string {
  return annotation.target.selectors.quote.exact.slice(0, SPOKEN_LENGTH);
}
