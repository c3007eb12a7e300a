import { useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { isScheduledBackupDue, nextBackup, type Schedule, SCHEDULES } from "../../../src/exchange/backup-due.ts";
import { callBackground } from "../../calls/call.ts";
import { dateText, message, type MessageKey } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { usePermission } from "../../ui/use-permission.ts";
import { useBacklog, useScheduled } from "./use-backlog.ts";

/** What the browser has to allow for it. */
const DOWNLOADS = { permissions: ["downloads" as const] };

const NAMES: Record<Schedule | "never", MessageKey> = {
  never: "scheduleNever",
  daily: "scheduleDaily",
  weekly: "scheduleWeekly",
  monthly: "scheduleMonthly",
};

/** Whether backups are made by themselves, how often, and how that goes. */
export function ScheduledBackups({ database }: { readonly database: Database }) {
  const backlog = useBacklog(database);
  const scheduled = useScheduled();
  const mayDownload = usePermission(DOWNLOADS);
  const [problem, setProblem] = useState<string | null>(null);
  if (backlog === null || scheduled === null || mayDownload === null) return null;
  const schedule = mayDownload ? scheduled.schedule : null;
  const choose = async (wanted: Schedule | null): Promise<void> => {
    // Asked at once: browsers let nobody ask who has waited for something since the user's click.
    if (wanted !== null && !(await browser.permissions.request(DOWNLOADS).catch(() => false))) {
      return setProblem(message("scheduleDenied"));
    }
    const saved = await callBackground("scheduleBackups", wanted);
    setProblem(saved.ok ? null : failureText(saved.error));
    // Nothing else of ours saves files.
    if (wanted === null) await browser.permissions.remove(DOWNLOADS).catch(() => undefined);
  };
  const next = schedule === null ? null : nextBackup(backlog, schedule);
  const isDue = schedule !== null && isScheduledBackupDue(backlog, schedule, new Date());
  return (
    <fieldset class="schedule">
      <legend>{message("scheduledBackups")}</legend>
      <p class="soft">{message("scheduledBackupsHint")}</p>
      <div class="row choices">
        {(["never", ...SCHEDULES] as const).map((choice) => (
          <label key={choice} class="choice">
            <input
              type="radio"
              name="backup-schedule"
              value={choice}
              checked={choice === (schedule ?? "never")}
              onChange={() => void choose(choice === "never" ? null : choice)}
            />
            {message(NAMES[choice])}
          </label>
        ))}
      </div>
      <div role="status">
        {schedule !== null && !isDue && next !== null && next > new Date() && (
          <p class="next">{message("scheduleNext", dateText(next.toISOString()))}</p>
        )}
      </div>
      {(problem !== null || (schedule !== null && scheduled.hasFailed)) && (
        <p class="notice error" role="alert">
          {problem ?? message("scheduleFailed")}
        </p>
      )}
    </fieldset>
  );
}
