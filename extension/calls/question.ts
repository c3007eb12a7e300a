import browser, { type Runtime } from "webextension-polyfill";

/**
 * A call whose answer takes long is a question that can be dropped. Whoever asks holds a channel open for as long as the
 * answer is waited for; the browser closes it when the page is left or its tab closed.
 */

/** What the channels are called, before the name of the question. */
const CHANNEL = "question:";

/** A question that is waited for. */
export interface Question {
  /** Goes along with the call. */
  readonly name: string;
  /** Nobody waits any more. */
  drop(): void;
}

/** Opens a question, before the call. Without the extension, which may have been updated, there is nothing to drop. */
export function openQuestion(): Question {
  const name = String(Math.random());
  let port: Runtime.Port | null = null;
  try {
    port = browser.runtime.connect({ name: CHANNEL + name });
  } catch {
    port = null;
  }
  return {
    name,
    drop() {
      try {
        port?.disconnect();
      } catch {
        // The extension has been updated, and the channel is closed already.
      }
    },
  };
}

/** The questions that are open in front of the background. */
export interface Questions {
  /**
   * Is aborted when nobody waits for the answer any more. Of a question that was opened before this background started,
   * that is never known.
   */
  signalOf(sender: Runtime.MessageSender, name: string): AbortSignal;
}

/** Takes questions. To be called at once when the background starts, since what is opened before is not heard of. */
export function takeQuestions(): Questions {
  const open = new Map<string, AbortController>();
  const keyOf = ({ tab, frameId }: Runtime.MessageSender, name: string): string => `${tab?.id} ${frameId} ${name}`;

  browser.runtime.onConnect.addListener((port) => {
    const { name, sender } = port;
    if (!name.startsWith(CHANNEL) || sender?.id !== browser.runtime.id) return;
    const key = keyOf(sender, name.slice(CHANNEL.length));
    const controller = new AbortController();
    open.set(key, controller);
    port.onDisconnect.addListener(() => {
      // Asked for, or Chromium complains of a page that was left.
      void browser.runtime.lastError;
      open.delete(key);
      controller.abort();
    });
  });

  return {
    signalOf: (sender, name) => open.get(keyOf(sender, name))?.signal ?? new AbortController().signal,
  };
}
