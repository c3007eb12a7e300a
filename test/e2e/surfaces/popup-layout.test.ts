import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { useWorld } from "../harness.ts";
import { layoutOf } from "../pages/layout.ts";

// The layout is the same in both browsers, and in popup and panel; in this one the panel can have any size.
describe("popup, panel and settings where they have little room", () => {
  const world = useWorld({ name: "chromium" });

  test.each([
    [320, 560],
    [400, 300],
    // A popup of 420 by 560 at 200%, and a panel of 720 at 300%.
    [210, 280],
    [240, 260],
  ])("nothing is cut off where they have %i by %i pixels", async (width, height) => {
    const { browser, reader, panel } = world();
    await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");
    await browser.openPanel(width, height);
    await panel.untilSays("source's line", /^Edvard Moen/);
    for (const [tab, content] of [
      ["sources", "statement's buttons"],
      ["people", "name's row"],
      ["notes", "delete the note"],
      ["all", "delete the note"],
    ] as const) {
      await panel.goTo(tab);
      if (tab === "sources") await panel.openSources();
      await panel.untilShown(content);
      const seen = await panel.layout();
      expect(seen.cut, tab).toEqual([]);
      expect(seen.covered, tab).toEqual([]);
      // What scrolls has most of the room.
      expect(seen.share, tab).toBeGreaterThan(0.6);
    }
    await panel.close();
  });

  test("six sources and more are seen in the popup without scrolling, and its tabs in one line", async () => {
    const { reader, popup } = world();
    await reader.read(STORIES.quotes);
    await popup.open();
    await until("the sheet", async () => (await popup.texts("source")).length > 6);
    expect(await popup.sourcesInView()).toBeGreaterThanOrEqual(6);
    expect(await popup.areTabsInOneLine()).toBe(true);
    await popup.close();
  });

  // A window of 1,280 pixels as it is, and at 200%, 300% and 400%.
  test.each([1280, 640, 427, 320])("nothing of the library is cut off at %i pixels", async (width) => {
    const { browser, reader, library } = world();
    await reader.read(STORIES.nested);
    await reader.highlight("I regret the coffee");
    await browser.resize(width, 700);
    for (const [hash, way, shown] of [
      ["", null, "note"],
      ["", "note", "passage"],
      ["#view=people", "name", "statement"],
      ["#view=bin", null, "state"],
    ] as const) {
      await library.open(hash);
      // What is not there yet opens nothing.
      if (way === "note") await library.untilSays(way, /I regret the coffee/);
      if (way !== null) await library.pressPart(way);
      await library.untilShown(shown);
      const { cut, covered } = await layoutOf(browser.evaluate);
      expect(cut, `${hash} ${shown}`).toEqual([]);
      expect(covered, `${hash} ${shown}`).toEqual([]);
    }
  });

  // A window of 1,280 pixels at 200%, 300% and 400%.
  test.each([640, 427, 320])("nothing of the settings is cut off at %i pixels", async (width) => {
    const { browser, options } = world();
    await browser.resize(width, 700);
    await options.open();
    await options.untilShown("export's format");
    const { cut, covered } = await layoutOf(browser.evaluate);
    expect(cut).toEqual([]);
    expect(covered).toEqual([]);
  });
});
