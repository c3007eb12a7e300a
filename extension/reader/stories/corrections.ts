import type { PageAddresses } from "../../../src/page/page-key.ts";
import type { Analysis } from "../../../src/analyse.ts";
import type { Claim, Correction } from "../../../src/corrections/corrections.ts";
import { type Result, success } from "../../../src/result.ts";
import { callBackground } from "../../calls/call.ts";
import { saveClaim, type Where } from "../../calls/save-claim.ts";
import { done } from "../../calls/serve.ts";
import { correctorPart } from "../corrector/offer.ts";

/** The user's corrections as one page knows them. */
export interface Corrections {
  /** Takes up what is saved. Where that fails, what was known holds on. */
  load(): Promise<Result<null>>;
  /** @param text the article's. */
  apply(text: string, analysis: Analysis): Analysis;
  /** Saves what the user says, for everywhere or for this page only. Gives what takes it back. */
  correct(claim: Claim, where: Where): Promise<Result<Undo>>;
}

/** The page that corrections are made on. */
interface CorrectedPage {
  readonly page: string;
  readonly title: string;
  readonly met: PageAddresses;
}

/** Brings back what held before a correction. */
export type Undo = () => Promise<Result<null>>;

/** @param identity says which page this is, for the records of corrections that hold here only. */
export function createCorrections(identity: () => CorrectedPage): Corrections {
  let known: readonly Correction[] = [];
  let lastWork: Promise<unknown> = Promise.resolve();
  /** One after the other: an older list must not overtake a newer one, nor what was said in between. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = lastWork.then(work, work);
    lastWork = next;
    return next;
  };

  const loadNow = async (): Promise<Result<null>> => {
    const saved = await callBackground("listCorrections", { page: identity().page, met: identity().met });
    if (!saved.ok) return saved;
    return take(saved.value);
  };
  /** Has corrections hold, once there is what applies them. */
  const take = async (corrections: readonly Correction[]): Promise<Result<null>> => {
    const loaded = corrections.length === 0 ? done : await correctorPart.load();
    if (loaded.ok) known = corrections;
    return loaded;
  };

  const load = (): Promise<Result<null>> => inTurn(loadNow);
  const correctNow = async (claim: Claim, where: Where): Promise<Result<Undo>> => {
    const saved = await saveClaim(known, claim, where, identity());
    if (!saved.ok) return saved;
    const { correction, undo } = saved.value;
    const taken = await take([...known.filter(({ id }) => id !== correction.id), correction]);
    if (!taken.ok) return taken;
    return success(async () => {
      const undone = await undo();
      return undone.ok ? load() : undone;
    });
  };

  return {
    load,
    apply: (text, analysis) => correctorPart.offered()?.(text, analysis, known) ?? analysis,
    correct: (claim, where) => inTurn(() => correctNow(claim, where)),
  };
}
