import type { applyCorrections } from "../../../src/corrections/apply.ts";
import { partOf } from "../part.ts";

/** What applies corrections, loaded where there are some to apply. */
export const correctorPart = partOf<typeof applyCorrections>("corrector");
