import { beforeEach, describe, expect, test, vi } from "vitest";
import { type PageNews, takeWatchers, watchPage } from "../../../../extension/calls/page-news.ts";

/** One end of a channel. What is posted at it is heard at the other. */
class End {
  other: End | null = null;
  readonly heard: ((news: unknown) => void)[] = [];
  readonly ended: (() => void)[] = [];
  readonly onMessage = { addListener: (hear: (news: unknown) => void) => void this.heard.push(hear) };
  readonly onDisconnect = { addListener: (hear: () => void) => void this.ended.push(hear) };
  constructor(
    readonly name: string,
    readonly sender: { readonly id: string; readonly url: string },
  ) {}
  postMessage(news: unknown): void {
    for (const hear of this.other?.heard ?? []) hear(news);
  }
  disconnect(): void {
    for (const hear of this.other?.ended ?? []) hear();
  }
}

const OWN = { id: "sourceline", url: "chrome-extension://sourceline/panel/panel.html" };
const connectors = new Set<(port: End) => void>();
let connected: { readonly tabId: number; readonly name: string; readonly frameId: number | undefined } | null;

function connect(name: string, sender = OWN): End {
  const [ours, theirs] = [new End(name, sender), new End(name, sender)];
  ours.other = theirs;
  theirs.other = ours;
  for (const take of connectors) take(theirs);
  return ours;
}

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {
      id: "sourceline",
      getURL: () => "chrome-extension://sourceline/",
      onConnect: {
        addListener: (take: (port: End) => void) => connectors.add(take),
        removeListener: (take: (port: End) => void) => connectors.delete(take),
      },
    },
    tabs: {
      connect: (tabId: number, { name, frameId }: { name: string; frameId?: number }) => {
        connected = { tabId, name, frameId };
        return connect(name);
      },
    },
  },
}));

const CHANGED: PageNews = { kind: "changed" };
const PLACE: PageNews = { kind: "place", page: "https://paper.example/pier", statements: [14] };

beforeEach(() => connectors.clear());

describe("who watches a page", () => {
  test("hears what is new, until it has had enough", () => {
    const heard: PageNews[] = [];
    const changes: boolean[] = [];
    const watchers = takeWatchers(false, () => changes.push(watchers.any));
    expect(watchers.any).toBe(false);
    const end = watchPage(7, 0, (news) => heard.push(news), vi.fn());
    expect(connected).toEqual({ tabId: 7, name: "page-news", frameId: 0 });
    watchers.tell(CHANGED);
    watchers.tell(PLACE);
    end();
    watchers.tell(CHANGED);
    expect(heard).toEqual([CHANGED, PLACE]);
    expect(changes).toEqual([true, false]);
  });

  test("is told when the page is left, or its reader ends", () => {
    const ended = vi.fn();
    const changed = vi.fn();
    const watchers = takeWatchers(false, changed);
    watchPage(7, 0, vi.fn(), ended);
    watchers.dismiss();
    expect(ended).toHaveBeenCalledOnce();
    expect(watchers.any).toBe(false);
    expect(changed).toHaveBeenCalledTimes(2);
    watchers.stop();
    watchPage(7, 0, vi.fn(), vi.fn());
    expect(watchers.any).toBe(false);
  });

  test("reaches the page itself or the frames in it, as it asks", () => {
    const top = takeWatchers(false, vi.fn());
    const inner = takeWatchers(true, vi.fn());
    watchPage(7, "inner", vi.fn(), vi.fn());
    expect(connected?.frameId).toBeUndefined();
    expect([top.any, inner.any]).toEqual([false, true]);
  });

  test.each([
    ["of another extension", { ...OWN, id: "other" }],
    ["on a page", { ...OWN, url: "https://paper.example/pier" }],
  ])("is nobody %s", (_who, sender) => {
    const watchers = takeWatchers(false, vi.fn());
    connect("page-news", sender);
    expect(watchers.any).toBe(false);
    connect("page-news");
    expect(watchers.any).toBe(true);
  });
});
