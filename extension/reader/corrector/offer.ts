import type { applyCorrections } from "../../../src/corrections/apply.ts";

/**
 * What applies corrections is a script of its own: most pages have none to apply. It and the reader share the extension's
 * own world on the page, which the page's scripts do not see, and find each other in it under this key.
 */
const KEY = Symbol.for("sourceline.corrector");

type Apply = typeof applyCorrections;
const world = globalThis as { [KEY]?: Apply };

/** Offers what applies corrections to the reader of the same page. */
export function offerCorrector(apply: Apply): void {
  world[KEY] = apply;
}

/** What was offered, or `null` where the script has not run. */
export function offeredCorrector(): Apply | null {
  return world[KEY] ?? null;
}
