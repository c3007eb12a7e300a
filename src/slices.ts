/**
 * Work that can be interrupted: it yields every millisecond or so, and whoever runs it decides whether to go on at once
 * or to let others have a turn first.
 */
export type Steps<T> = Generator<undefined, T>;

/** Does the work to its end, without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How work is spread over many short tasks. The caller brings its own clock and its own way to wait. */
export interface Slices {
  /** Whether the task has run long enough. Asked every millisecond or so. */
  shouldPause(): boolean;
  /** Lets others have their turn; the work goes on when the promise resolves. */
  pause(): Promise<void>;
}

/** Does the work to its end, a slice at a time. */
export async function inSlices<T>(steps: Steps<T>, slices: Slices): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (slices.shouldPause()) await slices.pause();
  }
}
