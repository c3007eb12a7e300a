import { isEmptyStep, joinSteps, type Step, takesBack } from "../../src/annotation/history.ts";
import { type CorrectionStep, takesBackCorrection } from "../../src/corrections/history.ts";
import type { Database, LoggedStep } from "./database.ts";

/**
 * The log of what the user did, oldest first: steps that are done, then steps that were undone. Everything here is
 * called inside a transaction over `steps`, together with the write that it tells of.
 */

/** How many steps are kept. */
export const STEP_LIMIT = 100;

/** Whether a step is about a correction, and not about an annotation. */
export const isOnCorrection = <Other extends object>(step: Other | CorrectionStep): step is CorrectionStep =>
  "correction" in step;

/** Adds what was just done. What had been undone can then no longer be redone. */
export async function logStep({ steps }: Database, step: Step | CorrectionStep | null): Promise<void> {
  if (step === null) return;
  await steps.where("undone").equals(1).delete();
  const last = await steps.orderBy("number").last();
  if (last !== undefined && isTakenBackBy(last, step)) {
    await steps.update(last.number, { undone: 1 });
    return;
  }
  const joined = last === undefined || isOnCorrection(last) || isOnCorrection(step) ? null : joinSteps(last, step);
  if (last !== undefined && joined !== null) {
    if (isEmptyStep(joined)) await steps.delete(last.number);
    else await steps.put({ ...joined, number: last.number, undone: 0 });
    return;
  }
  await steps.add({ ...step, undone: 0 });
  const surplus = (await steps.count()) - STEP_LIMIT;
  if (surplus > 0) await steps.bulkDelete(await steps.orderBy("number").limit(surplus).primaryKeys());
}

function isTakenBackBy(first: LoggedStep, second: Step | CorrectionStep): boolean {
  if (isOnCorrection(first)) return isOnCorrection(second) && takesBackCorrection(second, first);
  return !isOnCorrection(second) && takesBack(second, first);
}

/** The step that undo takes back next, or `null`. */
export async function nextUndo({ steps }: Database): Promise<LoggedStep | null> {
  return (await steps.where("undone").equals(0).last()) ?? null;
}

/** The step that redo takes again next, or `null`. */
export async function nextRedo({ steps }: Database): Promise<LoggedStep | null> {
  return (await steps.where("undone").equals(1).first()) ?? null;
}
