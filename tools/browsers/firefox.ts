import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callSource, type LaunchOptions } from "./chromium.ts";
import { type BrowserDriver, until } from "./driver.ts";
import { findBrowser } from "./find.mjs";
import { privileged } from "./firefox-privileged.ts";
import { connectMarionette } from "./marionette.ts";
import { makeProfile, removeProfile } from "./profile.ts";

const EXTENSION_ID = "sourceline@sourceline.example";
/** Any fixed one will do: it makes the extension's addresses known before it is installed. */
const EXTENSION_UUID = "6f3a1c52-8f0e-4d7b-9a51-2c04be0f7d11";

/** Preferences that keep Firefox to itself: nothing is fetched, nothing asks to be clicked away. */
const PREFERENCES: Record<string, string | number | boolean> = {
  "marionette.port": 0,
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  "browser.dom.window.dump.enabled": true,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "devtools.console.stdout.content": true,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "extensions.webextensions.uuids": JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
  "media.gmp-manager.updateEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.startup.max_resumed_crashes": -1,
  "toolkit.telemetry.enabled": false,
};

/** WebDriver names keys by code points of their own. */
const KEY_CODES: Record<string, string> = {
  Alt: "\uE00A",
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  Backspace: "\uE003",
  Control: "\uE009",
  Delete: "\uE017",
  End: "\uE010",
  Enter: "\uE007",
  Escape: "\uE00C",
  F6: "\uE036",
  Home: "\uE011",
  Shift: "\uE008",
  Tab: "\uE004",
};

