import { type Decision, detect } from "../../src/article/detect.ts";
import type { Result } from "../../src/messaging/result.ts";
import { readSignals } from "../dom/signals.ts";
import type { Message } from "../messaging/call.ts";
import { isWished } from "./wishes.ts";
import { watchFrames } from "./frames.ts";
import { shown } from "./shown.ts";

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
          respond: (answer: Result<Decision>) => void,
        ) => void,
      ): void;
    };
  };
};
const { runtime } = chrome;
const decision = detect(readSignals(document, location.href));

runtime.onMessage.addListener((message, sender, respond) => {
  const isForUs = sender.id === runtime.id && (message as Partial<Message> | null)?.call === "describeDecision";
  if (isForUs) respond({ ok: true, value: decision });
});

/** Has the page read, or a frame of it. Nothing but this look at a page is done before it is seen. */
async function tell(message: Message): Promise<void> {
  await shown();
  try {
    await runtime.sendMessage(message);
  } catch {
    // Without a background (the extension was just updated or removed) there is nobody to tell.
  }
}

async function tellOfPage(): Promise<void> {
  if (decision.isArticle || (await isWished(decision))) await tell({ call: "articleFound", input: null });
}

void tellOfPage();
watchFrames(
  () => !decision.isArticle,
  (path) => void tell({ call: "storyInFrame", input: { path } }),
);
