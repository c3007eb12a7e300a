import browser from "webextension-polyfill";
import { type Backlog, laterThan, type Schedule, SCHEDULES } from "../../src/exchange/backup-due.ts";
import type { Database } from "../store/database.ts";

/** Where in the extension's storage it stands what is known of backups. Of this machine alone. */
export const BACKUPS = "backups";

/** What is known of backups that are made by themselves. */
export interface Scheduled {
  /** How often they are made; `null` where they are not. */
  readonly schedule: Schedule | null;
  /** When one was last begun, as ISO instant. */
  readonly tried: string | null;
  /** Whether that one could not be saved. */
  readonly hasFailed: boolean;
}

type Stored = Partial<Pick<Backlog, "last" | "putOff"> & Scheduled>;

/** Notes that a backup was made. @param made when what is in it was read. */
export const noteBackup = (made: Date): Promise<void> =>
  change({ last: made.toISOString(), putOff: null, hasFailed: false });

/** Puts the reminder off. */
export const putBackupOff = (now: Date): Promise<void> => change({ putOff: laterThan(now) });

/** Has backups made by themselves, or no longer. */
export const scheduleBackups = (schedule: Schedule | null): Promise<void> =>
  change({ schedule, tried: null, hasFailed: false });

/** Notes that one is begun, or that it failed. */
export const noteTry = (now: Date): Promise<void> => change({ tried: now.toISOString() });
export const noteFailure = (): Promise<void> => change({ hasFailed: true });

export async function scheduledBackups(): Promise<Scheduled> {
  const { schedule = null, tried = null, hasFailed = false } = await stored();
  return { schedule: SCHEDULES.find((known) => known === schedule) ?? null, tried, hasFailed };
}

/** What has not been backed up. What an import brought is in the file that it came from, and counts by its own dates. */
export async function backlogOf(database: Database): Promise<Backlog> {
  const { last = null, putOff = null } = await stored();
  const { annotations, corrections, subjectNotes } = database;
  const firsts = await Promise.all(
    [annotations, subjectNotes].map((table) => table.orderBy("created").limit(1).keys()),
  );
  const since = last ?? firsts.flat().map(String).toSorted()[0] ?? null;
  const changed = await Promise.all(
    [annotations, subjectNotes, corrections].map((table) =>
      last === null ? table.count() : table.where("modified").above(last).count(),
    ),
  );
  return { last, putOff, since, changes: changed.reduce((sum, count) => sum + count, 0) };
}

const change = async (changes: Stored): Promise<void> =>
  browser.storage.local.set({ [BACKUPS]: { ...(await stored()), ...changes } });

async function stored(): Promise<Stored> {
  const { [BACKUPS]: found } = await browser.storage.local.get(BACKUPS);
  return typeof found === "object" && found !== null ? found : {};
}