/** Starts Firefox with a fresh profile and the extension. Throws where Firefox can't be found or started. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserDriver> {
  const program = findBrowser("firefox");
  if (program === null) throw new Error("Firefox was not found: set FIREFOX_BIN to its program");
  const width = options.width ?? 1000;
  const height = options.height ?? 800;
  const profile = options.profile ?? makeProfile("firefox");
  // What pages save goes where it is deleted with the profile.
  const downloads = { "browser.download.folderList": 2, "browser.download.dir": profile };
  const proxy =
    options.proxy === undefined
      ? {}
      : {
          "network.proxy.type": 1,
          "network.proxy.http": "127.0.0.1",
          "network.proxy.http_port": options.proxy,
          "network.proxy.ssl": "127.0.0.1",
          "network.proxy.ssl_port": options.proxy,
          "network.proxy.allow_hijacking_localhost": true,
          "network.proxy.no_proxies_on": "",
        };
  const preferences = Object.entries({ ...PREFERENCES, ...downloads, ...proxy }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), preferences.join("\n"));

  const portFile = join(profile, "MarionetteActivePort");
  // A browser that was killed leaves its own behind.
  rmSync(portFile, { force: true });
  const headless = options.headless ?? true;
  const child = spawn(
    program,
    [
      "--marionette",
      "--remote-allow-system-access",
      "--no-remote",
      "--new-instance",
      "--profile",
      profile,
      `--width=${width}`,
      `--height=${height}`,
      ...(headless ? ["--headless"] : []),
      "about:blank",
    ],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        MOZ_HEADLESS_WIDTH: String(width),
        MOZ_HEADLESS_HEIGHT: String(height),
        MOZ_CRASHREPORTER_DISABLE: "1",
        MOZ_REMOTE_SETTINGS_DEVTOOLS: "1",
      },
    },
  );
  let log = "";
  child.stdout.on("data", (data: Buffer) => (log += data.toString()));
  child.stderr.on("data", (data: Buffer) => (log += data.toString()));
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const kill = (): void => {
    child.kill("SIGKILL");
  };
  process.once("exit", kill);

  const port = await until(
    "Firefox to start",
    () => {
      if (child.exitCode !== null) throw new Error(`Firefox ended at once:\n${log.slice(-2000)}`);
      // The file is there a moment before its number is.
      return existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) || null : null;
    },
    90_000,
  );
  const { send, disconnect } = await connectMarionette(port);
  await send("WebDriver:NewSession", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await send("WebDriver:SetTimeouts", { script: 30_000, pageLoad: 60_000, implicit: 0 });
  await send("Addon:Install", {
    path: options.extension,
    temporary: true,
    allowPrivateBrowsing: options.isPrivateAllowed ?? false,
  });

  /** Runs source in the page, or in the browser itself, and gives what its promise gives. */
  async function run<Result>(context: "content" | "chrome", expression: string): Promise<Result> {
    await send("Marionette:SetContext", { value: context });
    const answer = await send<{ value?: Result; error?: string }>("WebDriver:ExecuteAsyncScript", {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => ${expression})
          .then((value) => done({ value }), (error) => done({ error: String(error) + "\\n" + (error && error.stack) }));`,
      args: [],
      newSandbox: false,
    });
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as Result;
  }
  const inBrowser = <Result>(expression: string): Promise<Result> => run<Result>("chrome", expression);
  const tools = privileged(inBrowser, EXTENSION_ID);
  if (options.keepsWelcome !== true) {
    const isClosed = `(() => {
      const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.startsWith("moz-extension://${EXTENSION_UUID}/welcome/"));
      if (tab !== undefined) gBrowser.removeTab(tab);
      return tab !== undefined;
    })()`;
    // An extension that is let into private windows is loaded a second time at once, and its first background may end before
    // it has opened that page.
    const mayFail = options.isPrivateAllowed === true;
    const closed = until(
      "the page after the installation",
      () => inBrowser<boolean>(isClosed),
      mayFail ? 5_000 : 20_000,
    );
    await (mayFail ? closed.catch(() => false) : closed);
  }

  const perform = (actions: object[]): Promise<unknown> => send("WebDriver:PerformActions", { actions });
  const pressKeys = (keys: readonly string[]): Promise<unknown> => {
    const values = keys.map((key) => KEY_CODES[key] ?? key);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.toReversed().map((value) => ({ type: "keyUp", value }));
    return perform([{ type: "key", id: "keyboard", actions: [...down, ...up] }]);
  };
  /** Moves the mouse, and presses a button where one is named. */
  const pointer = async (x: number, y: number, button: number | null): Promise<void> => {
    const press = button === null ? [] : ["pointerDown", "pointerUp"].map((type) => ({ type, button }));
    await perform([
      {
        type: "pointer",
        id: "mouse",
        parameters: { pointerType: "mouse" },
        actions: [{ type: "pointerMove", x: Math.round(x), y: Math.round(y) }, ...press],
      },
    ]);
  };
  const inContent = async (): Promise<void> => {
    await send("Marionette:SetContext", { value: "content" });
  };

  return {
    name: "firefox",
    extensionOrigin: `moz-extension://${EXTENSION_UUID}`,
    get errors() {
      const isError = (line: string): boolean =>
        // Firefox's own remote settings, which have no network here, complain as well.
        (line.startsWith("console.error") && !line.includes("RSLoader")) ||
        // And so does Firefox of a page of ours that was closed while it was being opened.
        (line.includes(`moz-extension://${EXTENSION_UUID}`) &&
          /error/i.test(line) &&
          !line.includes("ConduitsParent")) ||
        (line.startsWith("JavaScript error: ") && line.includes("http://127.0.0.1"));
      return log.split("\n").filter(isError);
    },
    goto: async (url) => {
      await inContent();
      await send("WebDriver:Navigate", { url });
    },
    reload: async () => {
      await inContent();
      await send("WebDriver:Refresh");
    },
    closeTab: async () => {
      // A window goes with its last tab.
      const { handle } = await send<{ handle: string }>("WebDriver:NewWindow", { type: "tab", focus: false });
      await inContent();
      await send("WebDriver:CloseWindow");
      await send("WebDriver:SwitchToWindow", { handle, focus: true });
    },
    resize: async (newWidth, newHeight) => {
      await inContent();
      const inner = await run<{ width: number; height: number }>(
        "content",
        "({ width: outerWidth - innerWidth, height: outerHeight - innerHeight })",
      );
      await send("WebDriver:SetWindowRect", { width: newWidth + inner.width, height: newHeight + inner.height });
    },
    setColourScheme: tools.setColourScheme,
    setForcedColours: tools.setForcedColours,
    evaluate: (fn, input, library) => run("content", callSource(fn, input, library)),
    inExtension: (fn, input) => tools.inExtension(callSource(fn, input)),
    click: async (x, y) => {
      await inContent();
      await pointer(x, y, 0);
    },
    hover: async (x, y) => {
      await inContent();
      await pointer(x, y, null);
    },
    press: async (key) => {
      await inContent();
      await pressKeys(key.split("+"));
    },
    type: async (text) => {
      await inContent();
      for (const character of text) await pressKeys([character]);
    },
    shortcut: (_command, keys) => tools.shortcut(keys),
    contextMenu: async (x, y, item) => {
      await inContent();
      await pointer(x, y, 2);
      await tools.chooseMenuItem(item);
    },
    badgeText: tools.badgeText,
    pressButton: tools.pressButton,
    openPopup: tools.openPopup,
    inPopup: (fn, input, library) => tools.inPopup(callSource(fn, input, library)),
    pressInPopup: tools.pressInPopup,
    closePopup: tools.closePopup,
    openPanel: async (panelWidth, _height, open) => {
      await (open ?? tools.showPanel)();
      await tools.awaitPanel(panelWidth);
    },
    inPanel: (fn, input, library) => tools.inPanel(callSource(fn, input, library)),
    pressInPanel: tools.pressInPanel,
    closePanel: tools.closePanel,
    panelScreenshot: async (file) => {
      writeFileSync(file, Buffer.from(await tools.panelPicture(), "base64"));
    },
    screenshot: async (file) => {
      await inContent();
      const picture = await send<string>("WebDriver:TakeScreenshot", { full: false, hash: false });
      writeFileSync(file, Buffer.from(picture, "base64"));
    },
    popupScreenshot: async (file) => {
      writeFileSync(file, Buffer.from(await tools.popupPicture(), "base64"));
    },
    inOverlay: (fn, input) => tools.inOverlay(fn.toString(), input),
    inPrivateFrame: (fn, input) => tools.inPrivateFrame(fn.toString(), input),
    exposeOverlay: tools.exposeOverlay,
    setMedium: tools.setMedium,
    reloadExtension: tools.reloadExtension,
    updateExtension: async (meanwhile) => {
      await tools.startReload();
      await meanwhile();
      await until("the extension", () => tools.isReloaded());
    },
    disableExtension: tools.disableExtension,
    withholdPages: tools.withholdPages,
    kill: async () => {
      kill();
      await exited;
      disconnect();
    },
    memory: tools.memory,
    endBackground: tools.endBackground,
    closed: exited,
    close: async () => {
      if (child.exitCode === null)
        await Promise.race([send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => null), exited]);
      disconnect();
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 5000)).then(kill)]);
      await exited;
      process.off("exit", kill);
      if (options.profile === undefined) await removeProfile(profile);
    },
  };
}
