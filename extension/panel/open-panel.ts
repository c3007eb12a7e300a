import browser from "webextension-polyfill";
import { failure, type Result, success } from "../../src/result.ts";

/** What one browser has in the place of the other's sidebar. */
interface WithSidePanel {
  readonly sidePanel?: { open(where: { readonly tabId: number }): Promise<void> };
}

/**
 * Opens the panel beside a tab. Browsers allow it in what a user does alone, so it must be called at once, before
 * anything is waited for. Fails where the browser doesn't take it for the user's doing.
 */
export async function openPanel(tabId: number): Promise<Result<null>> {
  const { sidePanel } = browser as WithSidePanel;
  try {
    await (sidePanel === undefined ? browser.sidebarAction.open() : sidePanel.open({ tabId }));
    return success(null);
  } catch (error) {
    return failure("forbidden", String(error));
  }
}
