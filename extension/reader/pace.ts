import type { ChangeKind } from "../dom/text/text-changes.ts";

/** What looking at a changed page came to. */
export interface Outcome {
  /** How long the page's thread was kept, in milliseconds. */
  readonly cost: number;
  /** Whether anything was found changed. */
  readonly found: boolean;
}

export interface Pace {
  /** The page has changed: it is looked at when it has come to rest, or before long if it does not. */
  changed(kind: ChangeKind): void;
  /** The user has done something: what follows is looked at without the pause that idle changes have earned. */
  urge(): void;
}

/** What the pace needs of time, in milliseconds. */
export interface Clock {
  now(): number;
  after(delay: number, work: () => void): void;
}

/** A page at rest this long has finished changing for now. */
const QUIET = 250;
/** A page that never rests is looked at after this long. */
const PATIENCE = 1_500;
/** The most of the time that looking may take. */
const SHARE = 0.02;
/** The first and the longest pause after changes of looks that showed and hid nothing; each one doubles it. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

const browserClock: Clock = {
  now: () => performance.now(),
  after: (delay, work) => void setTimeout(work, delay),
};

/**
 * Decides when a changing page is looked at again, so that what the user waits for is soon, and a page that changes
 * all the time costs next to nothing. One look is over before the next begins.
 */
export function createPace(look: () => Promise<Outcome>, clock: Clock = browserClock): Pace {
  /** The first and the last change that wait to be looked at. */
  let waiting: { readonly first: number; last: number; isText: boolean } | null = null;
  /** When the next look is due, as far as it is arranged. */
  let armedFor = Infinity;
  let isLooking = false;
  let restUntil = -Infinity;
  let pause = 0;
  let pauseUntil = -Infinity;

  const dueAt = ({ first, last, isText }: NonNullable<typeof waiting>): number =>
    Math.max(Math.min(last + QUIET, first + PATIENCE), restUntil, isText ? -Infinity : pauseUntil);

  const arm = (): void => {
    if (isLooking || waiting === null) return;
    const due = dueAt(waiting);
    if (due >= armedFor) return;
    armedFor = due;
    clock.after(Math.max(0, due - clock.now()), () => {
      // Another was arranged for sooner.
      if (armedFor !== due) return;
      armedFor = Infinity;
      if (waiting === null) return;
      // More changes have come meanwhile.
      if (clock.now() < dueAt(waiting)) return arm();
      void begin(waiting.isText);
    });
  };

  const begin = async (isText: boolean): Promise<void> => {
    waiting = null;
    isLooking = true;
    try {
      const { cost, found } = await look();
      restUntil = clock.now() + cost / SHARE;
      if (found) pause = 0;
      else if (!isText) pause = Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE, pause * 2));
      pauseUntil = clock.now() + pause;
    } finally {
      isLooking = false;
      arm();
    }
  };

  return {
    changed(kind) {
      const now = clock.now();
      waiting ??= { first: now, last: now, isText: false };
      waiting.last = now;
      waiting.isText ||= kind === "text";
      arm();
    },
    urge() {
      pause = 0;
      pauseUntil = -Infinity;
      arm();
    },
  };
}
