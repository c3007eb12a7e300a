import browser from "webextension-polyfill";
import type { FramePath } from "../calls/schemas.ts";
import { failure, type Result, success } from "../../src/result.ts";

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

/** The frame of a tab in which the user has selected something; the top one where that can't be told. */
export async function frameWithSelection(tabId: number): Promise<number> {
  const answers = await inAllFrames(tabId, () => {
    const isInner = document.activeElement?.localName === "iframe" || document.activeElement?.localName === "frame";
    return document.hasFocus() && !isInner && getSelection()?.isCollapsed === false;
  });
  return answers.find(({ result }) => result === true)?.frameId ?? 0;
}

/** The frames of a tab that have a reader: the one with the focus, then the page itself, then the others. */
export async function framesWithReader(tabId: number): Promise<readonly number[]> {
  const answers = await inAllFrames(tabId, () => {
    if (!(Symbol.for("sourceline.reader") in globalThis)) return null;
    const isInner = document.activeElement?.localName === "iframe" || document.activeElement?.localName === "frame";
    return document.hasFocus() && !isInner;
  });
  return answers
    .filter(({ result }) => typeof result === "boolean")
    .toSorted((a, b) => Number(b.result) - Number(a.result) || a.frameId - b.frameId)
    .map(({ frameId }) => frameId);
}

async function inAllFrames(
  tabId: number,
  func: () => unknown,
): Promise<readonly { readonly frameId: number; readonly result?: unknown }[]> {
  try {
    return await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func, injectImmediately: true });
  } catch {
    return [];
  }
}
