import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

type Api = typeof import("webextension-polyfill");

const tabCount = (browser: BrowserDriver): Promise<number> =>
  browser.inExtension(
    async () => (await (globalThis as unknown as { chrome: Api }).chrome.tabs.query({})).length,
    null,
  );

/** Closes the tab that was opened last. */
const closeNewest = (browser: BrowserDriver): Promise<void> =>
  browser.inExtension(async () => {
    const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    const [newest = -1] = (await tabs.query({})).map(({ id }) => id ?? -1).toSorted((x, y) => y - x);
    await tabs.remove(newest);
  }, null);

describe.each(BROWSERS)("the settings in %s", (name) => {
  const world = useWorld({ name });

  test("the popup leads to the settings", async () => {
    const { browser, reader, popup } = world();
    await reader.read(STORIES.nested);
    await popup.open();
    await popup.openSettings();
    await until("the settings in a tab of their own", () =>
      browser.inExtension(() => {
        const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
        const opened = api.extension
          .getViews({ type: "tab" })
          .find(({ location }) => location.pathname === "/options/options.html");
        opened?.close();
        return opened !== undefined;
      }, null),
    );
    await popup.close();
  });

  test("a site that was switched off is listed and switched on", async () => {
    const { site, reader, popup, options } = world();
    const { host } = new URL(site.origin);
    await reader.read(STORIES.nested);
    await popup.choose("never");
    await reader.untilNotPainted("person");
    await popup.close();
    await options.open();
    await until("the site", async () => (await options.texts("site")).some((row) => row.startsWith(host)));
    await options.pressPart("forget the site");
    await options.untilCount("no site", 1);
    expect((await reader.read(STORIES.nested)).state).toBe("done");
  });

  test("every command is listed with its keys, and the way to where they are changed", async () => {
    const { browser, options } = world();
    await options.open();
    await options.untilShown("shortcut");
    // Each browser has its own order.
    expect((await options.texts("shortcut")).toSorted()).toEqual([
      "Go to your next highlightNo keys yet",
      "Go to your previous highlightNo keys yet",
      "Highlight the selection and write a noteAlt+Shift+J",
      "Highlight the selectionAlt+J",
      "Open the libraryNo keys yet",
      "Open the panel beside the pageAlt+L",
      "Redo what was undoneNo keys yet",
      "Show or hide the automatic highlightsAlt+P",
      "Undo the last change to your highlightsNo keys yet",
    ]);
    const before = await tabCount(browser);
    await options.pressPart("change shortcuts");
    await until("the browser's own list", async () => (await tabCount(browser)) === before + 1);
    await closeNewest(browser);
    await until("it to close", async () => (await tabCount(browser)) === before);
  });

  // Chromium lets nobody but its reader change them.
  if (name === "firefox") {
    test("keys that were changed elsewhere show when the settings are come back to", async () => {
      const { browser, options } = world();
      await options.open();
      await browser.inExtension(async () => {
        const { commands } = (globalThis as unknown as { browser: Api }).browser;
        await commands.update({ name: "next-mark", shortcut: "Alt+N" });
      }, null);
      await browser.evaluate(() => dispatchEvent(new Event("focus")), null);
      await options.untilSays("shortcut", "Go to your next highlightAlt+N");
    });
  }
});
