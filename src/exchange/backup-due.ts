/** When the user is reminded of a backup, or one is made by itself: often enough that little can be lost, and no oftener. */

/** After so many days with a change, or after so many changes. */
const DAYS = 30;
const CHANGES = 200;
/** How long the reminder is put off, in days. */
const LATER = 7;
const DAY = 86_400_000;

/** What has not been backed up. */
export interface Backlog {
  /** When the last backup was made, as ISO instant; `null` where there was none. */
  readonly last: string | null;
  /** From when on nothing is in a backup: the last one, or the first note. `null` where nothing is kept at all. */
  readonly since: string | null;
  /** Highlights, notes and corrections that were made, changed or deleted since then. */
  readonly changes: number;
  /** Until when the user does not want to hear of it, as ISO instant. */
  readonly putOff: string | null;
}

export function isBackupDue({ since, changes, putOff }: Backlog, now: Date): boolean {
  if (since === null || changes === 0) return false;
  if (putOff !== null && now.getTime() < Date.parse(putOff)) return false;
  return changes >= CHANGES || now.getTime() - Date.parse(since) >= DAYS * DAY;
}

/** Until when a reminder is put off. */
export const laterThan = (now: Date): string => new Date(now.getTime() + LATER * DAY).toISOString();

/** How many days lie between two backups that are made by themselves. */
const SCHEDULE_DAYS = { daily: 1, weekly: 7, monthly: 30 } as const;
export type Schedule = keyof typeof SCHEDULE_DAYS;
export const SCHEDULES = ["daily", "weekly", "monthly"] as const satisfies readonly Schedule[];

/** From when on a backup is made by itself, once something is changed; `null` where nothing is kept at all. */
export function nextBackup({ last, since }: Backlog, schedule: Schedule): Date | null {
  const from = last ?? since;
  if (from === null) return null;
  // The first one is due at once.
  return new Date(Date.parse(from) + (last === null ? 0 : SCHEDULE_DAYS[schedule] * DAY));
}

/** Whether a backup is to be made by itself now, whenever it was due. */
export function isScheduledBackupDue(backlog: Backlog, schedule: Schedule, now: Date): boolean {
  const next = nextBackup(backlog, schedule);
  return next !== null && backlog.changes > 0 && next <= now;
}
