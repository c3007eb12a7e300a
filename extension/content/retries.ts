import { listen } from "../dom/trusted.ts";

/** Tries again what could not be saved, and has the browser ask before it throws such a page away. */
export interface Retries {
  /** Tries once more after a pause, which grows with each time. Once the reader has left the page, this does nothing. */
  later(id: string, attempt: () => void): void;
  /** There is nothing to try any more: it is saved, or given up. */
  done(id: string): void;
}

/** In milliseconds. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

/** @param signal is aborted when the reader leaves the page: the page must not ask in its name, or be kept busy, then. */
export function createRetries(signal: AbortSignal): Retries {
  const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; pause: number }>();
  let stopWarning: (() => void) | null = null;

  return {
    later(id, attempt) {
      if (signal.aborted) return;
      const known = waiting.get(id);
      clearTimeout(known?.timer);
      const pause = known === undefined ? FIRST_PAUSE : Math.min(known.pause * 2, LONGEST_PAUSE);
      waiting.set(id, { timer: setTimeout(attempt, pause), pause });
      stopWarning ??= listen(window, "beforeunload", (event) => event.preventDefault(), { signal });
    },
    done(id) {
      clearTimeout(waiting.get(id)?.timer);
      waiting.delete(id);
      if (waiting.size > 0) return;
      stopWarning?.();
      stopWarning = null;
    },
  };
}
