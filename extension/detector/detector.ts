import { type Decision, detect } from "../../src/article/detection/detect.ts";
import type { Result } from "../../src/result.ts";
import { listen } from "../dom/trusted.ts";
import { unnamed } from "../dom/page/unnamed.ts";
import { watchAddress } from "../dom/page/address-changes.ts";
import { type Declarations, declarationsOf, readSignals } from "../dom/article/signals.ts";
import type { Message } from "../calls/call.ts";
import { hasReader, offerDecision } from "./decision.ts";
import { watchFrames } from "./frames.ts";
import { isAlwaysRead, mayHaveHighlights } from "./listed-sites.ts";

// This runs on every page, so it is small: no polyfill, no schema library, no work beyond one look at the page.
// Both browsers' own `chrome` gives promises for what is used here.
declare const chrome: {
  readonly runtime: {
    readonly id: string;
    sendMessage(message: Message): Promise<unknown>;
    readonly onMessage: {
      addListener(
        listener: (
          message: unknown,
          sender: { readonly id?: string },
          respond: (answer: Result<Decision | null>) => void,
        ) => boolean,
      ): void;
    };
  };
};
const { runtime } = chrome;

/** When a page is looked at after it has taken another address by itself, in milliseconds: until it is an article. */
const LOOKS = [400, 1_200, 3_000, 6_000];

const HIGHLIGHTS: Message = { call: "mayHaveHighlights", input: null };

let decision: Decision;
/** The address of the decision, what the page declared there, and what it had left from the address before. */
let address = "";
let declared: Declarations | null = null;
let left: Declarations | null = null;
let timers: ReturnType<typeof setTimeout>[] = [];

function decide(): Decision {
  if (address !== location.href) {
    left = declared;
    address = location.href;
  }
  declared = declarationsOf(document);
  decision = detect(readSignals(document, address, left));
  return decision;
}

runtime.onMessage.addListener((message, sender, respond) => {
  const call = sender.id === runtime.id ? (message as Partial<Message> | null)?.call : null;
  if (call === "describeDecision") respond({ ok: true, value: decision });
  if (call !== "lookAgain") return false;
  const looked = Promise.all([tellOfPage(), lookInFrames()]);
  void (isSeen() ? looked : Promise.resolve()).then(() => respond({ ok: true, value: null }));
  return true;
});

/** How long to wait before a second try, in milliseconds: a background that was ended starts anew in less. */
const RETRY_DELAY = 400;

const isSeen = (): boolean => unnamed(document).visibilityState === "visible";

/** Has the page read, or a frame of it. Nothing but this look at a page is done before it is seen. */
async function tell(message: Message): Promise<void> {
  await untilSeen();
  // The browser may end the background while it is at it, and being told twice does no harm.
  if (await isAnswered(message)) return;
  await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY));
  await isAnswered(message);
}

/**
 * Resolves when the page is seen for the first time: one that is opened or restored in the background, or prepared before
 * anybody asked for it, may never be.
 */
async function untilSeen(): Promise<void> {
  if (isSeen()) return;
  await new Promise<void>((resolve) => {
    const stop = listen(document, "visibilitychange", () => {
      if (!isSeen()) return;
      stop();
      resolve();
    });
  });
}

/** Without a background (the extension was just updated or removed) there is nobody to answer. */
async function isAnswered(message: Message): Promise<boolean> {
  try {
    return (await runtime.sendMessage(message)) != null;
  } catch {
    return false;
  }
}

/** Gives whether the page is to be read. */
async function tellOfPage(): Promise<boolean> {
  const isRead = decide().isArticle || (await isAlwaysRead(decision));
  if (isRead) await tell({ call: "articleFound", input: null });
  else if (!hasReader() && (await mayHaveHighlights())) await tell(HIGHLIGHTS);
  return isRead;
}

offerDecision(decide);
void tellOfPage();
const lookInFrames = watchFrames({
  isNeeded: () => !decision.isArticle,
  onStory: (path) => tell({ call: "storyInFrame", input: { path } }),
  async onHost(host) {
    if (host !== "" && (await mayHaveHighlights(host))) await tell(HIGHLIGHTS);
  },
});

/** Looks again, and no more once the page is read. */
async function lookAgain(): Promise<void> {
  if (await tellOfPage()) forgetLooks();
}

function forgetLooks(): void {
  for (const timer of timers) clearTimeout(timer);
}

// An application goes from its front page to a story without being loaded anew.
watchAddress(window, () => {
  forgetLooks();
  timers = LOOKS.map((delay) => setTimeout(() => void lookAgain(), delay));
});
