import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listEntities, listSources } from "../../../src/reading/names.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { askReader, centreOf } from "../../../tools/start/steps.ts";
import { BROWSERS, finished, paintedTexts, read, root, useWorld, pressInOverlay } from "../harness.ts";

const wire = readFileSync(join(root, "test/fixtures/site", STORIES.wire), "utf8");

/** Counts every change of the page, from before its content is there. */
const WATCH_CHANGES = `<script>
  window.changes = [];
  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver((records) => window.changes.push(...records.map(({ type }) => type)))
      .observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  });
</script>`;

const GERMAN = `<!doctype html><html lang="de"><head><title>Fähre</title><meta property="og:type" content="article"><meta property="article:published_time" content="1998-03-15T09:00:00Z"></head>
<body><article><h1>Fähre nach Lindholm fällt aus</h1>
<p>Die Fähre nach Lindholm fällt am Montag aus, weil der Kapitän Anders Halvorsen erkrankt ist und kein anderer sie führen darf, wie die Reederei am Sonntag mitteilte.</p>
<p>Die Gemeinde hat für Dienstag einen Ersatz angekündigt, der aber nur am Nachmittag fahren soll, und bittet die Bewohner um Geduld und um Verständnis für die Lage.</p>
<p>Der Bürgermeister sagte am Abend, dass die Gemeinde seit Jahren auf die Gefahr hingewiesen habe, und dass nun endlich ein zweiter Kapitän eingestellt werden müsse.</p>
<p>Wer am Montag dringend auf die Insel muss, kann das Postboot nehmen, das um sieben Uhr ablegt und vier Plätze hat, von denen zwei schon vergeben sind.</p>
</article></body></html>`;

const pier = readFileSync(join(root, "test/fixtures/site", STORIES.nested), "utf8");
const WITH_LINK = "/1998/04/mayor-denies-telling-board-that-pier-was-safe.html";

const pages = new Map([
  [WITH_LINK, pier.replace("Johanna Brandt", '<a id="brandt" href="#brandt">Johanna Brandt</a>')],
  ["/1998/03/the-same-story-watched-while-it-is-read.html", wire.replace("<head>", `<head>${WATCH_CHANGES}`)],
  ["/1998/03/faehre-nach-lindholm-faellt-am-montag-aus.html", GERMAN],
]);

