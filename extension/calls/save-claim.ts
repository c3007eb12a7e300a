import {
  type Claim,
  claimOf,
  type Correction,
  type CorrectionDraft,
  type PageScope,
  replaces,
} from "../../src/corrections/corrections.ts";
import { type Result, success } from "../../src/result.ts";
import { callBackground } from "./call.ts";
import { newId } from "./new-id.ts";

/** Where a claim is to hold. What is said of a statement holds on its page, whatever is asked. */
export type Where = "always" | "page";

/** A correction that was just saved, and what takes it back. */
export interface SavedClaim {
  readonly correction: Correction;
  readonly undo: () => Promise<Result<unknown>>;
}

/**
 * Saves what the user says. A second thought about the same changes the first; it does not stand beside it.
 *
 * @param known the corrections that hold on the page so far.
 * @param here the page, for what holds there only.
 */
export async function saveClaim(
  known: readonly Correction[],
  claim: Claim,
  where: Where,
  here: Omit<PageScope, "kind">,
): Promise<Result<SavedClaim>> {
  const before = known.find((other) => other.scope.kind === where && replaces(claim, other)) ?? null;
  const scope = where === "page" ? ({ kind: "page", ...here } as const) : ({ kind: "always" } as const);
  const draft = { ...claim, id: before?.id ?? newId(), scope } as CorrectionDraft;
  const saved = await callBackground("saveCorrection", draft);
  if (!saved.ok) return saved;
  return success({
    correction: saved.value,
    undo: () =>
      before === null
        ? callBackground("deleteCorrection", { id: draft.id })
        : callBackground("saveCorrection", {
            ...claimOf(before),
            id: before.id,
            scope: before.scope,
          } as CorrectionDraft),
  });
}
