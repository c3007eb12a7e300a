import type { anchorAll } from "../../../src/annotation/anchoring/all.ts";
import type { describe } from "../../../src/annotation/anchoring/describe.ts";
import type { createTextIndex } from "../../../src/annotation/anchoring/text-index.ts";
import { partOf } from "../part.ts";

/** What says where words stand, and finds them again by that. */
interface Seeker {
  readonly anchorAll: typeof anchorAll;
  readonly createTextIndex: typeof createTextIndex;
  readonly describe: typeof describe;
}

/** Loaded where the page has highlights, or the user selects something that may become one. */
export const seekerPart = partOf<Seeker>("seeker");
