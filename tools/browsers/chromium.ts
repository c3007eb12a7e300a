import { readdirSync, readFileSync } from "node:fs";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright-core";
import { runInClosedTree, runInPrivateFrame } from "./chromium-overlay.ts";
import { type Features, pressAction, surfaceSession } from "./chromium-surface.ts";
import { type BrowserDriver, until } from "./driver.ts";
import { findBrowser } from "./find.mjs";
import { makeProfile, removeProfile } from "./profile.ts";

/** Flags that keep Chromium to itself: nothing is fetched that the test did not ask for. */
export const QUIET_FLAGS = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What Chromium answers to a call of a background that it is about to end: tests end it whenever they like. */
const OF_ENDING = /The browser is shutting down|\bNo SW$/;

const ACTIVE_TAB = "chrome.tabs.query({ active: true, lastFocusedWindow: true })";

export interface LaunchOptions {
  /** The folder of the built extension. */
  readonly extension: string;
  readonly width?: number;
  readonly height?: number;
  readonly headless?: boolean;
  /** Whether `updateExtension` will be called: Chromium lets only developers load a folder anew. */
  readonly updates?: boolean;
  /** Whether the extension is let into private windows. */
  readonly isPrivateAllowed?: boolean;
  /** The port on this machine of a proxy that everything goes through, requests to this machine too. */
  readonly proxy?: number;
  /** A folder for the profile that stays when the browser ends; without it, a fresh one that goes. */
  readonly profile?: string;
  /** Whether the page stays open that the extension opens once it is installed. */
  readonly keepsWelcome?: boolean;
}

/** The JavaScript source that runs `run` on `input`, after a library: how a function travels into another process. */
export function callSource<Input>(run: (input: Input) => unknown, input: Input, library = ""): string {
  const call = `(${run.toString()})(${JSON.stringify(input) ?? "undefined"})`;
  return library === "" ? call : `(() => { ${library}\n; return ${call}; })()`;
}

/** What a process has in memory that belongs to no file, in bytes; 0 where the system does not tell. */
function anonymousMemory(id: number): number {
  try {
    const [, kilobytes] = /^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0; // It has ended meanwhile, or the system has other ways to tell.
  }
}

const isWelcomeOf =
  (extensionOrigin: string) =>
  (opened: Page): boolean =>
    opened.url().startsWith(`${extensionOrigin}/welcome/`);

/** Closes the page that the extension opens once it is installed. What stands behind it is painted once a second. */
export async function closeWelcome(context: BrowserContext, extensionOrigin: string): Promise<void> {
  const find = (): Page | null => context.pages().find(isWelcomeOf(extensionOrigin)) ?? null;
  await (await until("the page after the installation", find)).close();
}

