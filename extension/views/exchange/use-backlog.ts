import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { Backlog } from "../../../src/exchange/backup-due.ts";
import { BACKUPS, backlogOf, type Scheduled, scheduledBackups } from "../../exchange/backlog.ts";
import type { Database } from "../../store/database.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";

/** A number that changes whenever something else is known of backups. */
function useBackupNews(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const hear = (changes: object): void => {
      if (BACKUPS in changes) setTurn((before) => before + 1);
    };
    browser.storage.local.onChanged.addListener(hear);
    return () => browser.storage.local.onChanged.removeListener(hear);
  }, []);
  return turn;
}

/** What has not been backed up, now and after every change; `null` until it is known. */
export function useBacklog(database: Database): Backlog | null {
  const turn = useBackupNews();
  const backlog = useLiveQuery(() => backlogOf(database), [database, turn]);
  return backlog.state === "ready" ? backlog.value : null;
}

/** Which backups are made by themselves; `null` until it is known. */
export function useScheduled(): Scheduled | null {
  const turn = useBackupNews();
  const [scheduled, setScheduled] = useState<Scheduled | null>(null);
  useEffect(() => {
    let isOver = false;
    void (async () => {
      const found = await scheduledBackups();
      if (!isOver) setScheduled(found);
    })();
    return () => {
      isOver = true;
    };
  }, [turn]);
  return scheduled;
}
