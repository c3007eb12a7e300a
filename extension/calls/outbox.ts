import type { Noted } from "../../src/annotation/records/name-note.ts";
import { join, type Unsaved, without } from "../../src/annotation/unsaved.ts";
import { type Failure, failure, type Result } from "../../src/result.ts";
import { listen } from "../dom/trusted.ts";
import { callBackground } from "./call.ts";
import { asSent, createJournal, type Entry, type LayBeside } from "./journal.ts";

/** How soon something is sent: when typing has rested, or at once. */
export type When = "after-rest" | "at-once";

export type OutboxEvent =
  | { readonly kind: "put"; readonly unsaved: Unsaved }
  | {
      readonly kind: "sent";
      readonly unsaved: Unsaved;
      readonly result: Result<Noted>;
      /** Whether nobody attends to the record who would see what came of it, and it was not a mere try again in vain. */
      readonly isUnseen: boolean;
    };

/** What the user wrote, on its way into the database: of annotations and of notes on names alike. */
export interface Outbox {
  /**
   * Takes over what was made or typed. Whatever becomes of where it was typed, it is kept until it is stored.
   *
   * @param base the revision that its writer was shown of the record, where that is known.
   */
  put(unsaved: Unsaved, when: When, base?: number): void;
  /** Sends what is unsaved of a record. Resolves to whether all of it is saved then. */
  flush(id: string): Promise<boolean>;
  /** Resolves when what is under way for a record has come through or failed; to `null` where nothing is unsaved. */
  settled(id: string): Promise<Result<Noted> | null>;
  /** Gives up what is not saved of a record, and gives it. */
  discard(id: string): Unsaved | null;
  /** What of a record is not saved yet; `null` where all of it is. */
  unsavedOf(id: string): Unsaved | null;
  /** Everything that is not saved yet. */
  all(): readonly Unsaved[];
  /** Why the last sending of a record failed; `null` where it did not. */
  failureOf(id: string): Failure | null;
  /** Tells an open editor of every change of a record's state. Gives what ends it. */
  attend(id: string, hear: (event: OutboxEvent) => void): () => void;
  /** Tells of everything that is put in and sent. Gives what ends it. */
  watch(hear: (event: OutboxEvent) => void): () => void;
}

/** How long typing rests before it is sent, and how long it may go on without a rest, in milliseconds. */
const REST = 400;
const LONGEST_REST = 2_000;
/** The first and the longest pause before what failed is sent again, in milliseconds. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;
/** How long an answer is waited for, in milliseconds: a database that something else holds may give none for hours. */
const PATIENCE = 5_000;

const late = (): Promise<Result<Noted>> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(failure("storage-failed", "there was no answer in time")), PATIENCE);
  });

interface Item {
  unsaved: Unsaved;
  /** When the last of it was made or typed, as ISO text; never before what it was written on. */
  at: string;
  /** The record's revision that its writer was shown, 0 where it was made here; `null` where that is not known. */
  base: number | null;
  /** How many revisions may have been made of it since, without an answer. */
  own: number;
  /** Since when something waits to be sent, in milliseconds. */
  since: number | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  pause: number;
  failure: Failure | null;
  /** The sending that is under way, or was last. */
  last: Promise<Result<Noted> | null>;
  /** Where it was left when its page went. */
  left: readonly string[];
}

const entryOf = ({ unsaved, at, base, own }: Item): Entry => ({ unsaved, at, base, own });

const laterOf = (a: string, b: string): string => (a > b ? a : b);

/** How many revisions of a record a sending makes: what was made and changed is stored twice. */
const revisionsIn = (sent: Unsaved): number => (sent.kind === "annotation" && sent.made !== null ? 2 : 1);

/**
 * Gives what has the browser ask before it throws this document away, or no longer.
 *
 * @param signal ends that for good.
 */
export function askBeforeLeaving(signal: AbortSignal): (isAsked: boolean) => void {
  let stop: (() => void) | null = null;
  return (isAsked) => {
    stop?.();
    stop = isAsked ? listen(window, "beforeunload", (event) => event.preventDefault(), { signal }) : null;
  };
}

/**
 * One for each page, frame, popup or panel in which something is written. Sends one change of a record after the other,
 * and tries again by itself what fails. Beside that it keeps what is unsaved in the extension's own storage from the first
 * letter on (`journal.ts`): its page may be closed, its browser killed or its extension updated at any moment, and a
 * background that was ended hears nothing from a page that is gone before it has started again. The next background
 * saves it.
 *
 * @param signal ends the trying again, and the warning before such a page is left: what still comes then is sent once.
 * @param warn is told whether something can't be saved now, so that the page should not be left. Without it, the browser
 *   asks whoever leaves.
 * @param layBeside lays what is unsaved, sealed, into a document that nobody else can read.
 */
