import type { Annotation } from "../../src/annotation/records/annotation.ts";
import {
  type Direction,
  type HistoryView,
  type MoveOutcome,
  moveOver,
  type StepView,
} from "../../src/annotation/history.ts";
import { failure, type Result, success } from "../../src/result.ts";
import type { Database, LoggedStep } from "./database.ts";
import { nextRedo, nextUndo } from "./step-log.ts";
import { guarded } from "./records.ts";

/** Undo and redo of what the user did to annotations, on all pages. */
export interface Undo {
  /** Moves over one step. Asked twice for the same step, it is moved over once. */
  move(number: number, direction: Direction): Promise<Result<MoveOutcome>>;
}

/** What undo and redo would do next. */
export async function historyView(database: Database): Promise<HistoryView> {
  const [undo, redo] = await Promise.all([nextUndo(database), nextRedo(database)]);
  return { undo: undo === null ? null : viewOf(undo), redo: redo === null ? null : viewOf(redo) };
}

const viewOf = ({ number, kind, annotation, page, quote }: LoggedStep): StepView => ({
  number,
  kind,
  annotation,
  page,
  quote,
});

/** @param now gives the current instant; tests pass their own. */
export function createUndo(database: Database, now: () => Date = () => new Date()): Undo {
  const { annotations, steps } = database;

  const move = async (number: number, direction: Direction): Promise<Result<MoveOutcome>> => {
    const [ahead, behind] = direction === "undo" ? [nextUndo, nextRedo] : [nextRedo, nextUndo];
    const step = await ahead(database);
    if (step?.number !== number) {
      // The answer to a first try may have been lost on its way.
      const last = await behind(database);
      if (last?.number === number) return success({ kind: "moved", step: viewOf(last) });
      return failure("superseded", `step ${number} is not the next one to ${direction}`);
    }
    const stored = await annotations.get(step.annotation);
    const version = stored && { body: stored.body, isThere: stored.deleted === null };
    const answer = version === undefined ? null : moveOver(step, direction, version);
    if (stored === undefined || answer === null || answer.kind === "changed-since") {
      // It can't be moved over any more; the steps before and after it can.
      await steps.delete(number);
      return success({ kind: "changed-since", step: viewOf(step) });
    }
    if (answer.kind === "write") {
      const { body, isThere } = answer.version;
      const instant = now().toISOString();
      const next: Annotation = {
        ...stored,
        body,
        deleted: isThere ? null : (stored.deleted ?? instant),
        revision: stored.revision + 1,
        modified: instant,
      };
      await annotations.put(next);
    }
    await steps.update(number, { undone: direction === "undo" ? 1 : 0 });
    return success({ kind: "moved", step: viewOf(step) });
  };

  return {
    move: (number, direction) =>
      guarded(() => database.transaction("rw", annotations, steps, () => move(number, direction))),
  };
}
