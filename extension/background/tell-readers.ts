import browser from "webextension-polyfill";
import type { TabCalls } from "../../src/messaging/protocol.ts";
import { callTab } from "../messaging/call.ts";

/**
 * Tells the readers in all tabs that something concerning a page or a site has changed; each knows its own page.
 * Tabs without a reader don't answer, which is fine.
 *
 * @param except the tab that made the change and knows it already.
 */
export async function tellReaders(change: TabCalls["refresh"]["input"], except: number | null): Promise<void> {
  const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => (id === undefined || id === except ? null : callTab(id, "refresh", change))),
  );
}
