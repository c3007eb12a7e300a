import browser from "webextension-polyfill";
import type { Unsaved } from "../../src/annotation/unsaved.ts";
import { callBackground } from "./call.ts";
import { newId } from "./new-id.ts";
import { type Seal, sealed } from "./sealing/seal.ts";

/**
 * What is not in the database yet, as it lies in the extension's own storage under one key for each record. That storage
 * outlives the script that wrote to it: a page that is closed, a browser that is killed, an extension that is updated.
 * But each of our scripts on pages can read it. So what lies there is sealed, and the background alone can open it.
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

/** An entry as it lies in the storage. */
export interface Kept {
  readonly grant: string;
  readonly entry: string;
}

/** An entry as it is sent, and as it is sealed. */
export const asSent = ({ unsaved, at, base, own }: Entry): Unsaved & Omit<Entry, "unsaved"> => ({
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

/**
 * Lays all that is not saved yet into a document that nobody else can read, at once. An extension that is updated takes no
 * more into its storage a moment before its scripts notice: what is typed then would lie nowhere.
 */
export type LayBeside = (kept: readonly Kept[]) => void;

/** How a record's entry is written: one writing after the other, and only the newest of what comes meanwhile. */
interface Pen {
  /** Where. The records' ids are nobody else's business either. */
  readonly key: string;
  next: Entry | "forget" | null;
  isBusy: boolean;
}

/** @param layBeside where there is such a document. */
export function createJournal(layBeside: LayBeside | null = null): Journal {
  const pens = new Map<string, Pen>();
  let seal: Seal | null = null;
  let asking: Promise<void> | null = null;
  const takeSeal = async (): Promise<void> => {
    const given = await callBackground("takeSeal", null);
    if (given.ok) seal = given.value;
    asking = null;
  };
  /** Where there is none, as in a private window whose user wants nothing kept, it is asked for with every letter. */
  const askForSeal = (): Promise<void> => (asking ??= takeSeal());
  void askForSeal();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch {
      // No space, or an extension that has been updated: whoever sends it is told.
    }
  };
  const keptWith = ({ key, grant }: Seal, entry: Entry): Kept => ({
    grant,
    entry: sealed(key, JSON.stringify(asSent(entry))),
  });
  /** What lies beside the storage, by record. */
  const beside = new Map<string, Kept>();
  const lay = (id: string, next: Entry | "forget" | null): void => {
    if (layBeside === null || seal === null || next === null) return;
    if (next === "forget") beside.delete(id);
    else beside.set(id, keptWith(seal, next));
    layBeside([...beside.values()]);
  };
  const write = async (id: string, pen: Pen): Promise<void> => {
    if (pen.isBusy) return;
    pen.isBusy = true;
    while (pen.next !== null) {
      if (seal === null && pen.next !== "forget") {
        await askForSeal();
        lay(id, pen.next);
      }
      const { next } = pen;
      pen.next = null;
      const { local } = browser.storage ?? {};
      if (next === "forget") await attempt(() => local.remove(pen.key));
      else if (next !== null && seal !== null) {
        const own = seal;
        await attempt(() => local.set({ [pen.key]: keptWith(own, next) }));
      }
      // Nothing lies there, and nothing came meanwhile: the next entry begins anew.
      if (next === "forget" && pen.next === null) pens.delete(id);
    }
    pen.isBusy = false;
  };
  const put = (id: string, next: Entry | "forget"): void => {
    const pen = pens.get(id) ?? { key: `${WRITING}${newId()}`, next: null, isBusy: false };
    pens.set(id, pen);
    pen.next = next;
    // In a document that is gone, Firefox has no chance left to seal with either.
    void attempt(async () => lay(id, next));
    void write(id, pen);
  };

  return {
    keep: put,
    leave(entries) {
      if (seal === null || entries.length === 0) return [];
      const own = seal;
      const keys = entries.map(() => `${LEFT}${newId()}`);
      void attempt(() =>
        browser.storage.local.set(Object.fromEntries(keys.map((key, i) => [key, keptWith(own, entries[i] as Entry)]))),
      );
      return keys;
    },
    forget(id, left) {
      put(id, "forget");
      if (left.length > 0) void attempt(() => browser.storage.local.remove([...left]));
    },
  };
}
