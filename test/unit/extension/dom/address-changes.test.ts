import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchAddress } from "../../../../extension/dom/page/address-changes.ts";

class Holder extends EventTarget {
  readonly location = { href: "https://post.test/a" };
}
class HolderWithNavigation extends Holder {
  readonly navigation = new EventTarget();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched<T extends Holder>(holder: T, signal?: AbortSignal): { holder: T; seen: string[] } {
  const seen: string[] = [];
  watchAddress(holder, () => seen.push(holder.location.href), signal);
  return { holder, seen };
}

test("the browser's navigation tells of a new address, and of each once", () => {
  const { holder, seen } = watched(new HolderWithNavigation());
  holder.navigation.dispatchEvent(new Event("currententrychange"));
  expect(seen).toEqual([]);
  holder.location.href = "https://post.test/b";
  holder.navigation.dispatchEvent(new Event("currententrychange"));
  holder.dispatchEvent(new Event("popstate"));
  expect(seen).toEqual(["https://post.test/b"]);
});

test("without it, the way back tells, and a click or a key after which the address is another", () => {
  const { holder, seen } = watched(new Holder());
  holder.location.href = "https://post.test/b";
  holder.dispatchEvent(new Event("popstate"));
  expect(seen).toEqual(["https://post.test/b"]);
  holder.dispatchEvent(new Event("click"));
  vi.advanceTimersByTime(100);
  holder.location.href = "https://post.test/c";
  vi.advanceTimersByTime(400);
  expect(seen).toEqual(["https://post.test/b", "https://post.test/c"]);
});

test("nothing is told any more once the watch has ended", () => {
  const controller = new AbortController();
  const { holder, seen } = watched(new HolderWithNavigation(), controller.signal);
  controller.abort();
  holder.location.href = "https://post.test/b";
  holder.navigation.dispatchEvent(new Event("currententrychange"));
  holder.dispatchEvent(new Event("popstate"));
  expect(seen).toEqual([]);
});
