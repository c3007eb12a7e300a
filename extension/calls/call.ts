import browser from "webextension-polyfill";
import type { BackgroundCalls } from "./background-calls.ts";
import type { FrameCalls, OverlayCalls } from "./frame-calls.ts";
import type { TabCalls } from "./tab-calls.ts";
import type { InputOf, OutputOf } from "./entry.ts";
import { failure, type Result } from "../../src/result.ts";
import { untilBack } from "../dom/page/page-left.ts";

/** What goes over the wire: the call's name and its input. */
export interface Message {
  readonly call: string;
  readonly input: unknown;
  /** Said to every frame of a tab, and meant for the inner ones. */
  readonly inner?: boolean;
}

/** Which scripts of a tab are asked: those in one frame, 0 for the top one, or whichever inner frame has any. */
export type Frame = number | "inner";

/** Everything that scripts in tabs answer: the reader and the detector, the overlay, a private frame. */
type InTabs = TabCalls & OverlayCalls & FrameCalls;

/** How long to wait before a second try, in milliseconds: a background that was ended starts anew in less. */
const RETRY_DELAY = 150;

/**
 * Asks the background. It may be ended by the browser at any moment, so a call that does not come through is made once
 * more; every call is made so that twice does the same as once. Never throws.
 */
export async function callBackground<Name extends keyof BackgroundCalls>(
  call: Name,
  input: InputOf<BackgroundCalls[Name]>,
): Promise<Result<OutputOf<BackgroundCalls[Name]>>> {
  const message: Message = { call, input };
  const send = () =>
    browser.runtime.sendMessage(message) as Promise<Result<OutputOf<BackgroundCalls[Name]>> | undefined>;
  const first = await settled(send);
  if (first !== null) return first;
  await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY));
  return (await settled(send)) ?? failure("unreachable", `the background did not answer ${call}`);
}

/** Asks the scripts in a frame of a tab. `unreachable` where none of ours is there. Never throws. */
export async function callTab<Name extends keyof InTabs>(
  tabId: number,
  call: Name,
  input: InputOf<InTabs[Name]>,
  frame: Frame = 0,
): Promise<Result<OutputOf<InTabs[Name]>>> {
  const [message, options]: [Message, { frameId?: number }] =
    frame === "inner" ? [{ call, input, inner: true }, {}] : [{ call, input }, { frameId: frame }];
  const send = () =>
    browser.tabs.sendMessage(tabId, message, options) as Promise<Result<OutputOf<InTabs[Name]>> | undefined>;
  return (await settled(send)) ?? failure("unreachable", `the page did not answer ${call}`);
}

/** What a send answered, or `null` where nobody did. While the page is left nothing goes on: not even a timer is to be had. */
async function settled<T>(send: () => Promise<T | undefined>): Promise<T | null> {
  let answer: T | undefined;
  try {
    answer = await send();
  } catch {
    // Nobody is there: the same as no answer.
  }
  await untilBack();
  return answer ?? null;
}
