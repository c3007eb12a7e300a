import { type Decision, detect } from "../../src/article/detect.ts";
import type { Result } from "../../src/messaging/result.ts";
import { readSignals } from "../dom/signals.ts";
import type { Message } from "../messaging/call.ts";
import { isWished } from "./wishes.ts";

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

async function tell(): Promise<void> {
  if (!decision.isArticle && !(await isWished(decision))) return;
  await runtime.sendMessage({ call: "articleFound", input: null });
}

// Without a background (the extension was just updated or removed) there is nobody to tell.
tell().catch(() => null);
