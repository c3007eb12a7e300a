import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

describe.each(BROWSERS)("access where the user asks for it only, in %s", (name) => {
  const world = useWorld({ name });

  /** Presses the button. Chromium has the page read then, as if it had been open all the time; Firefox opens the popup. */
  async function askForPage(): Promise<void> {
    const { browser, popup } = world();
    await browser.pressButton();
    if (name === "firefox") await popup.pressPart("button of an unread page");
  }

  test("the settings tell which it is; a page is read once its button is pressed, and not before", async () => {
    const { browser, reader, popup, options } = world();
    await options.open();
    await options.untilSays("access", "Now: every page that you open.");
    await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");

    await browser.withholdPages();
    await options.open();
    await options.untilSays("access", /^Now: only a page on which you press/);
    await reader.open(STORIES.wire);
    await reader.wait(1_500);
    expect(await reader.layerNames()).toEqual([]);

    await askForPage();
    await reader.untilPainted("person");
    await popup.close();
    // The next page waits again.
    await reader.open(STORIES.nested);
    await reader.wait(1_500);
    expect(await reader.layerNames()).toEqual([]);
    await askForPage();
    await until("the highlight", async () => (await reader.marks()).length > 0);
    await popup.close();
  });

  test("the settings have the way back", async () => {
    const { options, browser } = world();
    await options.open();
    await options.untilSays("change access", name === "firefox" ? "On every page" : "Open the browser’s page");
    expect(await browser.evaluate(() => document.querySelector("#access button")?.localName, null)).toBe("button");
  });
});