/** Starts Chromium with a fresh profile and the extension. Throws where Chromium can't be found or started. */
export async function launchChromium(options: LaunchOptions): Promise<BrowserDriver> {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("Chromium was not found: set CHROMIUM_BIN to its program");
  const profile = options.profile ?? makeProfile("chromium");
  const isFirstStart = readdirSync(profile).length === 0;
  const proxy =
    options.proxy === undefined
      ? []
      : [`--proxy-server=http://127.0.0.1:${options.proxy}`, "--proxy-bypass-list=<-loopback>"];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    // Root can only run Chromium without its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    // Pages that are left are kept, as for every reader.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    viewport: { width: options.width ?? 1000, height: options.height ?? 800 },
    args: [
      ...QUIET_FLAGS,
      ...proxy,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
    ],
  });
  const errors: string[] = [];
  const listenToPage = (opened: Page): Page => {
    opened.on("pageerror", (error) => errors.push(`page: ${error.message}`));
    opened.on("console", (message) => {
      if (message.type() === "error" && !message.location().url.startsWith("http")) {
        errors.push(`console: ${message.text()}`);
      }
    });
    return opened;
  };
  let page = listenToPage(context.pages()[0] ?? (await context.newPage()));
  const listenTo = (worker: Worker): void => {
    worker.on("console", (message) => {
      if (message.type() === "error" && !OF_ENDING.test(message.text())) errors.push(`background: ${message.text()}`);
    });
  };
  for (const worker of context.serviceWorkers()) listenTo(worker);
  context.on("serviceworker", listenTo);
  const firstWorker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const extensionId = new URL(firstWorker.url()).host;
  const extensionOrigin = `chrome-extension://${extensionId}`;
  const isWelcome = isWelcomeOf(extensionOrigin);
  if (options.keepsWelcome !== true && isFirstStart) {
    await closeWelcome(context, extensionOrigin);
  } else if (options.keepsWelcome !== true) {
    // A browser that was killed may not have written down that the extension is installed.
    const watch = (opened: Page): void => {
      const putAway = async (): Promise<void> => {
        await opened.close();
        await page.bringToFront();
      };
      const close = (): void => {
        // A browser that is killed meanwhile has neither page any more.
        if (opened !== page && isWelcome(opened)) putAway().catch(() => undefined);
      };
      opened.on("framenavigated", close);
      close();
    };
    for (const opened of context.pages()) watch(opened);
    context.on("page", watch);
  }
  let pageSession = await context.newCDPSession(page).catch(async () => {
    // A browser that is busy may put away the page that it began with when the extension opens its own.
    await until("the page to be gone", () => page.isClosed());
    page = listenToPage(await context.newPage());
    return context.newCDPSession(page);
  });
  const browserSession = await (context.browser() ?? page.context().browser())?.newBrowserCDPSession();
  if (browserSession === undefined) throw new Error("Chromium gave no session for the browser as a whole");
  const popup = surfaceSession(browserSession, "popup", `${extensionOrigin}/popup/`);
  const panel = surfaceSession(browserSession, "panel", `${extensionOrigin}/panel/`);
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
  /** Raises an event of the extension, with `tab` as the tab in front. Gives when. */
  const raise = async (dispatch: string): Promise<number> =>
    (await worker()).evaluate<number>(
      `${ACTIVE_TAB}.then(([tab]) => { const now = Date.now(); ${dispatch}; return now; })`,
    );
  const processes = async (): Promise<readonly { readonly type: string; readonly id: number }[]> =>
    (await browserSession.send("SystemInfo.getProcessInfo")).processInfo;
  const becomeDeveloper = (list: Page): Promise<unknown> =>
    list.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })");
  const configure = async (configuration: object): Promise<void> => {
    const given = JSON.stringify({ extensionId, ...configuration });
    await inExtensionList(async (list) => {
      await becomeDeveloper(list);
      await list.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${given})`);
    });
    // Chromium loads the extension anew for it.
    ({ office, officeSession } = await until("the extension", () => openOffice().catch(() => null)));
    await page.bringToFront();
  };
  if (options.isPrivateAllowed === true) await configure({ incognitoAccess: true });
  if (options.updates === true) await inExtensionList(async (list) => void (await becomeDeveloper(list)));
  let colourScheme: "light" | "dark" = "light";
  let forcedColours: "active" | "none" = "none";
  const features = (): Features => [
    { name: "prefers-color-scheme", value: colourScheme },
    { name: "forced-colors", value: forcedColours },
  ];

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
    closeTab: async () => {
      await office.evaluate(`${ACTIVE_TAB}.then(([tab]) => chrome.tabs.remove(tab.id))`);
      page = listenToPage(await context.newPage());
      pageSession = await context.newCDPSession(page);
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
    shortcut: (command) => raise(`chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab)`),
    contextMenu: async (_x, _y, item) => {
      await raise(
        `chrome.contextMenus.onClicked.dispatch({ menuItemId: ${JSON.stringify(item)}, editable: false }, tab)`,
      );
    },
    badgeText: () => office.evaluate(`${ACTIVE_TAB}.then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`),
    pressButton: async () => {
      await page.bringToFront();
      const { targetInfo } = await pageSession.send("Target.getTargetInfo");
      await pressAction(browserSession, extensionId, targetInfo.targetId);
    },
    openPopup: async () => {
      await page.bringToFront();
      const { targetInfo } = await pageSession.send("Target.getTargetInfo");
      await popup.open(() => pressAction(browserSession, extensionId, targetInfo.targetId), features());
    },
    inPopup: (run, input, library) => popup.evaluate(callSource(run, input, library)),
    pressInPopup: (key) => popup.press(key),
    closePopup: () => popup.close(),
    openPanel: async (width, height, open) => {
      await page.bringToFront();
      // What runs over the protocol counts as the user's doing.
      const show = () => office.evaluate(`${ACTIVE_TAB}.then(([tab]) => chrome.sidePanel.open({ tabId: tab.id }))`);
      await panel.open(open ?? show, features());
      // Without a window it has no size of its own.
      await panel.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    },
    inPanel: (run, input, library) => panel.evaluate(callSource(run, input, library)),
    pressInPanel: (key) => panel.press(key),
    closePanel: () => panel.close(),
    panelScreenshot: (file) => panel.screenshot(file),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    popupScreenshot: (file) => popup.screenshot(file),
    inOverlay: (run, input) => runInClosedTree(pageSession, run, input),
    inPrivateFrame: (run, input) => runInPrivateFrame(page, pageSession, run, input),
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
        await becomeDeveloper(list);
        await list.evaluate(`chrome.developerPrivate.reload(${JSON.stringify(extensionId)}, { failQuietly: true })`);
      });
      ({ office, officeSession } = await until("the extension", () => openOffice().catch(() => null)));
      await page.bringToFront();
    },
    updateExtension: async (meanwhile) => {
      await office.evaluate("void setTimeout(() => chrome.runtime.reload(), 0)");
      await meanwhile();
      ({ office, officeSession } = await until("the extension", () => openOffice().catch(() => null)));
      await page.bringToFront();
    },
    disableExtension: () =>
      inExtensionList(async (list) => {
        await list.evaluate(`chrome.management.setEnabled(${JSON.stringify(extensionId)}, false)`);
      }),
    withholdPages: () => configure({ hostAccess: "ON_CLICK" }),
    kill: async () => {
      const ended = new Promise<void>((resolve) => context.once("close", () => resolve()));
      for (const { type, id } of await processes()) if (type === "browser") process.kill(id, "SIGKILL");
      await ended;
    },
    memory: async () => {
      await pageSession.send("HeapProfiler.collectGarbage");
      await pageSession.send("Performance.enable");
      const { metrics } = await pageSession.send("Performance.getMetrics");
      const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? 0;
      const sizes = (await processes()).map(({ id }) => anonymousMemory(id));
      return {
        total: sizes.reduce((sum, size) => sum + size, 0),
        listeners: of("JSEventListeners"),
        documents: of("Documents"),
      };
    },
    endBackground: async () => {
      await officeSession.send("ServiceWorker.enable");
      await officeSession.send("ServiceWorker.stopAllWorkers");
    },
    closed: new Promise((resolve) => context.once("close", () => resolve())),
    close: async () => {
      await context.close();
      if (options.profile === undefined) await removeProfile(profile);
    },
  };
}
