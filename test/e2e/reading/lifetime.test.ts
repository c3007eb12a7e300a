import { describe, expect, test } from "vitest";
import { HOST } from "../../../extension/reader/overlay/host-name.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld, type World } from "../harness.ts";

/** A page that looks like no article: a list of notices. */
const NOTICES = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notices</title></head><body>
<h1>Notices of the harbour office</h1>
<p>Henrik Solberg said on Tuesday that the eastern basin of Port Amsel stays closed until the dredger has left it again.</p>
<ul><li><a href="/a">Tides</a></li><li><a href="/b">Berths</a></li><li><a href="/c">Fees</a></li></ul>
</body></html>`;
const NOTICES_PATH = "/notices/list.html";

/** What of ours is on the page, as the page itself sees it. */
const traces = async ({ reader, overlay }: World): Promise<string[]> => [
  ...(await reader.layerNames()),
  ...(await overlay.hosts()).map(() => "overlay"),
];

/** What of ours the eye can see on the page. */
async function sights({ reader, overlay }: World): Promise<string[]> {
  const isSeen = ({ line, background }: { line: string; background: string }): boolean =>
    line !== "none" || !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(background);
  const layers = Object.entries(await reader.layerLooks()).flatMap(([key, look]) => (isSeen(look) ? [key] : []));
  return [...layers, ...(await overlay.hosts()).flatMap(({ isVisible }) => (isVisible ? ["overlay"] : []))];
}

describe.each(BROWSERS)("how long a reader stays, in %s", (name) => {
  const world = useWorld({ name, pages: new Map([[NOTICES_PATH, NOTICES]]) });

  /** Opens the card of a name, and says whether it did. */
  async function opensCard(subject: string): Promise<boolean> {
    const { reader, overlay } = world();
    await reader.click(subject);
    await reader.wait(500);
    return overlay.shows("card");
  }

  test("nothing of ours is left where the site is turned off, at once, and notes are still listed", async () => {
    const { browser, reader, popup } = world();
    await reader.read(STORIES.wire);
    await reader.highlight("Eleven people have been hurt");
    expect(await opensCard("Ingrid Varga")).toBe(true);
    expect((await traces(world())).length).toBeGreaterThan(2);

    await popup.choose("never");
    await until("nothing of ours", async () => (await traces(world())).length === 0);
    expect(await reader.report()).toBeNull();
    await reader.untilNoBadge();
    await popup.goTo("notes");
    await popup.untilSays("note", /Eleven people/);
    await popup.close();
    expect(await opensCard("Ingrid Varga")).toBe(false);
    expect(await traces(world())).toEqual([]);

    await browser.reload();
    await reader.wait(800);
    expect(await traces(world())).toEqual([]);

    await popup.choose("auto");
    await reader.untilPainted("person");
    await reader.untilMarked("Eleven people have been hurt");
    await popup.close();
    expect(await opensCard("Ingrid Varga")).toBe(true);
  });

  test("a site whose every page is wanted is read, but for its front page", async () => {
    const { browser, reader, popup } = world();
    await reader.open(NOTICES_PATH);
    await reader.wait(600);
    expect(await reader.report()).toBeNull();
    await popup.choose("always");
    await reader.untilPainted("place");
    await popup.close();

    await browser.reload();
    await reader.finished();
    expect(await reader.paintedNames()).toContain("Port Amsel");
    await reader.open("/");
    await reader.wait(600);
    expect(await reader.report()).toBeNull();

    await reader.open(NOTICES_PATH);
    await reader.finished();
    await popup.choose("auto");
    await popup.close();
    await browser.reload();
    await reader.wait(600);
    expect(await reader.report()).toBeNull();
  });

  test("after an update the old reader leaves and the new one reads the same tab", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.wire);
    expect(await opensCard("Ingrid Varga")).toBe(true);
    await browser.evaluate((host) => document.querySelector(host)?.setAttribute("data-version", "old"), `[${HOST}]`);
    await browser.reloadExtension();
    await until("the old overlay to leave", async () =>
      browser.evaluate(() => document.querySelector("[data-version=old]") === null, null),
    );
    await reader.finished();
    await reader.untilPainted("person");
    expect(await opensCard("Ingrid Varga")).toBe(true);
    expect(await overlay.hosts()).toHaveLength(1);
  });

  test("when the extension is switched off, nothing of it stays", async () => {
    const { browser, reader } = world();
    await reader.read(STORIES.wire);
    expect(await opensCard("Ingrid Varga")).toBe(true);
    expect(await sights(world())).toEqual(expect.arrayContaining(["sourceline-person", "overlay"]));
    await browser.disableExtension();
    await until("nothing of ours", async () => (await sights(world())).length === 0);
    // Chromium's scripts live on, and clean up; Firefox ends them, and takes away the style sheet that shows all of it.
    if (name === "firefox") return;
    // What might hold something unsaved waits a quarter of a minute, out of sight, for a next version to take it.
    await until("nothing at all", async () => (await traces(world())).length === 0, 30_000);
  });
});
