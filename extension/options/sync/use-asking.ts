import { useState } from "preact/hooks";
import type { Result } from "../../../src/result.ts";
import type { SyncAnswer } from "../../calls/sync-answers.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { problemText } from "./problem-text.ts";

/** What is asked of a server by a press of a button: whether it is being asked, and what went wrong. */
export interface Asking {
  readonly isBusy: boolean;
  readonly problem: string | null;
  /** Says what is wrong without asking anybody. */
  refuse(problem: string): void;
  /** Gives what the server answered; `null` where something went wrong, which is then said. */
  ask<T>(call: () => Promise<Result<SyncAnswer<T>>>): Promise<{ readonly value: T } | null>;
}

export function useAsking(): Asking {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    isBusy,
    problem,
    refuse: setProblem,
    async ask(call) {
      setBusy(true);
      setProblem(null);
      const result = await call();
      setBusy(false);
      if (!result.ok) setProblem(failureText(result.error));
      else if (!result.value.ok) setProblem(problemText(result.value.problem));
      return result.ok && result.value.ok ? { value: result.value.value } : null;
    },
  };
}
