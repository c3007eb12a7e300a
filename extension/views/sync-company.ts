import { liveQuery } from "dexie";
import browser, { type Runtime } from "webextension-polyfill";
import { SYNC_CHANNEL } from "../calls/sync-channel.ts";
import type { Database } from "../store/database.ts";
import { SETUP } from "../store/sync-rows.ts";
import { atRest } from "../ui/at-rest.ts";

/** How often the page says that it is there: a background that hears nothing for thirty seconds is ended. */
const PULSE = 20_000;

/** Has what other machines change come in at once for as long as this page is open, where a sync is set up. */
export async function keepSyncCompany(database: Database): Promise<void> {
  await atRest();
  let stop: (() => void) | null = null;
  liveQuery(async () => {
    const setup = await database.sync.get(SETUP);
    return setup?.name === SETUP && !setup.isPaused ? setup.epoch : null;
  }).subscribe({
    next: (epoch) => {
      stop?.();
      stop = epoch === null ? null : speakUp();
    },
    error: (error: unknown) => console.error(error),
  });
}

/** Gives what ends it. */
function speakUp(): () => void {
  let isOver = false;
  let port: Runtime.Port | null = null;
  const connect = (): void => {
    port = browser.runtime.connect({ name: SYNC_CHANNEL });
    port.onDisconnect.addListener(() => {
      void browser.runtime.lastError;
      port = null;
    });
  };
  connect();
  const pulse = setInterval(() => {
    if (isOver) return;
    // The background may have been ended all the same, and starts anew for this.
    if (port === null) connect();
    else port.postMessage(null);
  }, PULSE);
  return () => {
    isOver = true;
    clearInterval(pulse);
    port?.disconnect();
  };
}