describe.each(BROWSERS)("reading in %s", (name) => {
  const world = useWorld({ name, pages });

  test("an article's people and places are recognised and painted", async () => {
    const { analysis, facts } = await read(world(), STORIES.wire);
    if (analysis === null) throw new Error("nothing was analysed");
    const people = listEntities(analysis, "person").map((subject) => subject.name);
    expect(people).toEqual(
      expect.arrayContaining(["Henrik Solberg", "Amara Castellane", "Tobias Renn", "Ingrid Varga"]),
    );
    const places = listEntities(analysis, "place").map((subject) => subject.name);
    expect(places).toEqual(expect.arrayContaining(["Port Amsel", "Valdoria", "Lindholm"]));
    expect(facts).toMatchObject({
      agency: "ANI",
      bylines: [],
      published: "1998-03-14T17:50:05Z",
      modified: "1998-03-15T03:32:41Z",
    });
    const painted = await paintedTexts(world().browser);
    const texts = Object.values(painted).flat();
    expect(texts.map(({ text }) => text)).toContain("Lindholm");
    expect(Object.keys(painted).every((layer) => layer.startsWith("sourceline-"))).toBe(true);
  });

  test("who is quoted is recognised, with the statements", async () => {
    const { analysis } = await read(world(), STORIES.wire);
    if (analysis === null) throw new Error("nothing was analysed");
    const sources = listSources(analysis);
    expect(sources.map((source) => source.name)).toEqual(
      expect.arrayContaining(["Amara Castellane", "Reuters", "Ingrid Varga"]),
    );
    expect(sources.every(({ statements }) => statements.length > 0)).toBe(true);
  });

  test("byline, credit, disclaimer and boilerplate stay bare", async () => {
    await read(world(), STORIES.wire);
    const painted = Object.values(await paintedTexts(world().browser)).flat();
    expect(painted.length).toBeGreaterThan(10);
    const bare = painted.filter(({ inside }) => /authors|disclaimer|app-link|^a\.$|masthead/.test(inside));
    expect(bare).toEqual([]);
  });

  test("what the page repeats is painted everywhere and counted once", async () => {
    const { analysis, article } = await read(world(), STORIES.wire);
    if (analysis === null || article === null) throw new Error("nothing was analysed");
    const port = listEntities(analysis, "place").find((subject) => subject.name === "Port Amsel");
    // Headline, standfirst, caption of the second picture, and the fifth paragraph.
    expect(port?.mentions.length).toBe(4);
    const painted = (await paintedTexts(world().browser))["sourceline-place"] ?? [];
    expect(painted.filter(({ text }) => text.replace(/\s+/g, " ") === "Port Amsel").length).toBeGreaterThan(6);
  });

  test("the page's own nodes are never touched", async () => {
    await read(world(), "/1998/03/the-same-story-watched-while-it-is-read.html");
    await until("the paint", async () => Object.keys(await paintedTexts(world().browser)).length > 0);
    const changes = await world().browser.evaluate(() => (window as unknown as { changes: string[] }).changes, null);
    expect(changes).toEqual([]);
  });

  test("a page that is no article gets nothing", async () => {
    await world().browser.goto(`${world().site.origin}/index.html`);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await askReader(world().browser)).toBeNull();
    expect(await paintedTexts(world().browser)).toEqual({});
  });

  test("a long feature and a story of nested quotes are read", async () => {
    const feature = await read(world(), STORIES.feature);
    expect(feature.facts).toMatchObject({ bylines: ["Thomas Eriksen"], published: "1998-02-21T06:00:00Z" });
    expect(feature.article?.parts.filter(({ kind }) => kind === "subheading").length).toBe(3);
    const nested = await read(world(), STORIES.nested);
    expect(nested.facts).toMatchObject({ bylines: ["Liv Andersen"], published: "1998-04-02T06:30:00Z" });
    expect(nested.state).toBe("done");
  });

  test("in another language nothing is guessed", async () => {
    const report = await read(world(), "/1998/03/faehre-nach-lindholm-faellt-am-montag-aus.html");
    expect(report.state).toBe("unsupported");
    expect(await paintedTexts(world().browser)).toEqual({});
  });

  test("a name opens a card; Escape closes it and gives the focus back", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await browser.evaluate(() => document.querySelector<HTMLElement>("nav a")?.focus(), null);
    const { x, y } = await centreOf(browser, "Ingrid Varga");
    await browser.click(x, y);
    const title = await until("the card", () =>
      browser.inOverlay((overlay) => overlay.querySelector(".card h2")?.textContent ?? null, null),
    );
    expect(title).toBe("Ingrid Varga");
    await browser.press("Escape");
    await until("the card to close", () =>
      browser.inOverlay((overlay) => overlay.querySelector(".card") === null, null),
    );
    expect(await browser.evaluate(() => document.activeElement?.localName, null)).toMatch(/^(a|body)$/);
  });

  test("the card goes from mention to mention", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    const { x, y } = await centreOf(browser, "fishing town of Lindholm");
    await browser.click(x + 60, y);
    const position = () =>
      browser.inOverlay((overlay) => overlay.querySelector(".card [aria-live]")?.textContent ?? null, null);
    const first = await until("the card", position);
    await pressInOverlay(browser, "Next");
    const second = await until("the next mention", async () => {
      const now = await position();
      return now === first ? null : now;
    });
    expect(first).toContain("1 of 2");
    expect(second).toContain("2 of 2");
  });

  test("a source under the mouse stands out with its statements alone", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    const statements = async () => (await paintedTexts(browser))["sourceline-statement"]?.length ?? 0;
    const all = await statements();
    const { x, y } = await centreOf(browser, "I regret the coffee");
    await browser.hover(x, y);
    await until("fewer statements", async () => (await statements()) < all && (await statements()) > 0);
    await browser.hover(3, 3);
    await until("all statements", async () => (await statements()) === all);
  });

  test("so does a source that has the focus, and who is on the open card", async () => {
    const { browser } = world();
    await read(world(), WITH_LINK);
    const statements = async () => (await paintedTexts(browser))["sourceline-statement"]?.length ?? 0;
    const all = await statements();
    // No element hears of the focus while the browser's own window parts have it: a click brings it to the page.
    await browser.click(5, 5);
    // In one step: what the mouse did a moment ago is looked at later than the focus.
    await browser.evaluate(() => {
      addEventListener("pointermove", () => document.querySelector<HTMLElement>("#brandt")?.focus(), { once: true });
    }, null);
    await browser.hover(6, 6);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await until("fewer statements", async () => (await statements()) < all && (await statements()) > 0, 2_000);
    await browser.evaluate(() => document.querySelector<HTMLElement>(".masthead a")?.focus(), null);
    await until("all statements", async () => (await statements()) === all);

    const { x, y } = await centreOf(browser, "Edvard Moen");
    await browser.click(x, y);
    await until("the card", () => browser.inOverlay((overlay) => overlay.querySelector(".card") !== null, null));
    await browser.hover(3, 3);
    // The mouse is looked at every so often.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await statements()).toBeLessThan(all);
    expect(await statements()).toBeGreaterThan(0);
    await browser.press("Escape");
    await until("all statements", async () => (await statements()) === all);
  });

  test("in forced colours statements show with their source alone, or most of the page would be inverted", async () => {
    const { browser } = world();
    await browser.setForcedColours(true);
    await read(world(), STORIES.nested);
    const statements = async () => (await paintedTexts(browser))["sourceline-statement"]?.length ?? 0;
    const names = async () => (await paintedTexts(browser))["sourceline-person"]?.length ?? 0;
    await until("the names", async () => (await names()) > 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await statements()).toBe(0);
    const { x, y } = await centreOf(browser, "I regret the coffee");
    await browser.hover(x, y);
    await until("its source's statements", async () => (await statements()) > 0);
    await browser.hover(3, 3);
    await until("none", async () => (await statements()) === 0);
    await browser.setForcedColours(false);
  });

  test("Alt+P hides the automatic highlights and shows them again", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await browser.shortcut("toggle-highlights", "Alt+P");
    await until("nothing painted", async () => Object.keys(await paintedTexts(browser)).length === 0);
    await browser.shortcut("toggle-highlights", "Alt+P");
    await until("names painted", async () => Object.keys(await paintedTexts(browser)).length > 0);
    expect((await finished(browser)).shown).toBe(true);
  });

  test("the badge counts the people, places and sources", async () => {
    await read(world(), STORIES.wire);
    const count = Number(await until("the badge", () => world().browser.badgeText()));
    expect(count).toBeGreaterThan(8);
    await world().browser.goto(`${world().site.origin}/index.html`);
    await until("no badge", async () => (await world().browser.badgeText()) === "");
  });
});
