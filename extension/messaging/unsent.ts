import browser from "webextension-polyfill";
import type { BackgroundCalls } from "../../src/messaging/protocol.ts";
import type { Result } from "../../src/messaging/result.ts";
import { listen } from "../dom/trusted.ts";
import { callBackground } from "./call.ts";

/** The calls that carry what the reader wrote. */
export type WritingCall = "createAnnotation" | "updateAnnotation" | "saveSubjectNote";

/** A call that its page left behind, unanswered. */
export interface Unsent {
  readonly call: WritingCall;
  readonly input: unknown;
  /** When it was made, as ISO text. */
  readonly at: string;
}

/** What the keys of such calls begin with in the extension's own storage. The rest of a key is their order. */
export const UNSENT_PREFIX = "unsent:";

interface Pending {
  readonly key: string;
  readonly unsent: Unsent;
}

const pending = new Set<Pending>();
let isLeaving = false;
let isWatching = false;
let calls = 0;

/**
 * Asks the background to save, so that it comes through even where the page is closed before it has: a background that
 * was ended hears nothing from a page that is gone before it has started again. What has no answer when the page goes
 * is put into the extension's own storage, where the next background finds it.
 */
export async function callWriting<Name extends WritingCall>(
  call: Name,
  input: BackgroundCalls[Name]["input"],
): Promise<Result<BackgroundCalls[Name]["output"]>> {
  watchForLeaving();
  const at = new Date().toISOString();
  calls += 1;
  const key = `${UNSENT_PREFIX}${at}:${String(calls).padStart(6, "0")}:${crypto.randomUUID()}`;
  const item = { key, unsent: { call, input, at } };
  pending.add(item);
  if (isLeaving) leaveBehind(item);
  const answer = await callBackground(call, input);
  pending.delete(item);
  if (isLeaving) void browser.storage.local.remove(key);
  return answer;
}

function leaveBehind({ key, unsent }: Pending): void {
  void browser.storage.local.set({ [key]: unsent });
}

/** Has to be done before the page goes: a listener that is added while it goes hears nothing of that. */
export function watchForLeaving(): void {
  if (isWatching) return;
  isWatching = true;
  listen(window, "pagehide", () => {
    isLeaving = true;
    for (const item of pending) leaveBehind(item);
  });
  // Back out of the browser's cache of pages.
  listen(window, "pageshow", () => {
    isLeaving = false;
  });
}
