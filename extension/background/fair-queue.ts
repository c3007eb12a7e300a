import type { Slices, Steps } from "../../src/slices.ts";

/** Long work of several pages, done in turns: each page has as much of the time as any other, however much it asks for. */
export interface FairQueue {
  /**
   * Does the work of a page, after what that page has asked for before. Gives `null` once `signal` is aborted: the rest is
   * left undone. What the work throws is thrown.
   */
  run<T>(page: string, steps: Steps<T>, signal: AbortSignal): Promise<T | null>;
}

/** Work that waits for its next turn. */
interface Job {
  /** Works for a slice. Gives whether it is over. */
  turn(): boolean;
}

/** @param slices says how long a turn is, and lets others have theirs after it. */
export function createFairQueue(slices: Slices): FairQueue {
  /** What each page waits for, the page whose turn comes next first. */
  const waiting = new Map<string, Job[]>();
  let isWorking = false;

  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    for (;;) {
      const [next] = waiting;
      if (next === undefined) break;
      const [page, jobs] = next;
      waiting.delete(page);
      if (jobs[0]?.turn() !== false) jobs.shift();
      if (jobs.length > 0) waiting.set(page, jobs);
      await slices.pause();
    }
    isWorking = false;
  };

  return {
    run: (page, steps, signal) =>
      new Promise((resolve, reject) => {
        const turn = (): boolean => {
          try {
            for (;;) {
              if (signal.aborted) return settle(null);
              const step = steps.next();
              if (step.done === true) return settle(step.value);
              if (slices.shouldPause()) return false;
            }
          } catch (error) {
            reject(error as Error);
            return true;
          }
        };
        const settle = (value: Parameters<typeof resolve>[0]): true => {
          resolve(value);
          return true;
        };
        waiting.set(page, [...(waiting.get(page) ?? []), { turn }]);
        void work();
      }),
  };
}
