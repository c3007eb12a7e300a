import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { BROWSERS, useWorld } from "../harness.ts";
import { axe, LOOKS, runAxe } from "../pages/axe.ts";
import { welcomeOf } from "../pages/welcome.ts";

describe.each(BROWSERS)("after the installation, %s", (name) => {
  const world = useWorld({ name, keepsWelcome: true });

  test("opens the first page once, and not again when the extension is loaded anew", async () => {
    const { browser, reader } = world();
    const welcome = welcomeOf(browser);
    await until("the page", async () => (await welcome.tabs()).length === 1);
    expect((await welcome.tabs()).map(({ hash }) => hash)).toEqual(["installed"]);
    await browser.reloadExtension();
    // Its tabs close with it; what it opens, it opens at once.
    await reader.wait(2_000);
    expect(await welcome.tabs()).toEqual([]);
  });
});

describe.each(BROWSERS)("the first page in %s", (name) => {
  const world = useWorld({ name });

  test("reads its article for real, and shows who says what in it", async () => {
    const { browser, reader } = world();
    const welcome = welcomeOf(browser);
    await welcome.open();
    await reader.untilNames("Clara Venning", "Tobias Hale", "Edith Marlow", "Ostermoor", "Bramsholm");
    await reader.untilPainted("statement", "A clock has one duty");
    expect(await welcome.texts("source")).toEqual(
      expect.arrayContaining([
        expect.stringContaining("Clara Venning"),
        expect.stringContaining("Tobias Hale"),
        expect.stringContaining("Coastal Pilots’ Association"),
        expect.stringContaining("Edith Marlow"),
      ]),
    );
    // Nothing but the story is taken for the article; the rest are the legend's samples.
    expect((await reader.paintedNames()).join("\n")).not.toMatch(/Sourceline|Firefox|Ctrl|Settings/);
    const count = await welcome.textOf("badge");
    expect(await welcome.textOf("found")).toContain(`${count} names in this article`);
    await until("the button's number", async () => (await browser.badgeText()) === count);
    await reader.click("Edith Marlow");
    await welcome.untilSays("what is said", /A clock has one duty/);
    expect(await welcome.texts("key")).toEqual(["Alt+J", "Alt+Shift+J", "Alt+L"]);
  });

  test("is the help afterwards, and leads to library and settings", async () => {
    const { browser, reader, popup } = world();
    const welcome = welcomeOf(browser);
    await welcome.open();
    expect(await welcome.textOf("title")).toBe("Sourceline help");
    expect(await welcome.textOf("open pages")).not.toContain("begins now");
    await browser.goto("about:blank");
    await browser.goto(`${browser.extensionOrigin}/welcome/welcome.html#installed`);
    await welcome.untilSays("open pages", /^Reading begins now/);
    expect(await welcome.textOf("title")).toBe("Welcome to Sourceline");
    // It says more then, and still nothing but the story is read.
    expect(await welcome.textOf("found")).toContain("7 names in this article");
    expect(await welcome.texts("button")).toEqual(["Library", "Settings"]);

    await reader.open("/index.html");
    await popup.open();
    await popup.press("Help");
    await until("the help", async () => (await welcome.tabs()).some(({ hash, active }) => hash === "" && active));
  });

  test("has no accessibility violation, and cuts nothing off, narrow, wide, light, dark and in forced colours", async () => {
    const { browser, reader } = world();
    const welcome = welcomeOf(browser);
    for (const look of LOOKS) {
      await reader.look(look);
      for (const width of [320, 800, 1600]) {
        await browser.resize(width, 900);
        await welcome.open();
        expect(await browser.evaluate(() => document.documentElement.scrollWidth - innerWidth, null)).toBeLessThan(1);
      }
      expect(await browser.evaluate(runAxe, { part: null, rules: 15 }, axe)).toEqual([]);
    }
  });
});
