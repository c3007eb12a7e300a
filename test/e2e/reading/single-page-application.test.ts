import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { askReader, savedNotes } from "../../../tools/start/steps.ts";
import { BROWSERS, paintedTexts } from "../harness.ts";
import {
  BELL,
  ORCHARD,
  TRAIN,
  sourcesOf,
  reported,
  about,
  paintedNames,
  untilPainted,
  paintedMark,
  callPage,
  highlight,
  useLivePage,
} from "../pages/live.ts";

describe.each(BROWSERS)("a single-page application, in %s", (name) => {
  const { world, open } = useLivePage(name, "spa.html");

  test("is read when it goes from its front page to a story", async () => {
    const { browser } = world();
    await open("/news.html");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await askReader(browser)).toBeNull();
    await callPage(browser, "go", BELL);
    const report = await reported(browser, "the story", about(BELL));
    expect(sourcesOf(report)).toEqual(expect.arrayContaining(["Greta Holm", "Anton Brandt"]));
    await untilPainted(browser, "Greta Holm");
    expect(Number(await until("the badge", () => browser.badgeText()))).toBeGreaterThan(3);
  });

  test("shows the next story's names and facts, and none of the last one's", async () => {
    const { browser } = world();
    await open(BELL);
    await reported(browser, "the first story", about(BELL));
    await callPage(browser, "go", ORCHARD);
    const report = await reported(browser, "the second story", about(ORCHARD));
    expect(report.facts).toMatchObject({
      headline: "Orchard keepers of Vallby count their frozen trees",
      published: "1998-05-06T06:30:00Z",
      bylines: ["Samuel Okafor"],
    });
    expect(sourcesOf(report)).toContain("Elin Sorensen");
    await untilPainted(browser, "Elin Sorensen");
    expect(await paintedNames(browser)).not.toContain("Greta Holm");
  });

  test("keeps each story's marks apart, and shows them again on the way back", async () => {
    const { browser } = world();
    await open(BELL);
    await reported(browser, "the first story", about(BELL));
    await highlight(browser, "Both of them are loud in fog");
    await callPage(browser, "go", ORCHARD);
    await reported(browser, "the second story", about(ORCHARD));
    await until("no mark", async () => (await paintedMark(browser)) === "");
    await highlight(browser, "you say goodbye");
    const pages = (await savedNotes(browser)).map(({ target }) => target.page.replace(/^.*\//, "/"));
    expect(pages).toEqual([ORCHARD, BELL].map((path) => path.replace(/^.*\//, "/")));
    await browser.evaluate(() => history.back(), null);
    await reported(browser, "the first story again", about(BELL));
    await until("the first mark", async () => (await paintedMark(browser)) === "Both of them are loud in fog");
  });

  test("leaves nothing behind when it goes back to its front page", async () => {
    const { browser } = world();
    await open(BELL);
    await reported(browser, "the story", about(BELL));
    await callPage(browser, "go", "/news.html");
    await reported(browser, "the front page", ({ state, article }) => state === "unread" && article === null);
    expect(await paintedTexts(browser)).toEqual({});
    await until("no badge", async () => (await browser.badgeText()) === "");
  });

  test("believes none of the data that it leaves behind", async () => {
    const { browser } = world();
    await open(`${ORCHARD}#stale`);
    const first = await reported(browser, "the first story", about(ORCHARD));
    expect(first.facts).toMatchObject({ published: "1998-05-06T06:30:00Z", bylines: ["Samuel Okafor"] });
    await callPage(browser, "go", TRAIN);
    const second = await reported(
      browser,
      "the second story",
      ({ state, page }) => state === "done" && page !== first.page,
    );
    expect(second.page).toContain("night-train");
    expect(second.facts).toMatchObject({
      headline: "Night train to Osterby loses its last sleeping car",
      published: "1998-05-07T20:15:00Z",
      bylines: ["Nora Lindqvist"],
    });
  });
});
