import { useState } from "preact/hooks";
import { backupFile } from "../../exchange/backup.ts";
import type { Made } from "../../exchange/export.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { MadeFile } from "./made-file.tsx";
import { noteBackup } from "../../exchange/backlog.ts";
import { BackupState } from "./backup-state.tsx";
import { Reminder } from "./reminder.tsx";
import { ScheduledBackups } from "./scheduled.tsx";
import { useWork } from "./use-work.ts";
import { Working } from "./working.tsx";

/** Everything into one file. */
export function Backup({ database }: { readonly database: Database }) {
  const work = useWork();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <section id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title">{message("optionsBackup")}</h2>
      <p class="soft">{message("optionsBackupHint")}</p>
      <BackupState database={database} />
      <Reminder database={database} isAtBackup />
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={work.isRunning}
          onClick={async () => {
            setMade(null);
            const begun = new Date();
            const file = await work.run((signal, onProgress) => backupFile(database, signal, onProgress));
            setMade(file);
            if (file !== null) await noteBackup(begun);
          }}
        >
          {message("backUp")}
        </button>
      </div>
      <div role="status">
        <Working work={work} label={message("backingUp")} />
        {made !== null && <MadeFile made={made} />}
      </div>
      <ScheduledBackups database={database} />
    </section>
  );
}
