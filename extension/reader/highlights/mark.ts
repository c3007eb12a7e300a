import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { Rewording } from "../../../src/annotation/anchoring/anchor.ts";
import type { AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import type { Steps } from "../../../src/slices.ts";
import type { TextMap } from "../../dom/text/text-map.ts";

/** An annotation on the page. Its ranges follow the page's own changes; there are none where it is lost. */
export interface Mark {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  /** Its words then and now, where they were edited. */
  readonly rewording: Rewording | null;
  readonly ranges: readonly Range[];
}

/** A page as marks belong to it. A document holds one, or one for each story. */
export interface MarkedPage {
  /** Its address now, its identity and its title, for the records of new marks. */
  readonly source: string;
  readonly page: string;
  readonly title: string;
  /** The text in which its marks are made and looked for. */
  readText(): Steps<TextMap>;
}

/** The pages that stand in this document now. */
export interface MarkedPages {
  all(): readonly MarkedPage[];
  /** The one that a range stands in. */
  of(range: Range): MarkedPage;
}

/** How much of a mark's words is read out, in UTF-16 code units. */
const SPOKEN_LENGTH = 100;

/** The beginning of the marked words, for screen readers. */
export function spokenWords({ annotation }: Mark): string {
  return annotation.target.selectors.quote.exact.slice(0, SPOKEN_LENGTH);
}
