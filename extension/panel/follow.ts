import browser, { type Runtime } from "webextension-polyfill";
import type { Frame } from "../calls/call.ts";
import { watchPage } from "../calls/page-news.ts";
import { ASK_AGAIN, askPage, isUnderWay, type Page } from "../views/article/ask-page.ts";

/** The statements that stand in the viewport, by where each begins in its article's text. */
export interface Place {
  readonly page: string;
  readonly statements: ReadonlySet<number>;
}

export interface Following {
  /** Asks the page in front anew. */
  ask(): void;
  stop(): void;
}

interface Hears {
  readonly page: (page: Page) => void;
  readonly place: (place: Place) => void;
}

/**
 * Follows the tab in front of this window, whatever becomes of it: another tab, another page in it, a page that loads,
 * grows or is read. While a reader is there it tells by itself what is new; where there is none yet, the page is asked
 * now and then.
 */
export function followFront(hears: Hears): Following {
  /** Counts the questions: the answer of one that was overtaken by the next is dropped. */
  let turn = 0;
  /** How many times this page was asked. */
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let front: number | null = null;
  let watched: { readonly tabId: number; readonly frame: Frame; readonly end: () => void } | null = null;

  const look = async (): Promise<void> => {
    clearTimeout(timer);
    turn += 1;
    const thisTurn = turn;
    const page = await askPage();
    if (turn !== thisTurn) return;
    front = page.tabId;
    watch(page);
    hears.page(page);
    round += 1;
    if (isUnderWay(page, round)) timer = setTimeout(() => void look(), ASK_AGAIN);
  };
  const lookAnew = (): void => {
    round = 0;
    void look();
  };

  const watch = (page: Page): void => {
    const hasReader = page.state !== "loading" && page.report !== null;
    if (hasReader && watched?.tabId === page.tabId && watched.frame === page.frame) return;
    watched?.end();
    watched = null;
    if (!hasReader) return;
    const { tabId, frame } = page;
    const end = watchPage(
      tabId,
      frame,
      (news) => {
        if (news.kind === "place") hears.place({ page: news.page, statements: new Set(news.statements) });
        else void look();
      },
      () => {
        if (watched?.end !== end) return;
        watched = null;
        // What follows on that page is there in a moment.
        round = 0;
        clearTimeout(timer);
        timer = setTimeout(() => void look(), ASK_AGAIN);
      },
    );
    watched = { tabId, frame, end };
  };

  const updated = (tabId: number, { status, url }: { readonly status?: string; readonly url?: string }): void => {
    if (tabId === front && (status !== undefined || url !== undefined)) lookAnew();
  };
  // A reader that has just read a page has its number shown, which every page of the extension hears.
  const heard = (message: unknown, sender: Runtime.MessageSender): false => {
    const { call } = message as { readonly call?: string };
    if (call === "showCount" && sender.tab?.id === front && watched === null) lookAnew();
    return false;
  };
  const { tabs, runtime } = browser;
  tabs.onActivated.addListener(lookAnew);
  tabs.onUpdated.addListener(updated);
  // Its types know of no `false`, which browsers take for no answer.
  const listener = heard as unknown as Runtime.OnMessageListenerCallback;
  runtime.onMessage.addListener(listener);
  lookAnew();

  return {
    ask: lookAnew,
    stop() {
      turn += 1;
      clearTimeout(timer);
      watched?.end();
      watched = null;
      tabs.onActivated.removeListener(lookAnew);
      tabs.onUpdated.removeListener(updated);
      runtime.onMessage.removeListener(listener);
    },
  };
}
