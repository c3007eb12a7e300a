import "../../kinds-of-nodes.ts";
// oxlint-disable-next-line import/first -- the extension's modules look for the browser when they are imported
import { browser, type Machine } from "./machine.ts";
import { createSave, saveLeftBehind } from "../../../extension/background/save.ts";
import { createSeals } from "../../../extension/background/seals.ts";
import { answersOnAnnotations } from "../../../extension/background/answers/annotations.ts";
import { BACKGROUND_CALLS } from "../../../extension/calls/background-calls.ts";
import { createOutbox, type Outbox } from "../../../extension/calls/outbox.ts";
import { serve } from "../../../extension/calls/serve.ts";
import { Database } from "../../../extension/store/database.ts";
import { createNameNoteWriter } from "../../../extension/store/name-note-writer.ts";
import { guarded } from "../../../extension/store/records.ts";
import { createUndo } from "../../../extension/store/undo.ts";
import { createWriter } from "../../../extension/store/writer.ts";
import { success } from "../../../src/result.ts";
import type { Random } from "../random.ts";
import { type Clock, type Process, runIn, startClock } from "./clock.ts";
import { insertDisk } from "./disk.ts";

/** When simulated runs begin. */
const START = Date.UTC(2021, 5, 1);

type Heard = (event: { readonly type: string; readonly isTrusted: true; preventDefault(): void }) => void;

/** A page, popup or panel in which somebody writes. */
export interface Page {
  readonly outbox: Outbox;
  readonly process: Process;
  /** Closes it, as its user does. */
  close(): void;
  /** Ends it at once, as a crash does. */
  kill(): void;
}

/** A machine with a browser and the extension in it, all simulated but for the extension's own code. */
export interface World {
  readonly machine: Machine;
  readonly clock: Clock;
  /** The pages that are open. */
  readonly pages: Set<Page>;
  /** The database of the background that runs now; it is started where none does. */
  database(): Database;
  open(): Page;
  /**
   * Lets the pages that were just opened load. Whoever has a page's script started is there for that moment, and gives it
   * what it seals with.
   */
  load(): Promise<void>;
  endBackground(): void;
  /** Kills everything that runs, and starts the browser again. */
  killBrowser(): void;
  /** Lets everything come to rest, without any fault from now on. Gives what pages could not save by then, in words. */
  settle(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Scripts look where they are: these are on none of the web's pages. */
Object.assign(globalThis, { location: { protocol: "chrome-extension:" } });

/** Listens as a window or a document does. */
function createTarget() {
  const listeners = new Map<string, Set<Heard>>();
  const of = (type: string): Set<Heard> => listeners.get(type) ?? new Set();
  return {
    visibilityState: "visible",
    addEventListener: (type: string, hear: Heard) => void listeners.set(type, of(type).add(hear)),
    removeEventListener: (type: string, hear: Heard) => void of(type).delete(hear),
    raise(type: string): void {
      for (const hear of of(type)) hear({ type, isTrusted: true, preventDefault: () => {} });
    },
  };
}

/** What the running background has. */
interface Running {
  readonly process: Process;
  readonly database: Database;
}

export function createWorld(random: Random): World {
  const machine: Machine = {
    storage: new Map(),
    session: new Map(),
    isFull: false,
    isRefused: false,
    endsWhenAsked: 0,
  };
  const clock = startClock(START);
  insertDisk(machine);
  const pages = new Set<Page>();
  let running: Running | null = null;
  const endBackground = (): void => {
    if (running === null) return;
    running.process.isAlive = false;
    running.database.close();
    running = null;
    browser.background = null;
  };
  const startBackground = (): Running => {
    const process: Process = { isAlive: true };
    browser.background = { process, hear: [], onStorage: [] };
    return runIn(process, () => {
      const database = new Database();
      const now = (): Date => new Date(clock.now());
      const writer = createWriter(database, now);
      const save = createSave(writer, createNameNoteWriter(database, now));
      const seals = createSeals();
      serve(BACKGROUND_CALLS, {
        save: (asked) => save(asked, false),
        takeSeal: (_nothing, sender) => guarded(async () => success(await seals.giveTo(sender))),
        ...answersOnAnnotations(database, writer, createUndo(database, now)),
      });
      saveLeftBehind(save, seals);
      running = { process, database };
      return running;
    });
  };
  const world: World = {
    machine,
    clock,
    pages,
    database: () => (running ?? startBackground()).database,
    open() {
      const process: Process = { isAlive: true };
      const [window, document] = [createTarget(), createTarget()];
      Object.assign(globalThis, { window, document });
      const outbox = runIn(process, () => createOutbox(new AbortController().signal));
      const gone = (): void => {
        process.isAlive = false;
        pages.delete(page);
      };
      const page: Page = {
        outbox,
        process,
        close() {
          runIn(process, () => window.raise("pagehide"));
          // The browser hands over what was sent before the page is gone.
          setImmediate(() => setImmediate(() => setImmediate(gone)));
          pages.delete(page);
        },
        kill: gone,
      };
      pages.add(page);
      return page;
    },
    async load() {
      const { endsWhenAsked } = machine;
      machine.endsWhenAsked = 0;
      await clock.pass(0);
      machine.endsWhenAsked = endsWhenAsked;
    },
    endBackground,
    killBrowser() {
      endBackground();
      machine.session.clear();
      for (const page of pages) page.kill();
      startBackground();
    },
    async settle() {
      Object.assign(machine, { isFull: false, isRefused: false, endsWhenAsked: 0 });
      // Longer than the longest pause between two tries.
      await clock.pass(90_000);
      // The background need not have been ended for that.
      const unsaved = [...pages].flatMap(({ outbox }) => outbox.all());
      endBackground();
      startBackground();
      await clock.pass(90_000);
      return unsaved.map(({ id }) => `${id} is not saved, though nothing is in the way any more`);
    },
    async stop() {
      await clock.pass(0);
      endBackground();
      for (const page of pages) page.kill();
      clock.stop();
    },
  };
  Object.assign(browser, {
    machine,
    background: null,
    start: () => void startBackground(),
    end: endBackground,
    happens: (probability: number) => random.chance(probability),
  });
  return world;
}
