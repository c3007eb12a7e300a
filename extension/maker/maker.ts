import { callBackground } from "../calls/call.ts";
import { finishedBackup } from "../exchange/finished-backup.ts";
import { Database } from "../store/database.ts";

/**
 * The page that nobody sees, in Chromium alone: it makes a backup file, whose address holds as long as this page is there.
 * The background opens it when a backup is due, saves the file and closes it.
 */
void (async () => callBackground("saveBackup", await finishedBackup(new Database())))();
