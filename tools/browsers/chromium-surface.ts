import { writeFileSync } from "node:fs";
import type { CDPSession } from "playwright-core";
import { until } from "./driver.ts";

/** What the keys of `press` are called in the protocol. */
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

/** How a surface looks, as the protocol names it. */
export type Features = readonly { readonly name: string; readonly value: string }[];

/**
 * The real popup and the real panel are targets of their own that Playwright does not list; each is driven over the
 * browser's session.
 *
 * @param name says which it is, in failures.
 * @param url its address begins so.
 */
export function surfaceSession(browser: CDPSession, name: string, url: string) {
  let sessionId: string | null = null;
  let nextId = 0;
  const waiting = new Map<number, (message: { result?: unknown; error?: { message: string } }) => void>();
  browser.on("Target.receivedMessageFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as { id?: number; result?: unknown; error?: { message: string } };
    if (message.id === undefined) return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });

  // What closes itself answers nothing any more.
  browser.on("Target.detachedFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    sessionId = null;
    for (const answer of waiting.values()) answer({ error: { message: `the ${name} was closed` } });
    waiting.clear();
  });

  async function send<Result>(method: string, params: object = {}): Promise<Result> {
    if (sessionId === null) throw new Error(`the ${name} is not open`);
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

  const find = async () => {
    const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ exclude: false }] });
    return targetInfos.find((target) => target.type === "page" && target.url.startsWith(url)) ?? null;
  };

  return {
    evaluate,
    send,
    /** Opens it and waits until it has loaded. */
    async open(show: () => Promise<unknown>, features: Features): Promise<void> {
      await show();
      const target = await until(`the ${name}`, find);
      const attached = await browser.send("Target.attachToTarget", { targetId: target.targetId, flatten: false });
      sessionId = attached.sessionId;
      await send("Emulation.setEmulatedMedia", { features });
      await until(`the ${name}'s document`, () => evaluate<boolean>(`document.readyState === "complete"`));
    },
    async press(keys: string): Promise<void> {
      const key = keys.replace(/^Shift\+/, "");
      const code = KEY_CODES[key];
      if (code === undefined) throw new Error(`the keyboard has no ${key}`);
      const text = { Enter: "\r", " ": " " }[key];
      const modifiers = keys.startsWith("Shift+") ? 8 : 0;
      const event = { key, code: key === " " ? "Space" : key, windowsVirtualKeyCode: code, modifiers };
      await send("Page.bringToFront");
      try {
        await send("Input.dispatchKeyEvent", { type: text === undefined ? "rawKeyDown" : "keyDown", text, ...event });
        await send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
      } catch (error) {
        // A key may close what it is pressed in.
        if ((await find()) !== null) throw error;
      }
    },
    async screenshot(file: string): Promise<void> {
      const { data } = await send<{ data: string }>("Page.captureScreenshot", { format: "png" });
      writeFileSync(file, Buffer.from(data, "base64"));
    },
    async close(): Promise<void> {
      if (sessionId === null) return;
      const target = await find();
      sessionId = null;
      if (target !== null) await browser.send("Target.closeTarget", { targetId: target.targetId });
      await until(`the ${name} to close`, async () => (await find()) === null);
    },
  };
}

/** Presses the extension's button in the toolbar, for the page of a target. */
export async function pressAction(browser: CDPSession, id: string, targetId: string): Promise<void> {
  const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
  const { targetInfos: pages } = await browser.send("Target.getTargets", { filter: [{ type: "page" }] });
  const pageUrl = pages.find((candidate) => candidate.targetId === targetId)?.url;
  const tab = targetInfos.find(({ url }) => url === pageUrl);
  if (tab === undefined) throw new Error("the tab for the popup was not found");
  // A method that Playwright's types do not know yet.
  const trigger = browser.send as (method: string, params: object) => Promise<unknown>;
  await trigger.call(browser, "Extensions.triggerAction", { id, targetId: tab.targetId });
}
