import { describe, expect, test } from "vitest";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

describe.each(BROWSERS)("access where the user asks for it only, in %s", (name) => {
  const world = useWorld({ name });

  test("the settings tell which it is; a page is read once its button is pressed, and not before", async () => {
    const { browser, reader, popup, options } = world();
    await options.open();
    await options.untilSays("access", "Now: every page you open.");
    await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");

    await browser.withholdPages();
    await options.open();
    await options.untilSays("access", /^Now: only pages where you press/);
    await reader.open(STORIES.nested);
    await reader.wait(1_500);
    expect(await reader.layerNames()).toEqual([]);

    await browser.pressButton();
    await reader.untilPainted("person");
    await reader.untilMarked("a matter for next week");
    await popup.close();
  });

  test("the settings have the way back", async () => {
    const { options, browser } = world();
    await options.open();
    await options.untilSays("change access", name === "firefox" ? "On every page" : "Open the browser’s page");
    expect(await browser.evaluate(() => document.querySelector("#access button")?.localName, null)).toBe("button");
  });
});
