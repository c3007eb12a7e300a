import { useState } from "preact/hooks";
import { backupFile } from "../../exchange/backup.ts";
import type { Made } from "../../exchange/export.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { MadeFile } from "./made-file.tsx";
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
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={work.isRunning}
          onClick={async () => {
            setMade(null);
            setMade(await work.run((signal, onProgress) => backupFile(database, signal, onProgress)));
          }}
        >
          {message("backUp")}
        </button>
      </div>
      <div role="status">
        <Working work={work} label={message("backingUp")} />
        {made !== null && <MadeFile made={made} />}
      </div>
    </section>
  );
}
