import {
  type Direction,
  type HistoryView,
  type MoveOutcome,
  moveOver,
  type Step,
  type StepView,
} from "../../src/annotation/history.ts";
import { type CorrectionStep, moveOverCorrection } from "../../src/corrections/history.ts";
import type { Stamped } from "../../src/exchange/merge.ts";
import { failure, type Result, success } from "../../src/result.ts";
import type { Database, LoggedStep } from "./database.ts";
import { isOnCorrection, nextRedo, nextUndo } from "./step-log.ts";
import { guarded, instantOf } from "./records.ts";

/** Undo and redo of what the user did to annotations and corrected, on all pages. */
export interface Undo {
  /** Moves over one step. Asked twice for the same step, it is moved over once. */
  move(number: number, direction: Direction): Promise<Result<MoveOutcome>>;
}

/** What undo and redo would do next. */
export async function historyView(database: Database): Promise<HistoryView> {
  const [undo, redo] = await Promise.all([nextUndo(database), nextRedo(database)]);
  const [back, forth] = await Promise.all([undo, redo].map((step) => (step === null ? null : viewOf(database, step))));
  return { undo: back ?? null, redo: forth ?? null };
}

async function viewOf(database: Database, step: LoggedStep): Promise<StepView> {
  const { number, kind, page, quote } = step;
  const view = { number, kind, page, quote };
  if (isOnCorrection(step)) {
    const scope = (await database.corrections.get(step.correction))?.scope;
    return { ...view, annotation: null, title: scope?.kind === "page" ? scope.title : "", source: null };
  }
  const target = (await database.annotations.get(step.annotation))?.target;
  return { ...view, annotation: step.annotation, title: target?.title ?? "", source: target?.source ?? null };
}

/** @param now gives the current instant; tests pass their own. */
export function createUndo(database: Database, now: () => Date = () => new Date()): Undo {
  const { annotations, corrections, steps } = database;

  /** Each gives whether something newer is in the place of what the step did. */
  const moveAnnotation = async (step: Step, direction: Direction): Promise<boolean> => {
    const stored = await annotations.get(step.annotation);
    if (stored === undefined) return true;
    const answer = moveOver(step, direction, { body: stored.body, isThere: stored.deleted === null });
    if (answer.kind !== "write") return answer.kind === "changed-since";
    const { body, isThere } = answer.version;
    await annotations.put({ ...stored, body, ...stampsAfter(stored, isThere, now()) });
    return false;
  };
  const moveCorrection = async (step: CorrectionStep, direction: Direction): Promise<boolean> => {
    const stored = await corrections.get(step.correction);
    if (stored === undefined) return true;
    const answer = moveOverCorrection(step, direction, stored);
    if (answer.kind !== "write") return answer.kind === "changed-since";
    const { draft } = answer;
    // What it says now may have other fields than what it said before.
    const { schema, created } = stored;
    const next = draft === null ? stored : { ...draft, schema, created };
    await corrections.put({ ...next, ...stampsAfter(stored, draft !== null, now()) });
    return false;
  };

  const move = async (number: number, direction: Direction): Promise<Result<MoveOutcome>> => {
    const [ahead, behind] = direction === "undo" ? [nextUndo, nextRedo] : [nextRedo, nextUndo];
    const step = await ahead(database);
    if (step?.number !== number) {
      // The answer to a first try may have been lost on its way.
      const last = await behind(database);
      if (last?.number === number) return success({ kind: "moved", step: await viewOf(database, last) });
      return failure("superseded", `step ${number} is not the next one to ${direction}`);
    }
    const isPassed = isOnCorrection(step)
      ? await moveCorrection(step, direction)
      : await moveAnnotation(step, direction);
    if (isPassed) {
      // It can't be moved over any more; the steps before and after it can.
      await steps.delete(number);
      return success({ kind: "changed-since", step: await viewOf(database, step) });
    }
    await steps.update(number, { undone: direction === "undo" ? 1 : 0 });
    return success({ kind: "moved", step: await viewOf(database, step) });
  };

  return {
    move: (number, direction) =>
      guarded(() => database.transaction("rw", annotations, corrections, steps, () => move(number, direction))),
  };
}

/** The stamps of a record's next revision, in which it is there for the user or not. */
function stampsAfter(stored: Stamped, isThere: boolean, now: Date) {
  const instant = now.toISOString();
  const modified = instantOf(instant, stored, now);
  return { deleted: isThere ? null : (stored.deleted ?? instant), revision: stored.revision + 1, modified };
}
