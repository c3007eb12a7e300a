import browser from "webextension-polyfill";
import { isBackupDue } from "../../../src/exchange/backup-due.ts";
import { putBackupOff } from "../../exchange/backlog.ts";
import { dateText, message, plural } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { useBacklog } from "./use-backlog.ts";

interface ReminderProps {
  readonly database: Database;
  /** Whether the way to a backup stands beside it already. */
  readonly isAtBackup?: boolean;
}

/** Reminds of a backup where one is due, and can be put off. Nothing else. */
export function Reminder({ database, isAtBackup = false }: ReminderProps) {
  const backlog = useBacklog(database);
  if (backlog === null || !isBackupDue(backlog, new Date())) return null;
  const { last, changes } = backlog;
  return (
    <aside class="reminder" aria-label={message("backupReminder")}>
      <p>
        {last === null
          ? plural("backupNever", changes)
          : `${message("backupLast", dateText(last))} ${plural("backupChanges", changes)}`}
      </p>
      <span class="ways">
        {!isAtBackup && (
          <button type="button" onClick={() => void openBackup()}>
            {message("backUpNow")}
          </button>
        )}
        <button type="button" class="plain" onClick={() => void putBackupOff(new Date())}>
          {message("backupLater")}
        </button>
      </span>
    </aside>
  );
}

async function openBackup(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL("options/options.html#backup") });
}
