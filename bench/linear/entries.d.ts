import type { Models } from "../../src/analyse.ts";
/** A way into the pure code by which text of others comes in. */
export interface Entry {
  readonly name: string;
  /** The longest text that the caller ever hands over, in UTF-16 code units; `null` where nothing limits it. */
  readonly limit: number | null;
  /** Makes ready what comes from other entries, and gives the work that is measured. */
  prepare(text: string): () => unknown;
}
export declare function entriesFor(models: Models): readonly Entry[];
