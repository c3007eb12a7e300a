import { useState } from "preact/hooks";
import type { Result } from "../../src/result.ts";
import { failureText } from "../ui/texts/failure-text.ts";

/** The last change that was made in a list: done, with the way back, or failed. */
export interface Change {
  readonly done: { readonly text: string; readonly undo: () => void } | null;
  readonly problem: string | null;
  /** Makes a change and tells of it; `undo` is what takes it back. */
  make(text: string, work: () => Promise<Result<unknown>>, undo: () => Promise<Result<unknown>>): Promise<void>;
}

export function useChange(): Change {
  const [done, setDone] = useState<Change["done"]>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: () => Promise<Result<unknown>>, next: Change["done"]): Promise<void> => {
    const result = await work();
    setProblem(result.ok ? null : failureText(result.error));
    if (result.ok) setDone(next);
  };
  return {
    done,
    problem,
    make: (text, work, undo) => attempt(work, { text, undo: () => void attempt(undo, null) }),
  };
}
