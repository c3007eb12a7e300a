import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { emptyDatabase } from "../../../tools/start/stored.ts";
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

  test("how much is marked on pages: by level and by kind", async () => {
    const { browser, reader, overlay, options } = world();
    const choose = async (part: Parameters<typeof options.pressPart>[0]): Promise<void> => {
      await options.open();
      await options.pressPart(part);
      // Until it is stored.
      await reader.wait(300);
      await reader.read(STORIES.nested);
    };
    await choose("mark sources");
    await reader.untilPainted("speaker", "Edvard Moen");
    expect(await reader.layerNames()).not.toContain("sourceline-person");

    await choose("mark what is pointed at");
    await reader.hover("Henrik Solberg");
    await reader.untilPainted("person", "Henrik Solberg");
    expect(await reader.paintedNames()).toEqual(["Henrik Solberg"]);
    await reader.hover("I was asked about the paint");
    await reader.untilPainted("statement", "I was asked about the paint");
    await browser.hover(2, 2);
    await reader.untilBare();

    await choose("mark nothing");
    await reader.wait(500);
    expect(await reader.layerNames()).toEqual([]);
    await reader.toggle();
    await reader.untilPainted("person", "Henrik Solberg");

    await choose("mark everything");
    await choose("mark places");
    await reader.untilPainted("person", "Henrik Solberg");
    expect(await reader.layerNames()).not.toContain("sourceline-place");
    await overlay.openCardOf("Port Amsel");
    await browser.press("Escape");
    await choose("mark places");
    await reader.untilPainted("place", "Port Amsel");
  });

  test("how much is marked is changed by keys in popup and panel, and shows on the page at once", async () => {
    const { reader, popup, panel, options } = world();
    await reader.read(STORIES.nested);
    await reader.untilPainted("person", "Henrik Solberg");
    await popup.open();
    await until("the switch", async () => (await popup.marked()) === "everything");
    await popup.stepMarking("ArrowRight");
    await until("sources alone", async () => !(await reader.layerNames()).includes("sourceline-person"));
    await reader.untilPainted("speaker", "Edvard Moen");
    expect(await popup.marked()).toBe("sources");
    await popup.close();

    await options.open();
    await until("the same choice", () => options.isChosen("mark sources"));
    await reader.read(STORIES.nested);
    await reader.untilPainted("speaker", "Edvard Moen");
    await panel.open();
    await until("the switch", async () => (await panel.marked()) === "sources");
    await panel.stepMarking("ArrowLeft");
    await reader.untilPainted("person", "Henrik Solberg");
    // What was hidden on this page comes back with another choice.
    await reader.toggle();
    await reader.untilBare();
    await panel.stepMarking("ArrowRight");
    await reader.untilPainted("speaker", "Edvard Moen");
    await panel.stepMarking("ArrowLeft");
    await reader.untilPainted("person", "Henrik Solberg");
    await panel.close();
  });

  test("what is marked goes along in a backup", async () => {
    const { browser, options } = world();
    await options.open();
    await options.pressPart("mark what is pointed at");
    await options.pressPart("mark places");
    const text = await options.backUp();
    expect(JSON.parse(text)).toMatchObject({ marking: { level: "hover", without: ["place"] } });
    await browser.goto("about:blank");
    await emptyDatabase(browser);
    await options.open();
    expect(await options.isChosen("mark everything")).toBe(true);
    await options.import(text);
    await until("what was marked", () => options.isChosen("mark what is pointed at"));
    expect(await options.isChosen("mark places")).toBe(false);
    await browser.goto("about:blank");
    await emptyDatabase(browser);
  });

  test("only chosen sites are read where the user wants that, and none while everything is paused", async () => {
    const { site, reader, popup, options } = world();
    const { host } = new URL(site.origin);
    await options.open();
    await options.pressPart("read only the sites below");
    await options.untilShown("no site");
    await reader.open(STORIES.nested);
    await popup.open();
    await popup.untilSays("reason", /^Sourceline is off on/);
    await popup.chooseHere("auto");
    await reader.untilPainted("person");
    await popup.close();

    await options.open();
    await options.untilSays("site", new RegExp(`^${host}`));
    await options.pressPart("pause");
    await reader.open(STORIES.nested);
    await popup.open();
    await popup.untilSays("reason", /^Sourceline is paused on every site/);
    await popup.press("Resume");
    await reader.untilPainted("person");
    await popup.close();

    await options.open();
    await options.pressPart("read all but the sites below");
    // What holds everywhere needs no trace of the site.
    await options.untilCount("no site", 1);
    await options.fill("site to add", "https://WWW.Example.com/news");
    await options.pressPart("add the site");
    await options.untilSays("site", /^www\.example\.com/);
    await options.pressPart("forget the site");
    await options.untilCount("no site", 1);
    await options.fill("site to add", "no site");
    await options.pressPart("add the site");
    await options.untilSays("no such site", /^Type the name of a site/);
  });

  test("every command is listed with its keys, and the way to where they are changed", async () => {
    const { browser, options } = world();
    await options.open();
    await options.untilShown("shortcut");
    // Chromium suggests keys for four commands at most.
    const [next, previous] = name === "firefox" ? ["Alt+N", "Alt+Shift+N"] : ["Not set", "Not set"];
    expect(await options.texts("shortcut")).toEqual([
      "Highlight the selectionAlt+J",
      "Highlight the selection and write a noteAlt+Shift+J",
      `Go to your next highlight${next}`,
      `Go to your previous highlight${previous}`,
      "Go to the next nameNot set",
      "Go to the previous nameNot set",
      "Open the panel beside the pageAlt+L",
      "Open the libraryNot set",
      "Show or hide the automatic highlightsAlt+P",
      "Undo your last changeNot set",
      "Redo what you undidNot set",
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
        await commands.update({ name: "next-mark", shortcut: "Alt+Shift+K" });
      }, null);
      await browser.evaluate(() => dispatchEvent(new Event("focus")), null);
      await options.untilSays("shortcut", "Go to your next highlightAlt+Shift+K");
    });
  }
});
