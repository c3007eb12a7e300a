import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageNews } from "../../../../extension/calls/page-news.ts";
import { followFront, type Following, type Place } from "../../../../extension/panel/follow.ts";
import type { Page } from "../../../../extension/views/article/ask-page.ts";

/** What the browser and the page's reader tell, by the name of the event. */
const { listeners, event } = vi.hoisted(() => {
  const all = new Map<string, (...told: unknown[]) => unknown>();
  const one = (name: string) => ({
    addListener: (hear: (...told: unknown[]) => unknown) => void all.set(name, hear),
    removeListener: () => void all.delete(name),
  });
  return { listeners: all, event: one };
});
vi.mock("webextension-polyfill", () => ({
  default: {
    tabs: { onActivated: event("activated"), onUpdated: event("updated") },
    runtime: { onMessage: event("message") },
  },
}));

interface Watch {
  readonly tabId: number;
  readonly hear: (news: PageNews) => void;
  readonly onEnd: () => void;
  isOver: boolean;
}
let watches: Watch[];
vi.mock("../../../../extension/calls/page-news.ts", () => ({
  watchPage: (tabId: number, _frame: number, hear: (news: PageNews) => void, onEnd: () => void) => {
    const watch: Watch = { tabId, hear, onEnd, isOver: false };
    watches.push(watch);
    return () => void (watch.isOver = true);
  },
}));

/** Answers of the page in front, in turn; the last one stays. */
let answers: (() => Promise<Page>)[];
let asked: number;
vi.mock("../../../../extension/views/article/ask-page.ts", async (original) => ({
  ...(await original<object>()),
  askPage: () => {
    asked += 1;
    return (answers.length > 1 ? answers.shift()! : answers[0]!)();
  },
}));
vi.mock("../../../../extension/calls/call.ts", () => ({}));

const read = (tabId: number, state = "done"): Page =>
  ({
    state: "read",
    tabId,
    url: "https://paper.example/",
    frame: 0,
    page: `story ${tabId}`,
    report: { state },
  }) as Page;
const unread = (tabId: number): Page =>
  ({ state: "unread", tabId, url: "about:blank", frame: 0, page: null, report: null, decision: null }) as Page;

let pages: Page[];
let places: Place[];
let following: Following;
const start = async (...given: readonly (() => Promise<Page>)[]): Promise<void> => {
  answers = [...given];
  following = followFront({ page: (page) => pages.push(page), place: (place) => places.push(place) });
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  vi.useFakeTimers();
  [watches, pages, places, asked] = [[], [], [], 0];
});
afterEach(() => {
  following.stop();
  expect(listeners.size).toBe(0);
  vi.useRealTimers();
});

test("a page that is read is not asked again by itself: its reader tells", async () => {
  await start(async () => read(1));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(1);
  watches[0]!.hear({ kind: "changed" });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toBe(2);
  expect(watches).toHaveLength(1);
  watches[0]!.hear({ kind: "place", page: "story 1", statements: [3, 9] });
  expect(places).toEqual([{ page: "story 1", statements: new Set([3, 9]) }]);
});

test("a page that is being read is asked until it has been", async () => {
  await start(
    async () => read(1, "reading"),
    async () => read(1, "reading"),
    async () => read(1),
  );
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toBe(3);
});

test("another tab in front is another page, and the first is watched no more", async () => {
  await start(
    async () => read(1),
    async () => read(2),
  );
  listeners.get("activated")!({ tabId: 2, windowId: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.map(({ tabId }) => tabId)).toEqual([1, 2]);
  expect(watches.map(({ tabId, isOver }) => [tabId, isOver])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test("the answer of a tab that was left meanwhile is dropped", async () => {
  let answer = (_page: Page): void => undefined;
  await start(
    () => new Promise<Page>((resolve) => (answer = resolve)),
    async () => read(2),
  );
  listeners.get("activated")!({ tabId: 2, windowId: 1 });
  await vi.advanceTimersByTimeAsync(0);
  answer(read(1));
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.map(({ tabId }) => tabId)).toEqual([2]);
});

test("what becomes of other tabs is not asked about", async () => {
  await start(async () => read(1));
  listeners.get("updated")!(2, { status: "complete" });
  listeners.get("updated")!(1, { favIconUrl: "icon" });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toBe(1);
  listeners.get("updated")!(1, { status: "loading" });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toBe(2);
});

test("when its reader ends, the page is asked what it is now", async () => {
  await start(
    async () => read(1),
    async () => unread(1),
  );
  watches[0]!.onEnd();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(pages.map(({ state }) => state)).toEqual(["read", "unread"]);
});

test("a reader that comes late is heard of by the number that it has shown", async () => {
  await start(
    async () => unread(1),
    async () => read(1),
  );
  listeners.get("message")!({ call: "showCount" }, { tab: { id: 2 } });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toBe(1);
  expect(listeners.get("message")!({ call: "showCount" }, { tab: { id: 1 } })).toBe(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.map(({ state }) => state)).toEqual(["unread", "read"]);
});

test("what is answered after its end is dropped, and a reader that ends then is not asked about", async () => {
  let answer = (_page: Page): void => undefined;
  await start(
    async () => read(1),
    () => new Promise<Page>((resolve) => (answer = resolve)),
  );
  watches[0]!.hear({ kind: "changed" });
  await vi.advanceTimersByTimeAsync(0);
  following.stop();
  answer(read(1, "reading"));
  watches[0]!.onEnd();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(watches[0]!.isOver).toBe(true);
  expect(pages).toHaveLength(1);
  expect(asked).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});