export function createOutbox(
  signal: AbortSignal,
  warn: (isUnsafe: boolean) => void = askBeforeLeaving(signal),
  layBeside: LayBeside | null = null,
): Outbox {
  const items = new Map<string, Item>();
  const journal = createJournal(layBeside);
  /** The revision in which each record was last stored from here, and its instant. */
  const stored = new Map<string, Pick<Noted, "revision" | "modified">>();
  const attending = new Map<string, Set<(event: OutboxEvent) => void>>();
  const watching = new Set<(event: OutboxEvent) => void>();
  let isLeaving = false;
  let isUnsafe = false;

  const tell = (event: OutboxEvent): void => {
    for (const hear of [...watching, ...(attending.get(event.unsaved.id) ?? [])]) hear(event);
  };

  const updateWarning = (): void => {
    const isNow = !signal.aborted && [...items.values()].some((item) => item.failure !== null);
    if (isNow !== isUnsafe) warn(isNow);
    isUnsafe = isNow;
  };

  const drop = (id: string, item: Item): void => {
    clearTimeout(item.timer);
    items.delete(id);
    journal.forget(id, item.left);
    updateWarning();
  };

  const arm = (id: string, item: Item, delay: number, isAsked: boolean): void => {
    clearTimeout(item.timer);
    item.timer = setTimeout(() => void send(id, item, isAsked), delay);
  };

  const deliver = async (id: string, item: Item, isAsked: boolean): Promise<Result<Noted>> => {
    const sent = item.unsaved;
    item.since = null;
    const asked = asSent(entryOf(item));
    item.own += revisionsIn(sent);
    const result = await Promise.race([callBackground("save", asked), late()]);
    if (result.ok) {
      const { revision, modified } = result.value;
      stored.set(id, { revision, modified });
    }
    // It was given up, or saved by a sending beside this one.
    if (items.get(id) !== item) return result;
    // That it could not be saved was told: so is that it is.
    const isNews = isAsked || (result.ok && item.failure !== null);
    item.failure = result.ok ? null : result.error;
    if (result.ok) {
      item.pause = FIRST_PAUSE;
      const left = without(item.unsaved, sent);
      const { revision, modified } = result.value;
      Object.assign(item, { base: revision, own: 0, at: laterOf(item.at, modified) });
      if (left === null) drop(id, item);
      else {
        item.unsaved = left;
        journal.keep(id, entryOf(item));
      }
    } else if (!signal.aborted) {
      arm(id, item, item.pause, false);
      item.pause = Math.min(item.pause * 2, LONGEST_PAUSE);
    }
    updateWarning();
    tell({ kind: "sent", unsaved: sent, result, isUnseen: isNews && !attending.has(id) });
    return result;
  };

  /** One sending of a record after the other. */
  const send = (id: string, item: Item, isAsked: boolean): Promise<Result<Noted> | null> => {
    clearTimeout(item.timer);
    item.last = item.last.then((before) => (items.get(id) === item ? deliver(id, item, isAsked) : before));
    return item.last;
  };

  /** Without waiting for what is under way: after the page there is nobody left to send it. */
  const leaveBehind = (leaving: ReadonlyMap<string, Item>): void => {
    const keys = journal.leave([...leaving.values()].map(entryOf));
    for (const [index, [id, item]] of [...leaving].entries()) {
      const key = keys[index];
      if (key !== undefined) item.left = [...item.left, key];
      void deliver(id, item, false);
    }
  };
  // From the first moment: a listener that is added while the page goes hears nothing of that.
  listen(window, "pagehide", () => {
    isLeaving = true;
    leaveBehind(items);
  });
  // Back out of the browser's cache of pages.
  listen(window, "pageshow", () => {
    isLeaving = false;
  });
  listen(document, "visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    for (const [id, item] of items) if (item.since !== null) void send(id, item, true);
  });

  return {
    put(unsaved, when, base) {
      const { id } = unsaved;
      const now = Date.now();
      const item: Item = items.get(id) ?? {
        unsaved,
        at: stored.get(id)?.modified ?? "",
        since: null,
        timer: undefined,
        pause: FIRST_PAUSE,
        failure: null,
        last: Promise.resolve(null),
        left: [],
        base: base ?? stored.get(id)?.revision ?? (unsaved.kind === "annotation" && unsaved.made !== null ? 0 : null),
        own: 0,
      };
      items.set(id, item);
      item.unsaved = join(item.unsaved, unsaved);
      // What is typed last is the newest, though the clock was set back meanwhile.
      item.at = laterOf(item.at, new Date(now).toISOString());
      item.since ??= now;
      // A background may find what is kept of this and save it, before the sending comes to it.
      item.own += 1;
      journal.keep(id, entryOf(item));
      if (isLeaving) leaveBehind(new Map([[id, item]]));
      else if (when === "at-once") void send(id, item, true);
      else arm(id, item, Math.min(REST, Math.max(0, item.since + LONGEST_REST - now)), true);
      tell({ kind: "put", unsaved });
    },
    async flush(id) {
      const item = items.get(id);
      if (item !== undefined) await send(id, item, true);
      return !items.has(id);
    },
    settled: async (id) => items.get(id)?.last ?? null,
    discard(id) {
      const item = items.get(id);
      if (item === undefined) return null;
      drop(id, item);
      return item.unsaved;
    },
    unsavedOf: (id) => items.get(id)?.unsaved ?? null,
    all: () => [...items.values()].map(({ unsaved }) => unsaved),
    failureOf: (id) => items.get(id)?.failure ?? null,
    attend(id, listener) {
      const listeners = attending.get(id) ?? new Set();
      attending.set(id, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) attending.delete(id);
      };
    },
    watch(listener) {
      watching.add(listener);
      return () => void watching.delete(listener);
    },
  };
}
