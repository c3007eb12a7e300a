import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { painted } from "../pages/card.ts";
import { clickInPopup } from "../pages/editor.ts";
import { BROWSERS, read, useWorld } from "../harness.ts";
import { openSettings, press, textsOf } from "../pages/settings.ts";

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
    const { browser } = world();
    await read(world(), STORIES.nested);
    await browser.openPopup();
    // The popup closes with it, so it must have answered before.
    await until("the button", () =>
      browser.inPopup(() => {
        const button = document.querySelector<HTMLElement>(".settings");
        setTimeout(() => button?.click());
        return button !== null;
      }, null),
    );
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
    await browser.closePopup();
  });

  test("a site that was switched off is listed and switched on", async () => {
    const { browser, site } = world();
    const { host } = new URL(site.origin);
    await read(world(), STORIES.nested);
    await browser.openPopup();
    await clickInPopup(browser, ".site-mode input[value=never]");
    await until("nothing painted", async () => (await painted(browser, "person")) === "");
    await browser.closePopup();
    await openSettings(browser);
    await until("the site", async () => (await textsOf(browser, "#sites li")).some((row) => row.startsWith(host)));
    await press(browser, "#sites li button");
    await until("none", async () => (await textsOf(browser, "#sites .state")).length === 1);
    expect((await read(world(), STORIES.nested)).state).toBe("done");
  });

  test("every command is listed with its keys, and the way to where they are changed", async () => {
    const { browser } = world();
    await openSettings(browser);
    const rows = await until("the shortcuts", async () => {
      const texts = await textsOf(browser, "#shortcuts li");
      return texts.length > 0 ? texts : null;
    });
    // Each browser has its own order.
    expect(rows.toSorted()).toEqual([
      "Go to your next highlightNo keys yet",
      "Go to your previous highlightNo keys yet",
      "Highlight the selection and write a noteAlt+Shift+J",
      "Highlight the selectionAlt+J",
      "Redo what was undoneNo keys yet",
      "Show or hide the automatic highlightsAlt+P",
      "Undo the last change to your highlightsNo keys yet",
    ]);
    const before = await tabCount(browser);
    await press(browser, "#shortcuts button");
    await until("the browser's own list", async () => (await tabCount(browser)) === before + 1);
    await closeNewest(browser);
    await until("it to close", async () => (await tabCount(browser)) === before);
  });

  // Chromium lets nobody but its reader change them.
  if (name === "firefox") {
    test("keys that were changed elsewhere show when the settings are come back to", async () => {
      const { browser } = world();
      await openSettings(browser);
      await browser.inExtension(async () => {
        const { commands } = (globalThis as unknown as { browser: Api }).browser;
        await commands.update({ name: "next-mark", shortcut: "Alt+N" });
      }, null);
      await browser.evaluate(() => dispatchEvent(new Event("focus")), null);
      await until("the keys", async () =>
        (await textsOf(browser, "#shortcuts li")).includes("Go to your next highlightAlt+N"),
      );
    });
  }
});
