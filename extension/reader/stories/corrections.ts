import type { Analysis } from "../../../src/analyse.ts";
import { applyCorrections } from "../../../src/corrections/apply.ts";
import type { Claim, Correction } from "../../../src/corrections/corrections.ts";
import { type Result, success } from "../../../src/result.ts";
import { callBackground } from "../../calls/call.ts";
import { saveClaim, type Where } from "../../calls/save-claim.ts";
import { done } from "../../calls/serve.ts";

/** The user's corrections as one page knows them. */
export interface Corrections {
  /** Takes up what is saved. Where that fails, what was known holds on. */
  load(): Promise<Result<null>>;
  /** @param text the article's. */
  apply(text: string, analysis: Analysis): Analysis;
  /** Saves what the user says, for everywhere or for this page only. Gives what takes it back. */
  correct(claim: Claim, where: Where): Promise<Result<Undo>>;
}

/** Brings back what held before a correction. */
export type Undo = () => Promise<Result<null>>;

/** @param identity says which page this is, for the records of corrections that hold here only. */
export function createCorrections(identity: () => { readonly page: string; readonly title: string }): Corrections {
  let known: readonly Correction[] = [];

  const load = async (): Promise<Result<null>> => {
    const saved = await callBackground("listCorrections", { page: identity().page });
    if (!saved.ok) return saved;
    known = saved.value;
    return done;
  };

  return {
    load,
    apply: (text, analysis) => applyCorrections(text, analysis, known),
    async correct(claim, where) {
      const saved = await saveClaim(known, claim, where, identity());
      if (!saved.ok) return saved;
      const { correction, undo } = saved.value;
      known = [...known.filter(({ id }) => id !== correction.id), correction];
      return success(async () => {
        const undone = await undo();
        return undone.ok ? load() : undone;
      });
    },
  };
}
