import { useEffect, useRef, useState } from "preact/hooks";
import { BACKUP_LIMITS, type ImportOutcome, writeBackup } from "../../src/exchange/backup.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../calls/call.ts";
import type { Database } from "../store/database.ts";
import { everything } from "../store/queries.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { Imported } from "./imported.tsx";
import { Importing } from "./importing.tsx";

/** A backup that was made: the file's name and a link to it. */
interface Made {
  readonly name: string;
  readonly url: string;
}

/** Everything into one file, and out of one. */
export function Backup({ database }: { readonly database: Database }) {
  const [made, setMade] = useState<Made | null>(null);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isImporting, setImporting] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  // The link stays for a browser that keeps pages from saving by themselves.
  useEffect(() => {
    if (made === null) return undefined;
    link.current?.click();
    return () => URL.revokeObjectURL(made.url);
  }, [made]);

  const clear = (): void => {
    setMade(null);
    setOutcome(null);
    setProblem(null);
  };

  const exportAll = async (): Promise<void> => {
    clear();
    const now = new Date();
    try {
      const text = writeBackup(await everything(database), now);
      const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      setMade({ name: `sourceline-${now.toISOString().slice(0, 10)}.json`, url });
    } catch {
      setProblem(failureText({ code: "storage-failed" }));
    }
  };

  const importFile = async (file: File): Promise<void> => {
    clear();
    if (file.size > BACKUP_LIMITS.size) {
      setOutcome({ kind: "rejected", problem: "too-large" });
      return;
    }
    const text = await file.text().catch(() => null);
    if (text === null) {
      setProblem(message("importUnreadable"));
      return;
    }
    setImporting(true);
    const imported = await callBackground("importBackup", { text });
    setImporting(false);
    if (imported.ok) setOutcome(imported.value);
    else setProblem(failureText(imported.error));
  };

  return (
    <section id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title">{message("optionsBackup")}</h2>
      <p class="soft">{message("optionsBackupHint")}</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void exportAll()}>
          {message("export")}
        </button>
        <button type="button" disabled={isImporting} onClick={() => picker.current?.click()}>
          {message("import")}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={message("importLabel")}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) void importFile(file);
            // The same file may be chosen again.
            currentTarget.value = "";
          }}
        />
      </div>
      <div role="status">
        {isImporting && <Importing />}
        {made !== null && (
          <p class="notice">
            {message("exportReady")}
            <a ref={link} href={made.url} download={made.name}>
              {made.name}
            </a>
          </p>
        )}
        {outcome !== null && <Imported outcome={outcome} />}
      </div>
      {problem !== null && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
