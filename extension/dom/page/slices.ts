import type { Slices } from "../../../src/slices.ts";
import { untilBack } from "./page-left.ts";

/** How long one task may run, in milliseconds: one frame, with most of it left to the page. */
const SLICE = 10;

/** Slices of the page's thread. The first begins with this call. */
export function createSlices(): Slices {
  let started = performance.now();
  return {
    shouldPause: () => performance.now() - started >= SLICE,
    async pause() {
      await nextTask();
      started = performance.now();
    },
  };
}

/** Goes on in a task of its own, and not while the page is left: what was begun before finds it gone. */
export async function nextTask(): Promise<void> {
  // In line with the page's own tasks, not before them as `scheduler.yield` would be: the page is the user's.
  await scheduler.postTask(() => null, { priority: "user-visible" });
  await untilBack();
}
