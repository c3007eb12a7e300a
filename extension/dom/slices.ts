import type { Schedule } from "../../src/annotation/anchor-all.ts";

/** How long one task may run, in milliseconds: one frame, with most of it left to the page. */
const SLICE = 10;

/**
 * Spreads work over short tasks of the page's thread. `near` is the offset into the page's text that the reader looks
 * at. The first slice begins with this call.
 */
export function inSlices(near: number): Schedule {
  let started = performance.now();
  return {
    near,
    shouldPause: () => performance.now() - started >= SLICE,
    pause: async () => {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      started = performance.now();
    },
  };
}
