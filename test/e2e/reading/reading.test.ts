import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listEntities, listSources } from "../../../src/reading/names.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, root, useWorld } from "../harness.ts";

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
  const statementCount = async (): Promise<number> => (await world().reader.paintedIn("statement")).length;
  const untilStatements = (count: number): Promise<unknown> =>
    until(`${count} statements`, async () => (await statementCount()) === count);
  const untilFewer = (count: number, timeout?: number): Promise<unknown> =>
    until("fewer statements", async () => (await statementCount()) < count && (await statementCount()) > 0, timeout);

  test("an article's people and places are recognised and painted", async () => {
    const { reader } = world();
    const { analysis, facts } = await reader.read(STORIES.wire);
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
    expect((await reader.allPainted()).map(({ text }) => text)).toContain("Lindholm");
    expect(Object.keys(await reader.layers()).every((layer) => layer.startsWith("sourceline-"))).toBe(true);
  });

  test("who is quoted is recognised, with the statements", async () => {
    const { reader } = world();
    const { analysis } = await reader.read(STORIES.wire);
    if (analysis === null) throw new Error("nothing was analysed");
    const sources = listSources(analysis);
    expect(sources.map((source) => source.name)).toEqual(
      expect.arrayContaining(["Amara Castellane", "Reuters", "Ingrid Varga"]),
    );
    expect(sources.every(({ statements }) => statements.length > 0)).toBe(true);
  });

  test("byline, credit, disclaimer and boilerplate stay bare", async () => {
    const { reader } = world();
    await reader.read(STORIES.wire);
    const painted = await reader.allPainted();
    expect(painted.length).toBeGreaterThan(10);
    const bare = painted.filter(({ inside }) => /authors|disclaimer|app-link|^a\.$|masthead/.test(inside));
    expect(bare).toEqual([]);
  });

  test("what the page repeats is painted everywhere and counted once", async () => {
    const { reader } = world();
    const { analysis, article } = await reader.read(STORIES.wire);
    if (analysis === null || article === null) throw new Error("nothing was analysed");
    const port = listEntities(analysis, "place").find((subject) => subject.name === "Port Amsel");
    // Headline, standfirst, caption of the second picture, and the fifth paragraph.
    expect(port?.mentions.length).toBe(4);
    const places = await reader.paintedIn("place");
    expect(places.filter((text) => text === "Port Amsel").length).toBeGreaterThan(6);
  });

  test("the page's own nodes are never touched", async () => {
    const { browser, reader } = world();
    await reader.read("/1998/03/the-same-story-watched-while-it-is-read.html");
    await reader.untilPainted("person");
    const changes = await browser.evaluate(() => (window as unknown as { changes: string[] }).changes, null);
    expect(changes).toEqual([]);
  });

  test("a page that is no article gets nothing", async () => {
    const { reader } = world();
    await reader.open("/index.html");
    await reader.wait(600);
    expect(await reader.report()).toBeNull();
    expect(await reader.layers()).toEqual({});
  });

  test("a long feature and a story of nested quotes are read", async () => {
    const { reader } = world();
    const feature = await reader.read(STORIES.feature);
    expect(feature.facts).toMatchObject({ bylines: ["Thomas Eriksen"], published: "1998-02-21T06:00:00Z" });
    expect(feature.article?.parts.filter(({ kind }) => kind === "subheading").length).toBe(3);
    const nested = await reader.read(STORIES.nested);
    expect(nested.facts).toMatchObject({ bylines: ["Liv Andersen"], published: "1998-04-02T06:30:00Z" });
    expect(nested.state).toBe("done");
  });

  test("in another language nothing is guessed", async () => {
    const { reader } = world();
    const report = await reader.read("/1998/03/faehre-nach-lindholm-faellt-am-montag-aus.html");
    expect(report.state).toBe("unsupported");
    expect(await reader.layers()).toEqual({});
  });

  test("a name opens a card; Escape closes it and gives the focus back", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.wire);
    await browser.evaluate(() => document.querySelector<HTMLElement>("nav a")?.focus(), null);
    await overlay.openCardOf("Ingrid Varga");
    expect(await overlay.textOf("card's title")).toBe("Ingrid Varga");
    await browser.press("Escape");
    await overlay.untilGone("card");
    expect(await reader.focusedElement()).toMatch(/^(a|body)$/);
  });

  test("the card goes from mention to mention", async () => {
    const { reader, overlay } = world();
    await reader.read(STORIES.wire);
    await reader.click("Lindholm off");
    await overlay.untilSays("place among the mentions", /1 of 2/);
    await overlay.press("Next");
    await overlay.untilSays("place among the mentions", /2 of 2/);
  });

  test("a source under the mouse stands out with its statements alone", async () => {
    const { browser, reader } = world();
    await reader.read(STORIES.nested);
    const all = await statementCount();
    await reader.hover("I regret the coffee");
    await untilFewer(all);
    await browser.hover(3, 3);
    await untilStatements(all);
  });

  test("so does a source that has the focus, and who is on the open card", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(WITH_LINK);
    const all = await statementCount();
    // No element hears of the focus while the browser's own window parts have it: a click brings it to the page.
    await browser.click(5, 5);
    // In one step: what the mouse did a moment ago is looked at later than the focus.
    await browser.evaluate(() => {
      addEventListener("pointermove", () => document.querySelector<HTMLElement>("#brandt")?.focus(), { once: true });
    }, null);
    await browser.hover(6, 6);
    await reader.wait(300);
    await untilFewer(all, 2_000);
    await browser.evaluate(() => document.querySelector<HTMLElement>(".masthead a")?.focus(), null);
    await untilStatements(all);

    await overlay.openCardOf("Edvard Moen");
    await browser.hover(3, 3);
    // The mouse is looked at every so often.
    await reader.wait(300);
    expect(await statementCount()).toBeLessThan(all);
    expect(await statementCount()).toBeGreaterThan(0);
    await browser.press("Escape");
    await untilStatements(all);
  });

  test("in forced colours statements show with their source alone, or most of the page would be inverted", async () => {
    const { browser, reader } = world();
    await reader.look("forced");
    await reader.read(STORIES.nested);
    await reader.untilPainted("person");
    await reader.wait(300);
    expect(await statementCount()).toBe(0);
    await reader.hover("I regret the coffee");
    await reader.untilPainted("statement");
    await browser.hover(3, 3);
    await untilStatements(0);
    await reader.look("light");
  });

  test("Alt+P hides the automatic highlights and shows them again", async () => {
    const { reader } = world();
    await reader.read(STORIES.wire);
    await reader.toggle();
    await reader.untilBare();
    await reader.toggle();
    await reader.untilPainted("person");
    expect((await reader.finished()).shown).toBe(true);
  });

  test("the badge counts the people, places and sources, and its tooltip says which are how many", async () => {
    const { reader } = world();
    const { analysis } = await reader.read(STORIES.wire);
    const count = Number(await reader.badge());
    expect(count).toBeGreaterThan(8);
    const [people, places] = (["person", "place"] as const).map((kind) => listEntities(analysis!, kind).length);
    const quoted = listSources(analysis!).length;
    expect(await reader.buttonTitle()).toBe(
      `Sourceline: ${count} names in this article (${people} people, ${places} places, ` +
        `${count - people! - places!} other sources). ${quoted} are quoted.`,
    );
    await reader.open("/index.html");
    await reader.untilNoBadge();
    expect(await reader.buttonTitle()).toBe("Sourceline");
  });
});
