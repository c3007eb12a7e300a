import { useEffect, useState } from "preact/hooks";
import { dateText, message, plural } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { useBacklog } from "./use-backlog.ts";

/** Less room than this, in bytes, and the user is told: a backup and a day's notes may not fit any more. */
const LITTLE = 100_000_000;

/** How well what the user keeps is kept: the last backup, how much it is, and whether there is room for more. */
export function BackupState({ database }: { readonly database: Database }) {
  const backlog = useBacklog(database);
  const room = useRoom();
  return (
    <>
      {backlog !== null && (
        <p class="now">
          {backlog.last === null
            ? message("noBackup")
            : `${message("backupLast", dateText(backlog.last))} ${plural("backupChanges", backlog.changes)}`}{" "}
          {room !== null && message("storeSize", megabytes(room.used))}
        </p>
      )}
      {room !== null && room.left < LITTLE && (
        <p class="notice error" role="alert">
          {message("diskNearlyFull", megabytes(room.left))}
        </p>
      )}
      <details class="disk">
        <summary>{message("diskFull")}</summary>
        <p class="soft">{message("diskFullHint")}</p>
      </details>
    </>
  );
}

const megabytes = (bytes: number): string =>
  (bytes / 1_000_000).toLocaleString(message("textLanguage"), { maximumFractionDigits: 1 });

interface Room {
  /** What the user's records and what belongs to them take, and what may still come, in bytes. */
  readonly used: number;
  readonly left: number;
}

/** How much is stored, as the browser estimates it; `null` until that is known, and where it tells nothing. */
function useRoom(): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const { usage, quota } = await navigator.storage.estimate();
      if (usage !== undefined && quota !== undefined) setRoom({ used: usage, left: quota - usage });
    };
    void ask().catch(() => setRoom(null));
  }, []);
  return room;
}
