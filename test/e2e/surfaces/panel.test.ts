import { afterEach, describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { longStoryPage } from "../../../tools/pages/long-story.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";
import { axe, LOOKS, runAxe } from "../pages/axe.ts";
import { BELL, callPage, livePages, ORCHARD } from "../pages/live.ts";
import { openTab } from "../pages/panel.ts";
import { TABS } from "../pages/popup.ts";

const MAYOR = "Mayor denies telling harbour board that pier was safe";
const BELL_TITLE = "Ferry bell of Port Amsel rings again after a decade";
const ORCHARD_TITLE = "Orchard keepers of Vallby count their frozen trees";
/** A story with some sixty statements. */
const LONG = "/1998/03/the-inquiry-into-the-harbours.html";
/** A story whose source has a name that has no end, and one that is written from right to left. */
const NAMES = "/1998/03/names.html";
const longName = "Maria-Magdalena Konstantinopoulou-Papadimitriou von Hohenfels-Wolkenstein";
const namesPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Council votes on the lamp</title>
<meta property="og:type" content="article"></head><body><article><h1>Council votes on the lamp of مرسى and of Port Amsel</h1>
<p>The council of Port Amsel voted on Tuesday to light the old lamp at the harbour mouth again after eleven dark years.</p>
<p>“The lamp has to burn before the autumn storms come,” said ${longName}, the deputy chairwoman of the standing committee
for harbours, lamps, buoys and the safety of small boats. “Nobody wants another winter like the last one.”</p>
<p>“We have waited long enough for it,” said Ali Reza (علي رضا), a pilot, who has sailed past the lamp for thirty years.</p>
<p>The committee meets again in April to decide who will pay for the oil, and whether the keeper’s house is to be sold.</p>
</article></body></html>`;

const pages = new Map([...livePages("spa.html"), [LONG, longStoryPage(2_000)], [NAMES, namesPage]]);

describe.each(BROWSERS)("the panel in %s", (name) => {
  const world = useWorld({ name, pages });
  afterEach(() => world().panel.close());

  test("follows the tab in front, and says where nothing can be read", { timeout: 90_000 }, async () => {
    const { browser, site, reader, panel } = world();
    await reader.read(STORIES.nested);
    await panel.open();
    await panel.untilSays("headline", MAYOR);
    expect(await panel.own.textOf("origin")).toBe("The Harbour Post · April 2, 1998");
    await panel.untilSays("source's line", /^Edvard Moen/);

    const closeTab = await openTab(browser, `${site.origin}${STORIES.wire}`);
    await panel.untilSays("source's line", /Premier's office/);
    expect(await panel.textOf("headline")).not.toBe(MAYOR);
    await closeTab();
    await panel.untilSays("headline", MAYOR);

    const closeFront = await openTab(browser, `${site.origin}/index.html`);
    await panel.untilSays("reason", /front page/);
    await closeFront();
    const closeOwn = await openTab(browser, `${browser.extensionOrigin}/options/options.html`);
    await panel.untilSays("state", "Your browser doesn’t let extensions read this page.");
    await closeOwn();
    await panel.untilSays("headline", MAYOR);
  });

  test("follows a page that changes its story, is loaded anew, and goes back", { timeout: 90_000 }, async () => {
    const { browser, reader, panel } = world();
    await reader.read(BELL);
    await panel.open();
    await panel.untilSays("headline", BELL_TITLE);
    await callPage(browser, "go", ORCHARD);
    await panel.untilSays("headline", ORCHARD_TITLE);
    await panel.untilSays("source's line", /^Elin Sorensen/);
    await browser.reload();
    await panel.untilSays("headline", ORCHARD_TITLE);
    await callPage(browser, "go", BELL);
    await panel.untilSays("headline", BELL_TITLE);
    await callPage(browser, "go", "/news.html");
    await until("the story to go", async () => (await panel.textOf("headline")) !== BELL_TITLE);
    await browser.goto(`${world().site.origin}${STORIES.nested}`);
    await panel.untilSays("headline", MAYOR);
    // Out of the browser's store of pages that were left.
    await browser.evaluate(() => history.back(), null);
    await until("another page", async () => (await panel.textOf("headline")) !== MAYOR);
    await browser.evaluate(() => history.forward(), null);
    await panel.untilSays("headline", MAYOR);
    await reader.highlight("a matter for next week");
    await panel.untilSays("notes' tab", /1$/);
    await panel.goTo("notes");
    await panel.pressPart("delete the note");
    await reader.untilSaved(0);
  });

  test("leads to a passage and marks it, and marks what is read", async () => {
    const { browser, reader, overlay, panel } = world();
    await reader.read(LONG);
    await panel.open();
    await panel.untilShown("source's line");
    await panel.own.untilShown("source that is read");
    await panel.openSources();
    const all = await panel.own.texts("statement's words");
    expect(all.length).toBeGreaterThan(10);
    const top = await panel.own.textOf("statement that is read first");
    await browser.evaluate(() => scrollTo({ top: document.body.scrollHeight / 2, behavior: "instant" }), null);
    await until("another to be read", async () => (await panel.own.texts("statement that is read first"))[0] !== top);
    await until("it to be in sight", panel.isReadInSight);

    await panel.pressStatement(all[0]!);
    await until("the page to go there", () => browser.evaluate(() => scrollY < 400, null));
    await overlay.untilShown("ring");
    await until("it to be read", async () =>
      (await panel.own.texts("statement that is read")).some((text) => text.includes(all[0]!)),
    );
  });

  test("takes up highlights as they are made, and edits them after the background has ended", async () => {
    const { browser, reader, panel } = world();
    await reader.read(STORIES.nested);
    await panel.openOn("notes");
    await reader.highlight("a matter for next week");
    await panel.own.untilTexts("note's words", ["a matter for next week"]);
    await reader.highlight("it had received no warning");
    await panel.own.untilCount("note's words", 2);
    // As they stand on the page, not as they were made.
    const order = await browser.evaluate(
      (words) => words.toSorted((a, b) => document.body.innerText.indexOf(a) - document.body.innerText.indexOf(b)),
      ["a matter for next week", "it had received no warning"],
    );
    await panel.own.untilTexts("note's words", order);

    await browser.endBackground();
    await panel.pressPart("edit the note");
    await panel.fill("note's field", "Ask the board");
    await reader.untilSomeNote("Ask the board");
    await panel.pressPart("end writing");
    await panel.untilTexts("note's text", ["Ask the board"]);
    await browser.endBackground();
    await panel.pressPart("delete the note");
    await reader.untilSaved(1);
    await panel.pressPart("undo the last change");
    await reader.untilSaved(2);
    await panel.own.untilTexts("note's words", order);
    for (const left of [1, 0]) {
      await panel.pressPart("delete the note");
      await reader.untilSaved(left);
      await panel.untilCount("note", left);
    }
  });

  test("loses nothing that is typed when another tab comes to the front, or when it is closed", async () => {
    const { browser, site, reader, panel } = world();
    await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");
    await panel.openOn("notes");
    await panel.pressPart("edit the note");
    await panel.fill("note's field", "before the tab");
    const closeTab = await openTab(browser, `${site.origin}/index.html`);
    await reader.untilSomeNote("before the tab");
    await closeTab();
    await panel.untilTexts("note's text", ["before the tab"]);
    await panel.pressPart("edit the note");
    await panel.fill("note's field", "before it closed");
    await panel.close();
    await reader.untilSomeNote("before it closed");
    await panel.openOn("notes");
    await panel.pressPart("delete the note");
    await reader.untilSaved(0);
  });

  test("keeps notes on names, and leads to the other articles that name them", async () => {
    const { browser, reader, panel } = world();
    await reader.read(STORIES.letter);
    await panel.openOn("people");
    await until("Tobias Renn", () => panel.shows("item's name"));
    const writeOn = (wanted: string) =>
      browser.inPanel((written) => {
        const rows = [...document.querySelectorAll(".name-item")];
        const row = rows.find(({ textContent }) => textContent?.includes(written));
        row?.querySelector<HTMLElement>(".add")?.click();
      }, wanted);
    await until("the button", async () => (await panel.texts("button for notes on a name")).length > 0);
    await writeOn("Tobias Renn");
    await panel.fill("field of the note on a name", "Suspended?");
    await until("the note", async () => (await reader.notesOnNames())[0]?.body.note === "Suspended?");
    await panel.pressPart("button for notes on a name", "Done");
    await reader.open(STORIES.nested);
    await panel.untilSays("headline", MAYOR);
    await panel.untilSays("note's text", "Suspended?");
    await panel.own.pressPart("other articles", "Also named in 1 other article in your library");
    await panel.own.untilCount("other article", 1);
    await panel.pressPart("button of the note on a name", "Delete");
    await until("it to go", async () => (await reader.notesOnNames()).length === 0);
  });

  test("says where nothing is read, and has it read again", async () => {
    const { reader, popup, panel } = world();
    await reader.read(STORIES.nested);
    await popup.choose("never");
    await popup.close();
    await panel.open();
    await panel.untilSays("state", /^Sourceline is off on localhost/);
    await panel.chooseHere("auto");
    await panel.untilSays("source's line", /^Edvard Moen/);
  });

  test("is complete without a mouse", async () => {
    const { browser, reader, panel } = world();
    await reader.read(STORIES.nested);
    await panel.open();
    await panel.untilSays("source's line", /^Edvard Moen/);
    await panel.tabTo(/^Sources/);
    await panel.tabTo(/^Edvard Moen/);
    await panel.pressKey("Enter");
    await panel.tabTo(/I regret the coffee/);
    await panel.pressKey("Enter");
    await until("the page to go there", () => browser.evaluate(() => scrollY > 0, null));
    await panel.pressKey("Tab");
    await panel.pressKey("Tab");
    expect(await panel.focused()).toBe("Highlight");
    await panel.pressKey(" ");
    await reader.untilSaved(1);
    await panel.untilSays("status", "Highlighted");
    await panel.goTo("notes");
    await panel.pressPart("delete the note");
    await reader.untilSaved(0);
  });

  test.each(LOOKS)("has no accessibility violation, %s", { timeout: 120_000 }, async (as) => {
    const { browser, reader, panel } = world();
    await reader.look(as);
    await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");
    await panel.open();
    await panel.own.untilShown("source that is read");
    for (const tab of TABS) {
      await panel.goTo(tab);
      if (tab === "sources") await panel.openSources();
      expect(await browser.inPanel(runAxe, { part: null, rules: 10 }, axe), tab).toEqual([]);
    }
    await panel.goTo("notes");
    await panel.pressPart("edit the note");
    await panel.untilFieldFocused();
    expect(await browser.inPanel(runAxe, { part: null, rules: 10 }, axe), "editor").toEqual([]);
    await panel.pressPart("end writing");
    await panel.pressPart("delete the note");
    await reader.untilSaved(0);
    await reader.look("light");
  });

  test.each([240, 360, 600])("nothing of it is cut off at %i pixels", async (width) => {
    const { reader, panel } = world();
    await reader.read(NAMES);
    await panel.openWide(width);
    await panel.untilSays("source's line", new RegExp(longName.slice(0, 5)));
    await panel.openSources();
    expect((await panel.layout()).cut).toEqual([]);
    for (const tab of ["people", "places", "notes", "all"] as const) {
      await panel.goTo(tab);
      expect((await panel.layout()).cut, tab).toEqual([]);
    }
  });

  test("is opened from the popup", async () => {
    const { browser, reader, popup, panel } = world();
    await reader.read(STORIES.nested);
    await panel.openBy(async () => {
      await popup.open();
      await popup.untilSays("headline", MAYOR);
      await popup.tabTo(/^Open panel$/);
      await browser.pressInPopup("Enter");
    });
    await panel.untilSays("headline", MAYOR);
  });

  if (name === "firefox")
    test("is opened by its keys", async () => {
      const { browser, reader, panel } = world();
      await reader.read(STORIES.nested);
      await panel.openBy(() => browser.shortcut("open-panel", "Alt+L"));
      await panel.untilSays("headline", MAYOR);
    });

  if (name === "firefox")
    test("is opened from the page's menu", async () => {
      const { browser, reader, panel } = world();
      await reader.read(STORIES.nested);
      await panel.openBy(() => browser.contextMenu(5, 5, "open-panel"));
      await panel.untilSays("headline", MAYOR);
    });

  if (name === "chromium")
    test("is opened from a card", async () => {
      const { reader, overlay, panel } = world();
      await reader.read(STORIES.nested);
      await overlay.openCardOf("Moen");
      await panel.openBy(() => overlay.press("Open panel"));
      await panel.untilSays("headline", MAYOR);
    });
});
