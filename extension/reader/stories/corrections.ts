import type { Analysis } from "../../../src/analyse.ts";
import { applyCorrections } from "../../../src/corrections/apply.ts";
import { type Correction, foldName, type Judgement, replaces } from "../../../src/corrections/corrections.ts";
import { type Result, success } from "../../../src/result.ts";
import { callBackground } from "../../calls/call.ts";
import { done } from "../../calls/serve.ts";

/** The user's corrections as one page knows them. */
export interface Corrections {
  /** Takes up what is saved. Where that fails, what was known holds on. */
  load(): Promise<Result<null>>;
  apply(analysis: Analysis): Analysis;
  /** Saves what a name is or is not, everywhere or on this page only. Gives what takes it back. */
  correct(name: string, judgement: Judgement, where: "always" | "page"): Promise<Result<Undo>>;
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
    apply: (analysis) => applyCorrections(analysis, known),
    async correct(name, judgement, where) {
      const { page, title } = identity();
      const scope = where === "page" ? ({ kind: "page", page, title } as const) : ({ kind: "always" } as const);
      // A second thought about the same name changes the first; it does not stand beside it.
      const before =
        known.find(
          (other) =>
            other.scope.kind === where && foldName(other.name) === foldName(name) && replaces(judgement, other),
        ) ?? null;
      const id = before?.id ?? crypto.randomUUID();
      const saved = await callBackground("saveCorrection", { id, name: foldName(name), ...judgement, scope });
      if (!saved.ok) return saved;
      known = [...known.filter((other) => other.id !== id), saved.value];
      return success(async () => {
        const undone =
          before === null
            ? await callBackground("deleteCorrection", { id })
            : await callBackground("saveCorrection", {
                id,
                name: before.name,
                verdict: before.verdict,
                from: before.from,
                scope,
              });
        return undone.ok ? load() : undone;
      });
    },
  };
}
