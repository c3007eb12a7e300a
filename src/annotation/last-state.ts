import type { AnchorState } from "./anchoring/anchor.ts";
import type { Annotation } from "./records/annotation.ts";

/** How a highlight stood on its page when that was last open; "unseen" where nobody has looked for it there yet. */
export type LastState = AnchorState | "unseen";

/**
 * How a highlight stands before its page has been opened: as it was made, where it was made on the page. One that another
 * program made has no place of ours: its words have yet to be looked for.
 */
export const firstState = ({ target }: Pick<Annotation, "target">): LastState =>
  target.selectors.position === null ? "unseen" : "same";
