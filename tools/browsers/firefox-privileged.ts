import type { Memory } from "./driver.ts";
import { HOST } from "../../extension/reader/overlay/host-name.ts";

/** The element that holds the overlay: a page may give elements of its own the same attribute. */
const HOST_ELEMENT = `[...content.document.querySelectorAll("[${HOST}]")].find((element) => element.openOrClosedShadowRoot)`;

/** Runs source in the browser's own process and gives what its promise gives. */
type InBrowser = <Result>(expression: string) => Promise<Result>;

/**
 * What only the browser itself can do in Firefox: the real popup, menu and shortcuts, and the end of the background.
 * Each piece is JavaScript for the browser's privileged process, where `window` is the browser's window.
 */
export function privileged(inBrowser: InBrowser, extensionId: string) {
  const id = JSON.stringify(extensionId);
  const popupBrowser = `document.querySelector("browser.webextension-popup-browser")`;
  /** The browser of the panel stands in a document of its own in the sidebar. */
  const panelBrowser = `(SidebarController.browser.contentDocument?.getElementById("webext-panels-browser") ?? null)`;

  /** Runs source in the document of a tab or popup, with the browser's rights. `browser` finds its element. */
  const inFrame = <Result>(browser: string, expression: string): Promise<Result> =>
    inBrowser<Result>(`new Promise((resolve, reject) => {
      const browser = ${browser};
      if (browser === null) return reject(new Error("there is no such document"));
      const name = "sourceline" + Math.random();
      browser.messageManager.addMessageListener(name, function listen({ data }) {
        browser.messageManager.removeMessageListener(name, listen);
        if ("error" in data) reject(new Error(data.error)); else resolve(data.value);
      });
      const source = ${JSON.stringify(expression)};
      browser.messageManager.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(
        "(async () => { let answer; try { answer = { value: await (" + source + ") }; } catch (error) { answer = { error: String(error) + error.stack }; }" +
        "sendAsyncMessage(" + JSON.stringify(name) + ", answer); })()"), false);
    })`);
  /** The same, as a script of the document itself, without the browser's rights. */
  const asDocument = (expression: string): string =>
    `new Promise((resolve, reject) => {
      const sandbox = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      const promise = Components.utils.evalInSandbox("(async () => JSON.stringify(await (" + ${JSON.stringify(expression)} + ")))()", sandbox);
      promise.then((text) => resolve(text === undefined ? null : JSON.parse(text)), reject);
    })`;
  const pressIn = (browser: string, keys: string): Promise<void> =>
    inBrowser<void>(`(() => {
        ${browser}.focus();
        const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
        processor.beginInputTransactionForTests(window, () => {});
        const key = ${JSON.stringify(keys)}.replace(/^Shift\\+/, "");
        const shift = new window.KeyboardEvent("", { key: "Shift", code: "ShiftLeft" });
        const event = new window.KeyboardEvent("", { key, code: key === " " ? "Space" : key });
        const isShifted = key !== ${JSON.stringify(keys)};
        if (isShifted) processor.keydown(shift);
        processor.keydown(event);
        processor.keyup(event);
        if (isShifted) processor.keyup(shift);
      })()`);
  const pictureOf = (browser: string): Promise<string> =>
    inBrowser<string>(`(async () => {
        const picture = await ${browser}.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, "white");
        const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext("2d").drawImage(picture, 0, 0);
        return canvas.toDataURL("image/png").split(",")[1];
      })()`);
  const extension = `WebExtensionPolicy.getByID(${id}).extension`;

  return {
    inPopup: <Result>(expression: string): Promise<Result> => inFrame<Result>(popupBrowser, asDocument(expression)),

    inOverlay: <Result>(run: string, input: unknown): Promise<Result | null> =>
      inFrame<Result | null>(
        "gBrowser.selectedBrowser",
        `(() => {
          const host = ${HOST_ELEMENT};
          const root = host && host.openOrClosedShadowRoot;
          return root ? (${run})(root, ${JSON.stringify(input) ?? "undefined"}) : null;
        })()`,
      ),

    inPrivateFrame: <Result>(run: string, input: unknown): Promise<Result | null> =>
      inFrame<Result | null>(
        "gBrowser.selectedBrowser",
        `(() => {
          const host = ${HOST_ELEMENT};
          const frame = host && host.openOrClosedShadowRoot.querySelector("iframe");
          const inside = frame && frame.contentDocument;
          return inside ? (${run})(inside, ${JSON.stringify(input) ?? "undefined"}) : null;
        })()`,
      ),

    exposeOverlay: (): Promise<void> =>
      inFrame<void>(
        "gBrowser.selectedBrowser",
        `(() => {
          const host = ${HOST_ELEMENT};
          const root = Components.utils.waiveXrays(host.openOrClosedShadowRoot);
          content.Object.defineProperty(
            Components.utils.waiveXrays(host),
            "shadowRoot",
            Components.utils.cloneInto({ value: root, configurable: true }, content, { wrapReflectors: true }),
          );
        })()`,
      ),

    inExtension: <Result>(expression: string): Promise<Result> =>
      inBrowser<Result>(`(async () => {
        const extension = ${extension};
        await extension.wakeupBackground?.();
        const { xulBrowser: browser } = [...extension.views].find((view) => view.viewType === "background");
        const name = "sourceline" + Math.random();
        return new Promise((resolve, reject) => {
          browser.messageManager.addMessageListener(name, function listen({ data }) {
            browser.messageManager.removeMessageListener(name, listen);
            if ("error" in data) reject(new Error(data.error)); else resolve(data.value);
          });
          browser.messageManager.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(
            "(async () => { let answer; try { answer = { value: await (" + ${JSON.stringify(asDocument(expression))} + ") }; } catch (error) { answer = { error: String(error) }; }" +
            "sendAsyncMessage(" + JSON.stringify(name) + ", answer); })()"), false);
        });
      })()`),

    pressButton: (): Promise<void> =>
      inBrowser<void>(`(() => {
        const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
        ExtensionParent.apiManager.global.browserActionFor(${extension}).triggerAction(window);
      })()`),

    openPopup: (): Promise<void> =>
      inBrowser<void>(`(async () => {
        const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
        // The menu of extensions, in which the popup stands, closes a moment after a popup that closed itself.
        const menu = document.getElementById("unified-extensions-panel");
        if (menu && menu.state !== "closed") menu.hidePopup();
        for (let i = 0; i < 200 && menu && menu.state !== "closed"; i++) await new Promise((resolve) => setTimeout(resolve, 25));
        await ExtensionParent.apiManager.global.browserActionFor(${extension}).openPopup(window);
        for (let i = 0; i < 400; i++) {
          const browser = ${popupBrowser};
          if (browser && browser.currentURI && browser.currentURI.spec.startsWith("moz-extension:") &&
              browser.webProgress && !browser.webProgress.isLoadingDocument && browser.getBoundingClientRect().height > 20) return;
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
        throw new Error("the popup did not open");
      })()`),

    pressInPopup: (keys: string): Promise<void> => pressIn(popupBrowser, keys),

    closePopup: (): Promise<void> =>
      inBrowser<void>(`(async () => {
        const browser = ${popupBrowser};
        if (browser) browser.closest("panel").hidePopup();
        for (let i = 0; i < 200 && ${popupBrowser}; i++) await new Promise((resolve) => setTimeout(resolve, 25));
      })()`),

    popupPicture: (): Promise<string> => pictureOf(popupBrowser),

    inPanel: <Result>(expression: string): Promise<Result> => inFrame<Result>(panelBrowser, asDocument(expression)),
    pressInPanel: (keys: string): Promise<void> => pressIn(panelBrowser, keys),
    panelPicture: (): Promise<string> => pictureOf(panelBrowser),

    showPanel: (): Promise<void> =>
      inBrowser<void>(`(async () => {
        const ours = ${id}.replace(/[^a-z0-9_-]/gi, "_");
        await SidebarController.show([...SidebarController.sidebars.keys()].find((key) => key.startsWith(ours)));
      })()`),

    awaitPanel: (width: number): Promise<void> =>
      inBrowser<void>(`(async () => {
        const box = document.getElementById("sidebar-box");
        for (const [name, value] of [["width", ${width}], ["min-width", 0], ["max-width", 2000]]) box.style.setProperty(name, value + "px", "important");
        for (let i = 0; i < 400; i++) {
          const browser = ${panelBrowser};
          if (browser && browser.currentURI && browser.currentURI.spec.startsWith("moz-extension:") &&
              browser.webProgress && !browser.webProgress.isLoadingDocument) return;
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
        throw new Error("the panel did not open");
      })()`),

    closePanel: (): Promise<void> => inBrowser<void>(`SidebarController.hide()`),

    setColourScheme: (scheme: "light" | "dark"): Promise<void> =>
      inBrowser<void>(`(() => {
        Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${scheme === "dark" ? 0 : 1});
        Services.prefs.setIntPref("ui.systemUsesDarkTheme", ${scheme === "dark" ? 1 : 0});
      })()`),

    setForcedColours: (isActive: boolean): Promise<void> =>
      inBrowser<void>(`(() => {
        Services.prefs.setIntPref("browser.display.document_color_use", ${isActive ? 2 : 0});
      })()`),

    badgeText: (): Promise<string> =>
      inBrowser<string>(`(() => {
        const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
        const action = ExtensionParent.apiManager.global.browserActionFor(${extension});
        return action.action.getContextData(action.action.getTargetFromWindow?.(window) ?? gBrowser.selectedTab).badgeText ?? "";
      })()`),

    /** Real key events at the browser's window: key actions of WebDriver never reach an extension's shortcuts. */
    shortcut: (keys: string): Promise<number> =>
      inBrowser<number>(`(() => {
        const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
        processor.beginInputTransactionForTests(window, () => {});
        const modifiers = { Alt: ["Alt", "AltLeft", 18], Shift: ["Shift", "ShiftLeft", 16] };
        const events = ${JSON.stringify(keys.split("+"))}.map((key) => {
          const [name, code, keyCode] = modifiers[key] ?? [key, "Key" + key, key.charCodeAt(0)];
          return new window.KeyboardEvent("", { key: name, code, keyCode });
        });
        const now = Date.now();
        for (const event of events) processor.keydown(event);
        for (const event of events.reverse()) processor.keyup(event);
        return now;
      })()`),

    chooseMenuItem: (item: string): Promise<void> =>
      inBrowser<void>(`(async () => {
        const menu = document.getElementById("contentAreaContextMenu");
        for (let i = 0; i < 200 && menu.state !== "open"; i++) await new Promise((resolve) => setTimeout(resolve, 25));
        const ours = (node) => node.id && node.id.includes(${id}.replace(/[^a-z0-9_-]/gi, "_")) && node.id.endsWith("_" + ${JSON.stringify(item)});
        const entry = [...menu.querySelectorAll("menuitem")].find(ours);
        if (!entry) throw new Error("the menu has no such entry; it is " + menu.state);
        const submenu = entry.closest("menupopup");
        if (submenu !== menu) submenu.closest("menu").openMenu(true);
        for (let i = 0; i < 100 && submenu.state !== "open"; i++) await new Promise((resolve) => setTimeout(resolve, 25));
        submenu.activateItem(entry);
      })()`),

    setMedium: (medium: "screen" | "print"): Promise<void> =>
      inBrowser<void>(`(() => {
        gBrowser.selectedBrowser.browsingContext.mediumOverride = ${JSON.stringify(medium === "print" ? "print" : "")};
      })()`),

    reloadExtension: (): Promise<void> =>
      inBrowser<void>(`(async () => {
        const addon = await AddonManager.getAddonByID(${id});
        await addon.reload();
      })()`),

    startReload: (): Promise<void> =>
      inBrowser<void>(`(async () => {
        const addon = await AddonManager.getAddonByID(${id});
        window.sourcelineReload = false;
        addon.reload().then(() => (window.sourcelineReload = true));
      })()`),

    isReloaded: (): Promise<boolean> => inBrowser<boolean>("window.sourcelineReload === true"),

    disableExtension: (): Promise<void> =>
      inBrowser<void>(`(async () => {
        const addon = await AddonManager.getAddonByID(${id});
        await addon.disable();
      })()`),

    withholdPages: (): Promise<void> =>
      inBrowser<void>(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const origins = ["http://*/*", "https://*/*"];
        await ExtensionPermissions.remove(${id}, { permissions: [], origins }, ${extension});
      })()`),

    memory: (): Promise<Memory> =>
      inBrowser<Memory>(`(async () => {
        const reporters = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
        await new Promise((resolve) => reporters.minimizeMemoryUsage(resolve));
        const { memory, children } = await ChromeUtils.requestProcInfo();
        const total = children.reduce((sum, child) => sum + child.memory, memory);
        return { total, listeners: null, documents: null };
      })()`),

    endBackground: (): Promise<void> =>
      inBrowser<void>(`(async () => {
        const extension = ${extension};
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        if (extension.backgroundState !== "stopped") throw new Error("the background is " + extension.backgroundState);
      })()`),
  };
}
