import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, chromium, type Page, type Worker } from "playwright-core";
import { type BrowserDriver, until } from "./driver.ts";
import { findBrowser } from "./find.mjs";

/** Flags that keep Chromium to itself: nothing is fetched that the test did not ask for. */
const QUIET_FLAGS = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const ACTIVE_TAB = "chrome.tabs.query({ active: true, lastFocusedWindow: true })";

export interface LaunchOptions {
  /** The folder of the built extension. */
  readonly extension: string;
  readonly width?: number;
  readonly height?: number;
  readonly headless?: boolean;
}

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

/** The JavaScript source that runs `run` on `input`, after a library: how a function travels into another process. */
export function callSource<Input>(run: (input: Input) => unknown, input: Input, library = ""): string {
  const call = `(${run.toString()})(${JSON.stringify(input) ?? "undefined"})`;
  return library === "" ? call : `(() => { ${library}\n; return ${call}; })()`;
}

/** Starts Chromium with a fresh profile and the extension. Throws where Chromium can't be found or started. */
export async function launchChromium(options: LaunchOptions): Promise<BrowserDriver> {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("Chromium was not found: set CHROMIUM_BIN to its program");
  const profile = mkdtempSync(join(tmpdir(), "sourceline-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    // Root can only run Chromium without its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    // Pages that are left are kept, as for every reader.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    viewport: { width: options.width ?? 1000, height: options.height ?? 800 },
    args: [...QUIET_FLAGS, `--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`],
  });
  const errors: string[] = [];
  const page = context.pages()[0] ?? (await context.newPage());
  page.on("pageerror", (error) => errors.push(`page: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.location().url.startsWith("http")) {
      errors.push(`console: ${message.text()}`);
    }
  });
  const listenTo = (worker: Worker): void => {
    worker.on("console", (message) => {
      if (message.type() === "error") errors.push(`background: ${message.text()}`);
    });
  };
  for (const worker of context.serviceWorkers()) listenTo(worker);
  context.on("serviceworker", listenTo);
  const firstWorker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const extensionId = new URL(firstWorker.url()).host;
  const extensionOrigin = `chrome-extension://${extensionId}`;
  const pageSession = await context.newCDPSession(page);
  const browserSession = await (context.browser() ?? page.context().browser())?.newBrowserCDPSession();
  if (browserSession === undefined) throw new Error("Chromium gave no session for the browser as a whole");
  const popup = popupSessions(browserSession, extensionOrigin);
  // A document of the extension that, unlike its background, nobody ends.
  const openOffice = async () => {
    const opened = await context.newPage();
    await opened.goto(`${extensionOrigin}/manifest.json`);
    return { office: opened, officeSession: await context.newCDPSession(opened) };
  };
  let { office, officeSession } = await openOffice();
  await page.bringToFront();

  /** Does something in the browser's own list of extensions. */
  const inExtensionList = async (work: (list: Page) => Promise<void>): Promise<void> => {
    const list = await context.newPage();
    await list.goto("chrome://extensions");
    await work(list);
    await list.close();
    await page.bringToFront();
  };

  /** The running background; it is woken where the browser has ended it. */
  const worker = async (): Promise<Worker> => {
    await office.evaluate(`chrome.runtime.sendMessage({ call: "siteSettings", input: { site: "" } })`);
    return until("the background", () => context.serviceWorkers().at(-1) ?? null);
  };
  /** Raises an event of the extension, with `tab` as the tab in front. */
  const raise = async (dispatch: string): Promise<void> => {
    await (await worker()).evaluate(`${ACTIVE_TAB}.then(([tab]) => ${dispatch})`);
  };
  let colourScheme: "light" | "dark" = "light";
  let forcedColours: "active" | "none" = "none";

  return {
    name: "chromium",
    extensionOrigin,
    errors,
    goto: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    setColourScheme: async (scheme) => {
      colourScheme = scheme;
      await page.emulateMedia({ colorScheme: scheme });
    },
    setForcedColours: async (isActive) => {
      forcedColours = isActive ? "active" : "none";
      await page.emulateMedia({ forcedColors: forcedColours });
    },
    // Playwright's own types unwrap handles, which nothing here sends; JSON goes in and comes out.
    evaluate: (run, input, library) => page.evaluate(callSource(run, input, library)),
    inExtension: (run, input) => office.evaluate(callSource(run, input)),
    click: (x, y) => page.mouse.click(x, y),
    hover: (x, y) => page.mouse.move(x, y),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    // Keys sent over the protocol never reach an extension's shortcuts, so the event itself is raised.
    shortcut: async (command) => {
      await raise(`chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab)`);
    },
    contextMenu: async (_x, _y, item) => {
      await raise(
        `chrome.contextMenus.onClicked.dispatch({ menuItemId: ${JSON.stringify(item)}, editable: false }, tab)`,
      );
    },
    badgeText: () => office.evaluate(`${ACTIVE_TAB}.then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`),
    openPopup: async () => {
      await page.bringToFront();
      const { targetInfo } = await pageSession.send("Target.getTargetInfo");
      await popup.open(extensionId, targetInfo.targetId, [
        { name: "prefers-color-scheme", value: colourScheme },
        { name: "forced-colors", value: forcedColours },
      ]);
    },
    inPopup: (run, input, library) => popup.evaluate(callSource(run, input, library)),
    pressInPopup: (key) => popup.press(key),
    closePopup: () => popup.close(),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    popupScreenshot: (file) => popup.screenshot(file),
    inOverlay: (run, input) => runInClosedTree(pageSession, run, input),
    exposeOverlay: async () => {
      await runInClosedTree(
        pageSession,
        (overlay) => void Object.defineProperty(overlay.host, "shadowRoot", { value: overlay, configurable: true }),
        null,
      );
    },
    setMedium: (medium) => page.emulateMedia({ media: medium }),
    reloadExtension: async () => {
      await inExtensionList(async (list) => {
        // Only developers may load a folder anew.
        await list.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })");
        await list.evaluate(`chrome.developerPrivate.reload(${JSON.stringify(extensionId)}, { failQuietly: true })`);
      });
      ({ office, officeSession } = await until("the extension", () => openOffice().catch(() => null)));
      await page.bringToFront();
    },
    disableExtension: () =>
      inExtensionList(async (list) => {
        await list.evaluate(`chrome.management.setEnabled(${JSON.stringify(extensionId)}, false)`);
      }),
    endBackground: async () => {
      await officeSession.send("ServiceWorker.enable");
      await officeSession.send("ServiceWorker.stopAllWorkers");
    },
    closed: new Promise((resolve) => context.once("close", () => resolve())),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Runs a function on the closed shadow tree of the extension's overlay, which only the debugger can see. */
async function runInClosedTree<Result, Input>(
  session: CDPSession,
  run: (overlay: ShadowRoot, input: Input) => Result,
  input: Input,
): Promise<Result | null> {
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  const html = root.children?.find((node) => node.nodeName === "HTML");
  const backendNodeId = html === undefined ? undefined : overlayIn(html)?.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) return null;
  const { object } = await session.send("DOM.resolveNode", { backendNodeId });
  if (object.objectId === undefined) return null;
  const answer = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId,
    functionDeclaration: `function (input) { return (${run.toString()})(this, input); }`,
    arguments: [{ value: input }],
    returnByValue: true,
    awaitPromise: true,
  });
  if (answer.exceptionDetails) {
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
  }
  return answer.result.value as Result;
}

/** The overlay's host: a child of the root element, or of a dialog. */
function overlayIn(node: ProtocolNode): ProtocolNode | null {
  if (node.nodeName === "SOURCELINE-OVERLAY") return node;
  for (const child of node.children ?? []) {
    const found = overlayIn(child);
    if (found !== null) return found;
  }
  return null;
}

/** A node as the debugger tells of it. */
interface ProtocolNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly children?: readonly ProtocolNode[];
  readonly shadowRoots?: readonly ProtocolNode[];
}

/** The real popup is a target of its own that Playwright does not list; it is driven over the browser's session. */
function popupSessions(browser: CDPSession, extensionOrigin: string) {
  let sessionId: string | null = null;
  let nextId = 0;
  const waiting = new Map<number, (message: { result?: unknown; error?: { message: string } }) => void>();
  browser.on("Target.receivedMessageFromTarget", (event) => {
    const message = JSON.parse(event.message) as { id?: number; result?: unknown; error?: { message: string } };
    if (message.id === undefined) return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
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
