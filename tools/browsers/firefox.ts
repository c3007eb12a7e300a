import { writeFileSync } from "node:fs";
import { callSource, type LaunchOptions } from "./chromium.ts";
import { type BrowserDriver, until } from "./driver.ts";
import { privileged } from "./firefox-privileged.ts";
import { type FirefoxProcess, startFirefox } from "./firefox-process.ts";

const EXTENSION_ID = "sourceline@sourceline.example";
/** Any fixed one will do: it makes the extension's addresses known before it is installed. */
const EXTENSION_UUID = "6f3a1c52-8f0e-4d7b-9a51-2c04be0f7d11";

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
  const firefox = await startFirefox(options, { [EXTENSION_ID]: EXTENSION_UUID });
  return driverOf(firefox, options).catch(async (error: unknown) => {
    await firefox.end();
    throw error;
  });
}

async function driverOf(firefox: FirefoxProcess, options: LaunchOptions): Promise<BrowserDriver> {
  const { send } = firefox.session;
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
      return firefox.log().split("\n").filter(isError);
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
    kill: firefox.kill,
    memory: tools.memory,
    endBackground: tools.endBackground,
    closed: firefox.exited,
    close: firefox.end,
  };
}
