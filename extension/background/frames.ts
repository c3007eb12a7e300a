import browser from "webextension-polyfill";
import type { FramePath } from "../calls/schemas.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { KEY_ATTRIBUTE } from "../private/key-attribute.ts";

/**
 * The browser's number of a frame, of which the page knows only where it is. Each frame of the tab says where that is,
 * which tells it nothing and leaves nothing in it.
 */
export async function findFrame(tabId: number, path: FramePath): Promise<Result<number>> {
  const places = await inAllFrames(tabId, () => {
    const numbers: number[] = [];
    for (let view: Window = window; view !== view.parent; view = view.parent) {
      let number = 0;
      while (number < view.parent.length && view.parent[number] !== view) number += 1;
      numbers.unshift(number);
    }
    return numbers.join("/");
  });
  const found = places.find(({ result }) => result === path.join("/"));
  return found === undefined ? failure("not-found", "the frame is gone") : success(found.frameId);
}

// What runs in frames by itself asks past the names of a page's elements, as `dom/page/unnamed.ts` does elsewhere.

/** The frame of a tab in which the user has selected something; the top one where that can't be told. */
export async function frameWithSelection(tabId: number): Promise<number> {
  const answers = await inAllFrames(
    tabId,
    (privateFrame: string) => {
      // What the user has written is highlighted nowhere.
      const root = Reflect.get(Document.prototype, "documentElement", document) as Element;
      if (root.hasAttribute(privateFrame)) return false;
      const focused = Reflect.get(Document.prototype, "activeElement", document) as Element | null;
      const isInner = focused?.localName === "iframe" || focused?.localName === "frame";
      return Document.prototype.hasFocus.call(document) && !isInner && getSelection()?.isCollapsed === false;
    },
    [KEY_ATTRIBUTE],
  );
  return answers.find(({ result }) => result === true)?.frameId ?? 0;
}

/** The frames of a tab that have a reader: the one with the focus, then the page itself, then the others. */
export async function framesWithReader(tabId: number): Promise<readonly number[]> {
  const answers = await inAllFrames(tabId, () => {
    if (!(Symbol.for("sourceline.reader") in globalThis)) return null;
    const focused = Reflect.get(Document.prototype, "activeElement", document) as Element | null;
    const isInner = focused?.localName === "iframe" || focused?.localName === "frame";
    return Document.prototype.hasFocus.call(document) && !isInner;
  });
  return answers
    .filter(({ result }) => typeof result === "boolean")
    .toSorted((a, b) => Number(b.result) - Number(a.result) || a.frameId - b.frameId)
    .map(({ frameId }) => frameId);
}

async function inAllFrames(
  tabId: number,
  func: (...args: string[]) => unknown,
  args: readonly string[] = [],
): Promise<readonly { readonly frameId: number; readonly result?: unknown }[]> {
  try {
    return await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func,
      args: [...args],
      injectImmediately: true,
    });
  } catch {
    return [];
  }
}
