import type { CorrectionStepKind, Direction } from "../annotation/history.ts";
import { type Correction, type CorrectionDraft, type CorrectionScope, claimOf, subjectOf } from "./corrections.ts";

/** A correction that was made, changed or taken back: one thing that the user did, with what undoing and redoing it need. */
export interface CorrectionStep {
  readonly kind: CorrectionStepKind;
  /** The correction's id, the page where it holds alone or "", and what it is about, for the words "Undo: …". */
  readonly correction: string;
  readonly page: string;
  readonly quote: string;
  /** What it said before and after; `null` where there was none. */
  readonly before: CorrectionDraft | null;
  readonly after: CorrectionDraft | null;
}

/** How much of what a correction is about a step keeps, in UTF-16 code units. */
const QUOTE_LENGTH = 120;

/** What came of a change as a step, or `null` where nothing has changed. */
export function correctionStep(before: Correction | null, after: Correction): CorrectionStep | null {
  const [from, to] = [before === null ? null : standing(before), standing(after)];
  if (isSame(from, to)) return null;
  return {
    kind: to === null ? "take-back" : "correct",
    correction: after.id,
    page: pageOf(after.scope) ?? "",
    quote: subjectOf(after).slice(0, QUOTE_LENGTH),
    before: from,
    after: to,
  };
}

/** The page on which alone a correction holds, or `null`. */
export const pageOf = (scope: CorrectionScope): string | null => (scope.kind === "page" ? scope.page : null);

/** What a stored correction says; `null` where it was taken back. */
export function standing(stored: Correction): CorrectionDraft | null {
  const { id, scope } = stored;
  return stored.deleted === null ? ({ id, scope, ...claimOf(stored) } as CorrectionDraft) : null;
}

/** Whether a step does no more than take back the one before it, as "Undo" beside a word on a correction does. */
export function takesBackCorrection(second: CorrectionStep, first: CorrectionStep): boolean {
  return (
    second.correction === first.correction && isSame(second.before, first.after) && isSame(second.after, first.before)
  );
}

/** What undoing or redoing a step makes of the correction as it is stored now. */
export type CorrectionMove =
  /** `null`: it is taken back. */
  | { readonly kind: "write"; readonly draft: CorrectionDraft | null }
  /** It is already as it should be. */
  | { readonly kind: "nothing" }
  /** It was changed again since, by something that is no step. */
  | { readonly kind: "changed-since" };

/** Takes a step back, or takes it again. */
export function moveOverCorrection(step: CorrectionStep, direction: Direction, stored: Correction): CorrectionMove {
  const [from, to] = direction === "undo" ? [step.after, step.before] : [step.before, step.after];
  const now = standing(stored);
  if (isSame(now, to)) return { kind: "nothing" };
  return isSame(now, from) ? { kind: "write", draft: to } : { kind: "changed-since" };
}

/** Whether two say the same of the same: their fields may come in any order. */
export function isSame(a: CorrectionDraft | null, b: CorrectionDraft | null): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return fields.map(([field, content]) => [field, inOrder(content)]);
}
