import { Dexie, type Table } from "dexie";
import type { Stamped } from "../../src/exchange/merge.ts";
import { failure, type Result, success } from "../../src/result.ts";
import type { Database } from "./database.ts";
import { whole } from "./sound.ts";

/** What all writers do with a record, whatever it holds. */

/** When something was written, and on what. */
export interface Asking {
  /** ISO text. */
  readonly at: string;
  /** The revision of the record that it was written on, 0 where there was none yet; `null` where that is not known. */
  readonly base: number | null;
  /** How many revisions its writer may have made since, without an answer. */
  readonly own: number;
}

/** What the user wrote, as it is to be stored. */
export type Asked<Unsaved> = Unsaved & Asking;

/**
 * The instant that a change is stored under: when the user made it, so that what is stored late is told from what was
 * written later. Never in the future, nor before the last change, whatever clocks say.
 */
export function instantOf(at: string, stored: { readonly modified: string } | undefined, now: Date): string {
  const instants = [at < now.toISOString() ? at : now.toISOString(), stored?.modified ?? ""];
  return instants.toSorted().at(-1) ?? at;
}

/**
 * Whether something newer than what was left behind is stored by now. Nothing is where the record is still as it was
 * written on. Otherwise instants tell, unless one of them is yet to come: then the clock was set back in between, and what
 * others have stored since holds.
 */
export function isPassed(
  { at, base, own }: Asking,
  stored: { readonly modified: string; readonly revision: number },
  now: Date,
): boolean {
  if (base !== null && stored.revision <= base) return false;
  const instant = now.toISOString();
  if (stored.modified <= instant && at <= instant) return stored.modified > at;
  return base !== null && stored.revision > base + own;
}

/** What a record is stamped with when it is written for the first time. */
export function firstStamps(instant: string) {
  return { revision: 1, created: instant, modified: instant, deleted: null };
}

/** What a live record is stamped with when it is written: the first time, or over what is stored. */
export function nextStamps(
  stored: { readonly revision: number; readonly created: string } | undefined,
  instant: string,
) {
  if (stored === undefined) return firstStamps(instant);
  return { revision: stored.revision + 1, created: stored.created, modified: instant, deleted: null };
}

/**
 * Gives what stores the next revision of a record, unless `change` says that there is nothing to change. `log` is told
 * of both in the same transaction.
 */
export function createRevise(database: Database, now: () => Date) {
  return <T extends Stamped>(
    table: Table<T, string>,
    id: string,
    change: (stored: T, instant: string) => Partial<T> | null,
    log: (before: T, after: T) => Promise<void> = async () => {},
  ): Promise<Result<T>> =>
    guarded(() =>
      database.transaction("rw", table, database.steps, async () => {
        const stored = whole(await table.get(id));
        if (stored === undefined) return failure("not-found", `there is no record ${id} in ${table.name}`);
        const current = now();
        const instant = current.toISOString();
        const changes = change(stored, instant);
        if (changes === null) return success(stored);
        const modified = instantOf(instant, stored, current);
        const next: T = { ...stored, ...changes, revision: stored.revision + 1, modified };
        await table.put(next);
        await log(stored, next);
        return success(next);
      }),
    );
}

/** Changes that mark a record as deleted, and that bring it back. */
export const buried = ({ deleted }: Stamped, instant: string) => (deleted === null ? { deleted: instant } : null);
export const revived = ({ deleted }: Stamped) => (deleted === null ? null : { deleted: null });

/** Turns what the database throws into a failure that says what the user can do. */
export async function guarded<T>(work: () => PromiseLike<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const names = error instanceof Dexie.DexieError ? [error.name, error.inner?.name] : [(error as Error).name];
    if (names.includes("QuotaExceededError")) return failure("storage-full", String(error));
    return failure("storage-failed", String(error));
  }
}
