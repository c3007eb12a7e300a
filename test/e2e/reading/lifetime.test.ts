import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { askReader, centreOf, savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { BROWSERS, choose, finished, paintedTexts, read, useWorld } from "../harness.ts";

/** A page that looks like no article: a list of notices. */
const NOTICES = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notices</title></head><body>
<h1>Notices of the harbour office</h1>
<p>Henrik Solberg said on Tuesday that the eastern basin of Port Amsel stays closed until the dredger has left it again.</p>
<ul><li><a href="/a">Tides</a></li><li><a href="/b">Berths</a></li><li><a href="/c">Fees</a></li></ul>
</body></html>`;
const NOTICES_PATH = "/notices/list.html";

/** What of ours is on the page, as the page itself sees it. */
function traces(browser: BrowserDriver): Promise<string[]> {
  return browser.evaluate(() => {
    const keys = [...CSS.highlights.keys()].filter((key) => key.startsWith("sourceline"));
    return [...keys, ...[...document.querySelectorAll("[data-sourceline-overlay]")].map(() => "overlay")];
  }, null);
}

/** What of ours the eye can see on the page. */
function sights(browser: BrowserDriver): Promise<string[]> {
  return browser.evaluate(() => {
    const isSeen = ([key, ranges]: [string, Highlight]): boolean => {
      const [range] = [...ranges];
      const element = range?.startContainer.parentElement;
      if (element == null) return false;
      const { textDecorationLine, backgroundColor } = getComputedStyle(element, `::highlight(${key})`);
      return textDecorationLine !== "none" || !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor);
    };
    const overlays = [...document.querySelectorAll("[data-sourceline-overlay]")].filter((host) =>
      host.checkVisibility(),
    );
    return [...[...CSS.highlights].filter(isSeen).map(([key]) => key), ...overlays.map(() => "overlay")];
  }, null);
}

/** Opens the card of a name, and says whether it did. */
async function opensCard(browser: BrowserDriver, name: string): Promise<boolean> {
  const { x, y } = await centreOf(browser, name);
  await browser.click(x, y);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return (await browser.inOverlay((overlay) => overlay.querySelector(".card") !== null, null)) === true;
}

describe.each(BROWSERS)("how long a reader stays, in %s", (name) => {
  const world = useWorld({ name, pages: new Map([[NOTICES_PATH, NOTICES]]) });

  test("nothing of ours is left where the site is turned off, at once, and notes are still listed", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await selectWords(browser, "Eleven people have been hurt");
    await browser.shortcut("highlight", "Alt+J");
    await until("the note", async () => (await savedNotes(browser)).length === 1);
    expect(await opensCard(browser, "Ingrid Varga")).toBe(true);
    expect((await traces(browser)).length).toBeGreaterThan(2);

    await choose(browser, "never");
    await until("nothing of ours", async () => (await traces(browser)).length === 0);
    expect(await askReader(browser)).toBeNull();
    await until("no badge", async () => (await browser.badgeText()) === "");
    await browser.inPopup(() => document.querySelector<HTMLElement>("#tab-notes")?.click(), null);
    await until("the note in the popup", () =>
      browser.inPopup(() => document.querySelector(".note")?.textContent?.includes("Eleven people") === true, null),
    );
    await browser.closePopup();
    expect(await opensCard(browser, "Ingrid Varga")).toBe(false);
    expect(await traces(browser)).toEqual([]);

    await browser.reload();
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await traces(browser)).toEqual([]);

    await choose(browser, "auto");
    await until("names", async () => (await traces(browser)).includes("sourceline-person"));
    await until("the mark", async () => (await traces(browser)).some((key) => key.startsWith("sourceline-yellow")));
    await browser.closePopup();
    expect(await opensCard(browser, "Ingrid Varga")).toBe(true);
  });

  test("a site whose every page is wanted is read, but for its front page", async () => {
    const { browser, site } = world();
    await browser.goto(`${site.origin}${NOTICES_PATH}`);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await askReader(browser)).toBeNull();
    await choose(browser, "always");
    await until("names", async () => (await traces(browser)).includes("sourceline-place"));
    await browser.closePopup();

    await browser.reload();
    await finished(browser);
    expect(
      Object.values(await paintedTexts(browser))
        .flat()
        .map(({ text }) => text),
    ).toContain("Port Amsel");
    await browser.goto(`${site.origin}/`);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await askReader(browser)).toBeNull();

    await browser.goto(`${site.origin}${NOTICES_PATH}`);
    await finished(browser);
    await choose(browser, "auto");
    await browser.closePopup();
    await browser.reload();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await askReader(browser)).toBeNull();
  });

  test("after an update the old reader leaves and the new one reads the same tab", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    expect(await opensCard(browser, "Ingrid Varga")).toBe(true);
    await browser.evaluate(() => {
      document.querySelector("[data-sourceline-overlay]")?.setAttribute("data-version", "old");
    }, null);
    await browser.reloadExtension();
    await until("the old overlay to leave", async () =>
      browser.evaluate(() => document.querySelector("[data-version=old]") === null, null),
    );
    await finished(browser);
    await until("names", async () => (await traces(browser)).includes("sourceline-person"));
    expect(await opensCard(browser, "Ingrid Varga")).toBe(true);
    expect(await browser.evaluate(() => document.querySelectorAll("[data-sourceline-overlay]").length, null)).toBe(1);
  });

  test("when the extension is switched off, nothing of it stays", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    expect(await opensCard(browser, "Ingrid Varga")).toBe(true);
    expect(await sights(browser)).toEqual(expect.arrayContaining(["sourceline-person", "overlay"]));
    await browser.disableExtension();
    await until("nothing of ours", async () => (await sights(browser)).length === 0);
    // Chromium's scripts live on, and clean up; Firefox ends them, and takes away the style sheet that shows all of it.
    if (name === "chromium") await until("nothing at all", async () => (await traces(browser)).length === 0);
  });
});
