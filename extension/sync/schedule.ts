import type { SyncProgress, SyncSetup } from "../store/sync-rows.ts";
import type { Database } from "../store/database.ts";
import { SETUP } from "../store/sync-rows.ts";
import { noteProgress, type Outcome, progressOf } from "./round.ts";

/**
 * When the sync runs: soon after something was written here, while one of our own pages is open also as soon as something
 * changes there, and otherwise every few minutes. What fails is tried again further and further apart.
 */
export interface Schedule {
  /** Runs now, or once more after the round that is running. Gives how that ended; `null` where none is set up, or it is paused. */
  runNow(): Promise<Outcome | null>;
  /** Something was written: runs in a moment, unless it failed a short while ago. */
  runSoon(): void;
  /** One of our own pages is open until `signal` is aborted. */
  accompany(signal: AbortSignal): void;
}

export interface ScheduleParts {
  readonly database: Database;
  run(setup: SyncSetup): Promise<Outcome>;
  /** Resolves once something has changed on the server, or after a while; gives whether the server answered. */
  awaitChange(setup: SyncSetup, progress: SyncProgress, signal: AbortSignal): Promise<boolean>;
  /** Has `runNow` called after so many minutes, whatever becomes of the background; replaces what was asked for before. */
  wake(minutes: number): void;
  /** Is told where something changed here. */
  onTaken(): Promise<void>;
}

/** How long after a change it is sent, in milliseconds: who types changes a note every second. */
const REST = 1_000;
/** How often the server is asked where nobody waits, in minutes. */
const EVERY = 5;
/** How long the first try rests after one that failed, and the longest rest, in milliseconds. */
const FIRST_REST = 5_000;
const LONGEST_REST = 30 * 60_000;
const MINUTE = 60_000;

/** @param failures how many in a row. */
export const restAfter = (failures: number): number =>
  failures === 0 ? 0 : Math.min(FIRST_REST * 2 ** (failures - 1), LONGEST_REST);

export function createSchedule({ database, run, awaitChange, wake, onTaken }: ScheduleParts): Schedule {
  let running: Promise<Outcome | null> | null = null;
  let isAskedAgain = false;
  let notBefore = 0;
  let soon: ReturnType<typeof setTimeout> | null = null;
  /** The pages that are open. */
  const company = new Set<AbortSignal>();
  let watching: AbortController | null = null;

  const setupOf = async (): Promise<SyncSetup | null> => {
    const row = await database.sync.get(SETUP);
    return row?.name === SETUP && !row.isPaused ? row : null;
  };

  const once = async (): Promise<Outcome | null> => {
    const setup = await setupOf();
    if (setup === null) return null;
    const outcome = await run(setup);
    // It may have been ended, or set up anew, meanwhile: what this round came to is nobody's then.
    if ((await database.sync.get(SETUP)) === undefined) return outcome;
    const { failures } = await progressOf({ database });
    const failed = outcome.ok ? 0 : failures + 1;
    const last = outcome.ok ? { last: new Date().toISOString() } : {};
    const problem = outcome.ok ? null : outcome.problem;
    await noteProgress({ database }, { problem, failures: failed, working: null, ...last });
    notBefore = Date.now() + restAfter(failed);
    wake(outcome.ok ? EVERY : Math.max(0.5, restAfter(failed) / MINUTE));
    if (outcome.ok && outcome.changed > 0) await onTaken();
    return outcome;
  };

  const runNow = (): Promise<Outcome | null> => {
    if (running !== null) {
      isAskedAgain = true;
      return running;
    }
    const repeat = async (): Promise<Outcome | null> => {
      for (;;) {
        isAskedAgain = false;
        const outcome = await once();
        // Somebody has asked since this round began, and wants to know how it is now: after one that failed too.
        if (!isAskedAgain || outcome === null) return outcome;
      }
    };
    running = repeat().finally(() => {
      running = null;
    });
    return running;
  };

  const runSoon = (): void => {
    if (soon !== null || Date.now() < notBefore) return;
    soon = setTimeout(() => {
      soon = null;
      void runNow();
    }, REST);
  };

  const rest = (time: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });

  /** Asks the server to tell of the next change, for as long as a page is open. */
  const watch = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const outcome = await runNow();
      const setup = await setupOf();
      // The page comes back where it is set up anew, or goes on.
      if (setup === null || outcome === null) return;
      if (!outcome.ok) await rest(Math.max(REST, notBefore - Date.now()), signal);
      else if (!(await awaitChange(setup, await progressOf({ database }), signal))) await rest(FIRST_REST, signal);
    }
  };

  return {
    runNow,
    runSoon,
    accompany(signal) {
      company.add(signal);
      signal.addEventListener("abort", () => {
        company.delete(signal);
        if (company.size > 0) return;
        watching?.abort();
        watching = null;
      });
      if (watching !== null) return;
      const mine = new AbortController();
      watching = mine;
      void watch(mine.signal).finally(() => {
        if (watching === mine) watching = null;
      });
    },
  };
}
