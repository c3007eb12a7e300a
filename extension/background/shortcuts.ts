import browser from "webextension-polyfill";
import type { Result } from "../../src/result.ts";
import { message } from "../locale/message.ts";
import { callTab } from "../calls/call.ts";
import { openPanel } from "../panel/open-panel.ts";
import { showRefusal } from "./badge.ts";
import { frameWithSelection, framesWithReader } from "./frames.ts";
import { injectReader } from "./inject.ts";
import { openLibrary } from "./library-entrances.ts";

/** The entries of the context menu: their texts and what they are about, by id. */
const MENU = {
  highlight: { title: "menuHighlight", contexts: ["selection"] },
  "highlight-and-note": { title: "menuHighlightAndNote", contexts: ["selection"] },
  "open-panel": { title: "menuOpenPanel", contexts: ["page", "action"] },
} as const;

/** Answers the keyboard shortcuts and the context menu. */
export function listenToShortcuts(): void {
  browser.runtime.onInstalled.addListener(() => {
    void makeMenu();
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    if (tab?.id === undefined) return;
    if (menuItemId === "open-panel") void openPanel(tab.id);
    else void annotate(tab.id, frameId, menuItemId === "highlight-and-note");
  });
  browser.commands.onCommand.addListener((shortcut, tab) => {
    void withTab(tab?.id, (tabId) => answer(shortcut, tabId));
  });
}

async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, { title, contexts }] of Object.entries(MENU)) {
    browser.contextMenus.create({ id, title: message(title), contexts: [...contexts] });
  }
}

/** `shortcut`: as the manifest's `commands` name it. */
async function answer(shortcut: string, tabId: number): Promise<unknown> {
  switch (shortcut) {
    case "open-library":
      return openLibrary();
    case "toggle-highlights":
      // The story stands in the page, or in a frame of it.
      return Promise.all([callTab(tabId, "toggleHighlights", null), callTab(tabId, "toggleHighlights", null, "inner")]);
    case "open-panel":
      // Nothing was waited for on the way here: later, browsers do not take it for the user's doing.
      return openPanel(tabId);
    case "undo":
    case "redo":
      return withReader(tabId, 0, () => callTab(tabId, "moveThroughHistory", { direction: shortcut }));
    case "next-mark":
    case "previous-mark":
      return step(tabId, "stepHighlight", shortcut === "next-mark" ? 1 : -1);
    case "next-name":
    case "previous-name":
      return step(tabId, "stepName", shortcut === "next-name" ? 1 : -1);
    case "highlight":
    case "highlight-and-note":
      return annotate(tabId, await frameWithSelection(tabId), shortcut === "highlight-and-note");
    default:
      throw new Error(`no answer to the shortcut ${shortcut}`);
  }
}

/** Goes to a highlight or a name of one frame: the first that has any. Where none has, the page says so. */
async function step(tabId: number, to: "stepHighlight" | "stepName", by: 1 | -1): Promise<void> {
  for (const frameId of await framesWithReader(tabId)) {
    const stepped = await callTab(tabId, to, { by, isLast: false }, frameId);
    if (stepped.ok) return;
  }
  await withReader(tabId, 0, () => callTab(tabId, to, { by, isLast: true }));
}

/** Highlights the selection. */
function annotate(tabId: number, frameId: number, note: boolean): Promise<void> {
  return withReader(tabId, frameId, () => callTab(tabId, "annotateSelection", { note }, frameId));
}

/** Asks a frame's reader, on a page that has none yet too. Other failures than this one, the reader tells of itself. */
async function withReader(tabId: number, frameId: number, ask: () => Promise<Result<null>>): Promise<void> {
  const first = await ask();
  if (first.ok || first.error.code !== "unreachable") return;
  const injected = await injectReader(tabId, frameId);
  const second = injected.ok ? await ask() : injected;
  if (!second.ok && second.error.code === "unreachable") await showRefusal(tabId);
}

/** Works at once where the browser has named the tab. */
async function withTab(tabId: number | undefined, work: (tabId: number) => Promise<unknown>): Promise<void> {
  const id = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (id !== undefined) await work(id);
}
