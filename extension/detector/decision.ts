import type { Decision } from "../../src/article/detection/detect.ts";

/** Detector and reader share the extension's own world on the page; the reader asks the detector under this key. */
const KEY = Symbol.for("sourceline.decide");
type Decide = () => Decision;
const world = globalThis as { [KEY]?: Decide };

/** Offers the detector's decision to the reader of the same page. */
export function offerDecision(decide: Decide): void {
  world[KEY] = decide;
}

/** The reader says under this key that it is on the page. */
export const READER = Symbol.for("sourceline.reader");

/** Whether the page has a reader, which finds the highlights of each address that the page takes. */
export function hasReader(): boolean {
  return READER in globalThis;
}

/** Decides about the page as it is now, or gives `null` where the page has no detector. */
export function decideNow(): Decision | null {
  return world[KEY]?.() ?? null;
}
