import browser, { type Downloads } from "webextension-polyfill";
import { isScheduledBackupDue } from "../../src/exchange/backup-due.ts";
import { failure, type Result, success } from "../../src/result.ts";
import type { FinishedBackup } from "../calls/background-calls.ts";
import { backlogOf, noteBackup, noteFailure, noteTry, scheduledBackups } from "../exchange/backlog.ts";
import { finishedBackup } from "../exchange/finished-backup.ts";
import { BACKUP_MAKER } from "../maker/place.ts";
import type { Database } from "../store/database.ts";

/** How long a backup that has failed, or that the browser was closed over, is not tried again, in milliseconds. */
const PAUSE = 3_600_000;

/** Of the user's downloads, so that backups lie together. */
const FOLDER = "Sourceline";

/** What of Chromium's own interface the polyfill's types don't have. */
interface Offscreen {
  createDocument(asked: { url: string; reasons: readonly string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}
const { offscreen } = browser as unknown as { readonly offscreen?: Offscreen };

/**
 * Makes a backup by itself where one is due and the user wants that. Whenever the background starts it looks for that: when
 * the browser does, and with every page that has to do with us. So what was due while the browser was closed is made up
 * for, and nothing has to wake anybody: where nothing is done, nothing is changed.
 */
export async function backUpIfDue(database: Database, now: Date): Promise<void> {
  await navigator.locks.request("scheduled-backup", { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const { schedule, tried } = await scheduledBackups();
    if (schedule === null || (tried !== null && Math.abs(now.getTime() - Date.parse(tried)) < PAUSE)) return;
    if (!(await browser.permissions.contains({ permissions: ["downloads"] }))) return;
    if (!isScheduledBackupDue(await backlogOf(database), schedule, now)) return;
    await noteTry(now);
    try {
      await makeAndSave(database);
    } catch (error) {
      console.error(error);
      await noteFailure();
    }
  });
}

/** A background that is a document makes the file itself. Chromium's can't address one, so a hidden page does and asks for `saveBackup`. */
async function makeAndSave(database: Database): Promise<void> {
  if (offscreen !== undefined) {
    await offscreen.closeDocument().catch(() => undefined);
    await offscreen.createDocument({
      url: BACKUP_MAKER,
      reasons: ["BLOBS"],
      justification: "Makes the backup file that is saved into the folder for downloads.",
    });
    return;
  }
  const made = await finishedBackup(database);
  const saved = await saveBackup(made);
  URL.revokeObjectURL(made.url);
  if (!saved.ok) throw new Error(saved.error.message);
}

/** Saves a file that was made into the folder for downloads, and notes it once it is there. */
export async function saveBackup({ url, name, made }: FinishedBackup): Promise<Result<null>> {
  try {
    await downloaded(url, `${FOLDER}/${name}`);
    await noteBackup(new Date(made));
    return success(null);
  } catch (error) {
    await noteFailure();
    return failure("storage-failed", String(error));
  } finally {
    // The answer has to reach it first.
    if (offscreen !== undefined) setTimeout(() => void offscreen.closeDocument().catch(() => undefined), 100);
  }
}

/** Downloads something into a file, and waits until that is whole. */
async function downloaded(url: string, filename: string): Promise<void> {
  const { downloads } = browser;
  /** What ended before its number was known, and what hears of the rest. */
  const ends = new Map<number, string | null>();
  let heard = (): void => undefined;
  const hear = ({ id: of, state, error }: Downloads.OnChangedDownloadDeltaType): void => {
    if (state?.current === "complete") ends.set(of, null);
    else if (state?.current === "interrupted") ends.set(of, error?.current ?? "interrupted");
    heard();
  };
  downloads.onChanged.addListener(hear);
  try {
    const id = await downloads.download({ url, filename, saveAs: false, conflictAction: "uniquify" });
    while (!ends.has(id)) await new Promise<void>((next) => (heard = next));
    const problem = ends.get(id) ?? null;
    if (problem !== null) throw new Error(problem);
  } finally {
    downloads.onChanged.removeListener(hear);
  }
}
