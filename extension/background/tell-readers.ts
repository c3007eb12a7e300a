import browser, { type Runtime } from "webextension-polyfill";
import type { Result } from "../../src/result.ts";
import { callTab } from "../calls/call.ts";
import type { Change } from "../calls/schemas.ts";

/** How long a tab is waited for, in milliseconds: one that shows a dialog, or is frozen, may never answer. */
const PATIENCE = 1_000;

/**
 * Tells the readers in all tabs that something concerning a page or a site has changed; each knows its own page.
 * Tabs without a reader don't answer, which is fine.
 *
 * @param except the tab that made the change and knows it already.
 */
export async function tellReaders(change: Change, except: number | null): Promise<void> {
  const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined || id === except) return;
      await inTime(Promise.all([callTab(id, "refresh", change), callTab(id, "refresh", change, "inner")]));
    }),
  );
}

/** Waits for what a tab is asked, and no longer than one that answers takes. */
export async function inTime(answer: Promise<unknown>): Promise<void> {
  const patience = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
  });
  await Promise.race([answer, patience]);
}

/** After a write: every reader that it concerns shows it too, but for those in the tab that asked. */
export function told<T>(saved: Result<T>, changeOf: (record: T) => Change, sender: Runtime.MessageSender): Result<T> {
  if (saved.ok) void tellReaders(changeOf(saved.value), sender.tab?.id ?? null);
  return saved;
}
