import type { Table } from "dexie";
import * as v from "valibot";
import browser from "webextension-polyfill";
import type { Asker } from "../calls/entry.ts";
import type { Kept } from "../calls/journal.ts";
import { newKey, opened, type Seal, sealed } from "../calls/sealing/seal.ts";
import { ReopenedDexie } from "../store/reopened-dexie.ts";

/**
 * What is not saved yet lies where each of our scripts on pages can read it, so each document seals it with a key of its
 * own (`calls/journal.ts`). The key is in the grant that goes along with it, which is sealed with the extension's own key;
 * and that lies where no script on a page reaches.
 */
export interface Seals {
  /** Gives a sender what it seals with. What it keeps then counts as said by it. */
  giveTo(sender: Asker): Promise<Seal>;
  /** Reads what is needed to open what was kept. */
  opener(): Promise<Opener>;
}

export interface Opener {
  /** Gives what was kept, unchecked, and who kept it; `null` where none of our documents sealed it so. */
  open(kept: unknown): Opened | null;
  /** Whether `null` is the last word: else the database that has the key could not be read, and may be another time. */
  readonly isComplete: boolean;
}

export interface Opened {
  readonly entry: unknown;
  readonly sender: Asker;
}

export const keptSchema = v.object({ grant: v.string(), entry: v.string() }) satisfies v.GenericSchema<unknown, Kept>;

/** What a grant says: the document's key, and whose it is. */
interface Grant {
  readonly key: string;
  readonly sender: Asker;
}

/** A database of its own, so that nothing that becomes of the user's data makes what is on its way there unreadable. */
class KeyDatabase extends ReopenedDexie {
  declare readonly keys: Table<{ readonly id: 1; readonly key: string }, number>;

  constructor() {
    super("sourceline-seal", { chromeTransactionDurability: "strict" });
    this.version(1).stores({ keys: "id" });
  }
}

/** Where the keys lie while the browser runs, for as long as the database can't be opened. Only our own pages reach this. */
const SESSION = "seals";

interface Keys {
  /** The first seals; each may have sealed what is found. */
  readonly all: readonly [string, ...string[]];
  readonly isComplete: boolean;
}

export function createSeals(): Seals {
  const database = new KeyDatabase();
  /** Made once, and on the disk before anything is sealed with it. */
  const lastingKey = (): Promise<string> =>
    database.transaction("rw", database.keys, async () => {
      const found = await database.keys.get(1);
      if (found !== undefined) return found.key;
      const key = newKey();
      await database.keys.add({ id: 1, key });
      return key;
    });
  const read = async (): Promise<Keys> => {
    const [lasting, { [SESSION]: stored }] = await Promise.all([
      lastingKey().catch(() => null),
      browser.storage.session.get(SESSION),
    ]);
    const known = Array.isArray(stored) ? (stored as string[]) : [];
    const [first = newKey(), ...others] =
      lasting === null ? known : [lasting, ...known.filter((key) => key !== lasting)];
    if (!known.includes(first)) await browser.storage.session.set({ [SESSION]: [first, ...others] });
    return { all: [first, ...others], isComplete: lasting !== null };
  };
  let reading: Promise<Keys> | null = null;
  const keys = async (): Promise<Keys> => {
    reading ??= read();
    const now = reading;
    const found = await now.catch((error: unknown) => {
      reading = null;
      throw error;
    });
    if (!found.isComplete && reading === now) reading = null;
    return found;
  };

  return {
    async giveTo({ url, origin, tab }) {
      const key = newKey();
      const grant: Grant = { key, sender: { url, origin, tab: { url: tab?.url } } };
      const [own] = (await keys()).all;
      return { key, grant: sealed(own, JSON.stringify(grant)) };
    },
    async opener() {
      const { all, isComplete } = await keys();
      const open = (given: unknown): Opened | null => {
        const kept = v.safeParse(keptSchema, given);
        if (!kept.success) return null;
        const granted = all.map((own) => opened(own, kept.output.grant)).find((text) => text !== null) ?? null;
        if (granted === null) return null;
        const { key, sender } = JSON.parse(granted) as Grant;
        const entry = opened(key, kept.output.entry);
        return entry === null ? null : { entry: JSON.parse(entry), sender };
      };
      return { open, isComplete };
    },
  };
}
