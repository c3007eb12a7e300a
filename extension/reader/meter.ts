import type { Steps } from "../../src/slices.ts";

/** Adds up how long the page's thread is kept, in milliseconds. */
export interface Meter {
  measure<T>(work: () => T): T;
  /** The sum since it was last taken. */
  take(): number;
}

export function createMeter(): Meter {
  let sum = 0;
  /** Work within work counts once. */
  let depth = 0;
  return {
    measure(work) {
      const started = performance.now();
      depth += 1;
      try {
        return work();
      } finally {
        depth -= 1;
        if (depth === 0) sum += performance.now() - started;
      }
    },
    take() {
      const taken = sum;
      sum = 0;
      return taken;
    },
  };
}

/** The same work, with each of its steps measured. */
export function* measured<T>(steps: Steps<T>, meter: Meter): Steps<T> {
  for (;;) {
    const step = meter.measure(() => steps.next());
    if (step.done === true) return step.value;
    yield;
  }
}
