import { useEffect, useRef, useState } from "preact/hooks";
import type { Progress } from "../../exchange/export.ts";
import { message } from "../../locale/message.ts";
import { failureText } from "../../ui/texts/failure-text.ts";

/** Something that takes its time. */
export type Job<T> = (signal: AbortSignal, onProgress: Progress) => Promise<T>;

/** A piece of work that shows how far it is and can be ended. */
export interface Work {
  readonly isRunning: boolean;
  /** How far it is, from 0 to 1; `null` where nothing runs. */
  readonly share: number | null;
  /** Why the last one failed, for people. */
  readonly problem: string | null;
  /** Runs one; one that runs already is ended. Gives `null` where it failed or was ended. */
  readonly run: <T>(job: Job<T>) => Promise<T | null>;
  readonly cancel: () => void;
  /** Says of the last one that it failed. */
  readonly fail: (problem: string | null) => void;
}

/** Progress is shown this often at most, in milliseconds. */
const PACE = 200;

/** Work of one part of a page, which ends with the part. */
export function useWork(): Work {
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async <T>(job: Job<T>): Promise<T | null> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setProblem(null);
    setShare(0);
    let shown = 0;
    try {
      return await job(control.signal, (done, of) => {
        if (performance.now() - shown < PACE) return;
        shown = performance.now();
        setShare(of === 0 ? 0 : done / of);
      });
    } catch (error) {
      if (!control.signal.aborted) setProblem(problemText(error));
      return null;
    } finally {
      if (running.current === control) {
        running.current = null;
        setShare(null);
      }
    }
  };
  return {
    isRunning: share !== null,
    share,
    problem,
    run,
    cancel: () => running.current?.abort(),
    fail: setProblem,
  };
}

function problemText(error: unknown): string {
  const isFile = error instanceof DOMException && (error.name === "NotReadableError" || error.name === "NotFoundError");
  return isFile ? message("importUnreadable") : failureText({ code: "storage-failed" });
}
