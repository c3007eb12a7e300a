import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { axe, LOOKS, runAxe } from "../pages/axe.ts";
import { popupAsPage, TABS } from "../pages/popup.ts";
import { BROWSERS, useWorld, type World } from "../harness.ts";

/** What axe is asked of the extension's own pages. */
const WHOLE = { part: null, rules: 10 };

/** Opens every tab of the popup, and gives what is wrong with any. */
async function wrongInPopup({ browser, popup }: World): Promise<string[]> {
  const wrong: string[] = [];
  await popup.open();
  for (const tab of TABS) {
    await popup.goTo(tab);
    if (tab === "sources" && (await popup.shows("open all"))) await popup.openSources();
    await until(`what is in ${tab}`, async () =>
      /^(?!.*(Loading|Reading the article))./s.test(await popup.textOf("panel")),
    );
    wrong.push(...(await browser.inPopup(runAxe, WHOLE, axe)).map((text) => `${tab}: ${text}`));
  }
  await popup.close();
  return wrong;
}

describe.each(BROWSERS)("the extension's own pages in %s", (name) => {
  const world = useWorld({ name });

  test.each(LOOKS)("popup and settings have no accessibility violation when there is nothing yet, %s", async (as) => {
    const { browser, reader, options } = world();
    await reader.look(as);
    await reader.open("/index.html");
    expect(await wrongInPopup(world())).toEqual([]);
    await options.open();
    await until("the settings", async () => (await options.texts("state")).length >= 2);
    expect(await browser.evaluate(runAxe, WHOLE, axe)).toEqual([]);
  });

  test("what nobody could name or read is found", async () => {
    const { browser, reader, popup } = world();
    await reader.look("light");
    await popup.open();
    await popup.untilSays("panel's state", /^(?!Loading)/);
    await popup.spoil();
    const wrong = await browser.inPopup(runAxe, WHOLE, axe);
    expect(wrong.map((text) => text.replace(/:.*/s, "")).toSorted()).toEqual(["button-name", "color-contrast"]);
    await popup.close();
  });

  test("the sheet of sources is complete without a mouse: go there, copy, save as a note, note the source", async () => {
    const { browser, reader, popup } = world();
    await reader.look("light");
    await reader.read(STORIES.nested);
    await popup.open();
    await until("the sheet", async () => (await popup.texts("source")).length > 2);
    await popup.catchCopies();
    // By the arrows to the next tab and back: Tab itself goes on to the panel.
    await popup.tabTo(/^Sources ?\d+$/);
    await browser.pressInPopup("ArrowRight");
    expect(await popup.focused()).toMatch(/^People/);
    await browser.pressInPopup("Home");
    expect(await popup.focused()).toMatch(/^Sources/);

    await popup.tabTo(/^Edvard Moen/);
    await browser.pressInPopup("Enter");
    await popup.tabTo(/I regret the coffee/);
    await browser.pressInPopup("Enter");
    await until("the page to go there", () => browser.evaluate(() => scrollY > 0, null));
    await browser.pressInPopup("Tab");
    expect(await popup.focused()).toBe("Copy");
    await browser.pressInPopup("Enter");
    expect((await popup.copied()).split("\n")).toEqual([
      expect.stringMatching(/^“I regret the coffee\.?” — Edvard Moen/),
      expect.stringMatching(
        /^Liv Andersen, “Mayor denies telling harbour board that pier was safe”, The Harbour Post, April 2, 1998$/,
      ),
      expect.stringMatching(/^http/),
    ]);
    expect(await popup.focused()).toBe("Copy");
    await browser.pressInPopup("Tab");
    expect(await popup.focused()).toBe("Highlight");
    await browser.pressInPopup(" ");
    // Pressed again, it saves nothing twice.
    await browser.pressInPopup(" ");
    await reader.untilSaved(1);
    await popup.untilSays("status", "Highlighted");

    await browser.pressInPopup(" ");
    expect(await popup.focused()).toBe("Highlight");
    await popup.close();
    await popup.open();
    await popup.openSources();
    expect(await popup.savedStatement()).toEqual([0, expect.stringContaining("I regret the coffee"), "Highlighted"]);
    await browser.pressInPopup("Tab");
    await popup.tabTo(/^Settings$/);
    await popup.tabTo(/^Add a note about /);
    const subject = (await popup.focused()).replace("Add a note about ", "");
    await browser.pressInPopup("Enter");
    await popup.untilFieldFocused();
    await popup.tabTo(/^Done$/);
    await browser.pressInPopup("Enter");
    await until("the focus back", async () => (await popup.focused()) === `Add a note about ${subject}`);
    expect(await reader.saved()).toHaveLength(1);
    await popup.close();
  });

  test("the focus stays in the list when a note is deleted, and the way back waits while it is on it", async () => {
    const { browser, reader, popup } = world();
    await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");
    await popup.open();
    await popup.untilSays("notes' tab", "This page 2");
    await popup.tabTo(/^Sources/);
    for (let i = 0; i < 3; i += 1) await browser.pressInPopup("ArrowRight");
    await popup.tabTo(/^Edit$/);
    await browser.pressInPopup("Enter");
    await popup.untilFieldFocused();
    await popup.tabTo(/^Done$/);
    await browser.pressInPopup("Enter");
    await until("the focus back", async () => (await popup.focused()) === "Edit");
    await popup.tabTo(/^Delete/);
    expect(await popup.texts("last change")).toEqual([""]);
    await browser.pressInPopup("Enter");
    await reader.untilSaved(1);
    await popup.untilSays("last change", "Highlight deleted.");
    expect(await popup.isFocusIn("note")).toBe(true);
    await popup.tabTo(/^Undo$/);
    // Longer than it stays when nobody is on it.
    await reader.wait(10_500);
    expect(await popup.focused()).toBe("Undo");
    await browser.pressInPopup("Enter");
    await reader.untilSaved(2);
    expect(await popup.focused()).not.toBe("nothing");
    await popup.close();
  });

  test.each(["light", "dark"] as const)("a button under the mouse can be read, %s", async (as) => {
    const { browser, reader, options } = world();
    await reader.look(as);
    await options.open();
    for (const button of ["back up", "export"] as const) {
      await options.hover(button);
      expect(await browser.evaluate(runAxe, WHOLE, axe), button).toEqual([]);
    }
  });

  test("of a page that was not read, nothing is counted", async () => {
    const { browser } = world();
    // The tab in front is then one of the extension's own, which extensions may not read.
    const popup = await popupAsPage(browser);
    await popup.goTo("people");
    await popup.untilTexts("state", ["Your browser doesn’t let extensions read this page."]);
    expect(await popup.texts("count")).toEqual([]);
  });

  test("popup and settings have no accessibility violation with everything in them", { timeout: 180_000 }, async () => {
    const { browser, reader, overlay, options } = world();
    await reader.look("light");
    await reader.read(STORIES.nested);
    await overlay.noteOnName("Tobias Renn", "Suspended.");
    await overlay.correct("Agnes Lund", "It’s a place");
    for (const as of LOOKS) {
      await reader.look(as);
      await reader.read(STORIES.nested);
      expect(await wrongInPopup(world()), as).toEqual([]);
      await options.open();
      await options.untilCount("correction", 1);
      expect(await browser.evaluate(runAxe, WHOLE, axe), as).toEqual([]);
    }
    await reader.look("light");
  });
});
