import { writeFileSync } from "node:fs";
import type { CDPSession } from "playwright-core";
import { until } from "./driver.ts";

/** What the keys of `pressInPopup` are called in the protocol. */
const KEY_CODES: Readonly<Record<string, number>> = {
  Tab: 9,
  Enter: 13,
  Escape: 27,
  " ": 32,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};

/** The real popup is a target of its own that Playwright does not list; it is driven over the browser's session. */
export function popupSessions(browser: CDPSession, extensionOrigin: string) {
  let sessionId: string | null = null;
  let nextId = 0;
  const waiting = new Map<number, (message: { result?: unknown; error?: { message: string } }) => void>();
  browser.on("Target.receivedMessageFromTarget", (event) => {
    const message = JSON.parse(event.message) as { id?: number; result?: unknown; error?: { message: string } };
    if (message.id === undefined) return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });

  // A popup that closes itself answers nothing any more.
  browser.on("Target.detachedFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    sessionId = null;
    for (const answer of waiting.values()) answer({ error: { message: "the popup was closed" } });
    waiting.clear();
  });

  async function send<Result>(method: string, params: object = {}): Promise<Result> {
    if (sessionId === null) throw new Error("the popup is not open");
    nextId += 1;
    const id = nextId;
    const answer = new Promise<{ result?: unknown; error?: { message: string } }>((resolve) =>
      waiting.set(id, resolve),
    );
    await browser.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  }

  async function evaluate<Result>(expression: string): Promise<Result> {
    const answer = await send<{
      result: { value: Result };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value;
  }

  const popupTarget = async () => {
    const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ exclude: false }] });
    const isPopup = (url: string, type: string) => type === "page" && url.startsWith(`${extensionOrigin}/popup/`);
    return targetInfos.find(({ url, type }) => isPopup(url, type)) ?? null;
  };

  return {
    evaluate,
    async open(id: string, targetId: string, features: readonly { name: string; value: string }[]): Promise<void> {
      const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
      const { targetInfos: pages } = await browser.send("Target.getTargets", { filter: [{ type: "page" }] });
      const pageUrl = pages.find((candidate) => candidate.targetId === targetId)?.url;
      const tab = targetInfos.find(({ url }) => url === pageUrl);
      if (tab === undefined) throw new Error("the tab for the popup was not found");
      // A method that Playwright's types do not know yet.
      const trigger = browser.send as (method: string, params: object) => Promise<unknown>;
      await trigger.call(browser, "Extensions.triggerAction", { id, targetId: tab.targetId });
      const target = await until("the popup", popupTarget);
      const attached = await browser.send("Target.attachToTarget", { targetId: target.targetId, flatten: false });
      sessionId = attached.sessionId;
      await send("Emulation.setEmulatedMedia", { features });
      await until("the popup's document", () => evaluate<boolean>(`document.readyState === "complete"`));
    },
    async press(keys: string): Promise<void> {
      const key = keys.replace(/^Shift\+/, "");
      const code = KEY_CODES[key];
      if (code === undefined) throw new Error(`the popup's keyboard has no ${key}`);
      const text = { Enter: "\r", " ": " " }[key];
      const modifiers = keys.startsWith("Shift+") ? 8 : 0;
      const event = { key, code: key === " " ? "Space" : key, windowsVirtualKeyCode: code, modifiers };
      await send("Page.bringToFront");
      await send("Input.dispatchKeyEvent", { type: text === undefined ? "rawKeyDown" : "keyDown", text, ...event });
      await send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
    },
    async screenshot(file: string): Promise<void> {
      const { data } = await send<{ data: string }>("Page.captureScreenshot", { format: "png" });
      writeFileSync(file, Buffer.from(data, "base64"));
    },
    async close(): Promise<void> {
      if (sessionId === null) return;
      const target = await popupTarget();
      sessionId = null;
      if (target !== null) await browser.send("Target.closeTarget", { targetId: target.targetId });
      await until("the popup to close", async () => (await popupTarget()) === null);
    },
  };
}
