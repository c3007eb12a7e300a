import browser from "webextension-polyfill";
import { message } from "../locale/message.ts";
import { callTab } from "../messaging/call.ts";
import { injectReader } from "./inject.ts";

/** The entries of the context menu, by id. */
const MENU = {
  highlight: "menuHighlight",
  "highlight-and-note": "menuHighlightAndNote",
} as const;

/** Answers the keyboard shortcuts and the context menu. */
export function listenToCommands(): void {
  browser.runtime.onInstalled.addListener(() => {
    void makeMenu();
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id !== undefined) void annotate(tab.id, menuItemId === "highlight-and-note");
  });
  browser.commands.onCommand.addListener((command, tab) => {
    void withTab(tab?.id, (tabId) =>
      command === "toggle-highlights"
        ? callTab(tabId, "toggleHighlights", null)
        : annotate(tabId, command === "highlight-and-note"),
    );
  });
}

async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, title] of Object.entries(MENU)) {
    browser.contextMenus.create({ id, title: message(title), contexts: ["selection"] });
  }
}

/** Highlights the selection, on a page that has no reader yet too. */
async function annotate(tabId: number, note: boolean): Promise<void> {
  const answer = await callTab(tabId, "annotateSelection", { note });
  if (answer.ok || answer.error.code !== "unreachable") return;
  const injected = await injectReader(tabId);
  if (injected.ok) await callTab(tabId, "annotateSelection", { note });
}

/** Firefox names the tab of a shortcut only in newer versions. */
async function withTab(tabId: number | undefined, work: (tabId: number) => Promise<unknown>): Promise<void> {
  const id = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (id !== undefined) await work(id);
}
