import browser, { type Runtime } from "webextension-polyfill";
import type { Frame } from "./call.ts";
import { OWN_PAGES } from "./entry.ts";

/** What a reader tells who watches its page, for as long as they do. */
export type PageNews =
  /** The page's report is another now. */
  | { readonly kind: "changed" }
  /** What the user reads: which statements stand in the viewport, by where each begins in its article's text. */
  | { readonly kind: "place"; readonly page: string; readonly statements: readonly number[] };

/** What the channel is called, to the reader of the page itself and to those in its frames. */
const CHANNELS = { top: "page-news", inner: "page-news-inner" } as const;

/**
 * Hears what changes on a page and where the user reads. It goes straight from the page to who watches, so it lives on
 * when the background ends. Gives what ends it.
 *
 * @param onEnd is told when there is no reader any more: the page was left, or its site switched off.
 */
export function watchPage(tabId: number, frame: Frame, hear: (news: PageNews) => void, onEnd: () => void): () => void {
  const [name, options] = frame === "inner" ? [CHANNELS.inner, {}] : [CHANNELS.top, { frameId: frame }];
  const port = browser.tabs.connect(tabId, { name, ...options });
  port.onMessage.addListener((news) => hear(news as PageNews));
  port.onDisconnect.addListener(() => {
    // Asked for, or Chromium complains of a page that nobody answers on.
    void browser.runtime.lastError;
    onEnd();
  });
  return () => port.disconnect();
}

/** Tells the extension's own pages, which watch a page, what is new on it. */
export interface Watchers {
  /** Whether anybody watches. */
  readonly any: boolean;
  tell(news: PageNews): void;
  /** Lets go who watches now: the page is left. */
  dismiss(): void;
  /** Takes no more. */
  stop(): void;
}

/**
 * Lets the extension's own pages watch the page of this script.
 *
 * @param isInner whether this script is in an inner frame.
 * @param onChange is told when somebody has begun to watch, and when somebody has ended it.
 */
export function takeWatchers(isInner: boolean, onChange: () => void): Watchers {
  const ports = new Set<Runtime.Port>();
  const connected = (port: Runtime.Port): void => {
    const { sender } = port;
    if (port.name !== CHANNELS[isInner ? "inner" : "top"]) return;
    if (sender === undefined || sender.id !== browser.runtime.id || !OWN_PAGES(sender)) return;
    ports.add(port);
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      onChange();
    });
    onChange();
  };
  // Asked for now: a script whose extension has been updated has no `browser.runtime` any more.
  const { onConnect } = browser.runtime;
  onConnect.addListener(connected);
  return {
    get any() {
      return ports.size > 0;
    },
    tell(news) {
      for (const port of ports) port.postMessage(news);
    },
    dismiss() {
      for (const port of ports) port.disconnect();
      ports.clear();
      onChange();
    },
    stop: () => onConnect.removeListener(connected),
  };
}
