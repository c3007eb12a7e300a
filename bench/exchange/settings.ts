import type { Page } from "playwright-core";

/** Opens the settings, and waits until they are at rest. */
export async function openSettings(page: Page, origin: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${origin}/options/options.html`);
  await page.waitForSelector("#export select");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.detach();
  await page.waitForTimeout(1_000);
}
