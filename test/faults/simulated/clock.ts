import { AsyncLocalStorage } from "node:async_hooks";

/** Something that runs and can be ended from outside at any moment: a page, a background. Nothing of it happens afterwards. */
export interface Process {
  isAlive: boolean;
}

const running = new AsyncLocalStorage<Process>();

/** The process whose code this is; `null` outside of all. */
export const currentProcess = (): Process | null => running.getStore() ?? null;
export const runIn = <T>(process: Process, work: () => T): T => running.run(process, work);

/** Time that passes when it is told to, the same for all processes. */
export interface Clock {
  /** Milliseconds since 1970, as the machine's clock says, right or wrong. */
  now(): number;
  /** Sets the machine's clock. What waits is not concerned. */
  set(milliseconds: number): void;
  /** Lets time pass, in milliseconds, and everything happen that falls due in it. */
  pass(milliseconds: number): Promise<void>;
  /** Gives the real clock back. */
  stop(): void;
}

interface Timer {
  readonly due: number;
  readonly owner: Process | null;
  readonly run: () => void;
}

/** How many turns of the event loop finish whatever is under way: a save takes some twenty. */
const TURNS = 60;
/** In which steps time passes, in milliseconds. */
const STEP = 50;

/** Puts a clock in the place of the real one. */
export function startClock(at: number): Clock {
  const real = { setTimeout, clearTimeout, now: Date.now };
  const timers = new Map<number, Timer>();
  let count = 0;
  let passed = 0;
  let offset = at;
  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const set = (run: () => void, delay = 0): number => {
    count += 1;
    timers.set(count, { due: passed + Math.max(0, delay), owner: currentProcess(), run });
    return count;
  };
  globalThis.setTimeout = set as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => void timers.delete(id)) as unknown as typeof clearTimeout;
  Date.now = () => offset + passed;
  const fire = (id: number, { owner, run }: Timer): void => {
    timers.delete(id);
    if (owner === null) run();
    else if (owner.isAlive) runIn(owner, run);
  };

  return {
    now: Date.now,
    set: (milliseconds) => (offset = milliseconds - passed),
    async pass(milliseconds) {
      const end = passed + milliseconds;
      await rest();
      while (passed < end) {
        passed = Math.min(end, passed + STEP);
        const due = [...timers].filter(([, timer]) => timer.due <= passed);
        for (const [id, timer] of due.toSorted(([, a], [, b]) => a.due - b.due)) fire(id, timer);
        if (due.length > 0) await rest();
      }
      await rest();
    },
    stop() {
      globalThis.setTimeout = real.setTimeout;
      globalThis.clearTimeout = real.clearTimeout;
      Date.now = real.now;
    },
  };
}
