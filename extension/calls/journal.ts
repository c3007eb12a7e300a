import browser from "webextension-polyfill";
import type { Unsaved } from "../../src/annotation/unsaved.ts";

/**
 * What is not in the database yet, as it lies in the extension's own storage under one key for each record. That storage
 * outlives the script that wrote to it: a page that is closed, a browser that is killed, an extension that is updated.
 */

/** What the keys begin with of what a page left that is gone: it is saved as soon as it is found. */
export const LEFT = "unsaved:";
/** What the keys begin with of what is being written: whoever writes it saves it, unless they are ended. */
export const WRITING = "writing:";

/** What is unsaved of a record, and what tells later whether something newer was stored since. */
export interface Entry {
  readonly unsaved: Unsaved;
  /** When the last of it was made or typed, as ISO text. */
  readonly at: string;
  /** The revision of the record that it was written on, 0 where there was none yet; `null` where that is not known. */
  readonly base: number | null;
  /** How many revisions its writer may have made since, without an answer. */
  readonly own: number;
}

/** An entry as it is sent and kept. */
export const asKept = ({ unsaved, at, base, own }: Entry): Unsaved & Omit<Entry, "unsaved"> => ({
  ...unsaved,
  at,
  base,
  own,
});

/** Keeps what one outbox has not saved yet. It never throws: what it can't keep is sent all the same. */
export interface Journal {
  /** Keeps what is unsaved of a record now, in the place of what was. */
  keep(id: string, entry: Entry): void;
  /** Leaves entries to whoever comes after this page. Gives their keys, in the same order. */
  leave(entries: readonly Entry[]): string[];
  /** Takes away what was kept of a record, and what was left under these keys. */
  forget(id: string, left: readonly string[]): void;
}

/** How a record's entry is written: one writing after the other, and only the newest of what comes meanwhile. */
interface Pen {
  next: Entry | "forget" | null;
  isBusy: boolean;
}

/** @param mayKeep whether anything may be kept here at all: not in a private window, unless the user allows it. */
export function createJournal(mayKeep: () => boolean): Journal {
  const owner = crypto.randomUUID();
  const pens = new Map<string, Pen>();
  const keyOf = (id: string): string => `${WRITING}${id}:${owner}`;
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch {
      // No space, or an extension that has been updated: whoever sends it is told.
    }
  };
  const write = async (id: string, pen: Pen): Promise<void> => {
    if (pen.isBusy) return;
    pen.isBusy = true;
    while (pen.next !== null) {
      const { next } = pen;
      pen.next = null;
      const { local } = browser.storage ?? {};
      if (next === "forget") await attempt(() => local.remove(keyOf(id)));
      else await attempt(() => local.set({ [keyOf(id)]: asKept(next) }));
    }
    pen.isBusy = false;
    // Nothing came meanwhile: the next entry begins anew.
    pens.delete(id);
  };
  const put = (id: string, next: Entry | "forget"): void => {
    const pen = pens.get(id) ?? { next: null, isBusy: false };
    pens.set(id, pen);
    pen.next = next;
    void write(id, pen);
  };

  return {
    keep(id, entry) {
      if (mayKeep()) put(id, entry);
    },
    leave(entries) {
      if (!mayKeep() || entries.length === 0) return [];
      const keys = entries.map(({ unsaved }) => `${LEFT}${unsaved.id}:${crypto.randomUUID()}`);
      void attempt(() =>
        browser.storage.local.set(Object.fromEntries(keys.map((key, i) => [key, asKept(entries[i] as Entry)]))),
      );
      return keys;
    },
    forget(id, left) {
      put(id, "forget");
      if (left.length > 0) void attempt(() => browser.storage.local.remove([...left]));
    },
  };
}
