import { describe, expect, test } from "vitest";
import { BROWSERS, useWorld } from "../harness.ts";
import { BELL, ORCHARD, TRAIN, about, callPage, livePages, sourcesOf } from "../pages/live.ts";

describe.each(BROWSERS)("a single-page application, in %s", (name) => {
  const world = useWorld({ name, pages: livePages("spa.html") });

  test("is read when it goes from its front page to a story", async () => {
    const { browser, reader } = world();
    await reader.open("/news.html");
    await reader.wait(500);
    expect(await reader.report()).toBeNull();
    await callPage(browser, "go", BELL);
    const report = await reader.reported("the story", about(BELL));
    expect(sourcesOf(report)).toEqual(expect.arrayContaining(["Greta Holm", "Anton Brandt"]));
    await reader.untilNames("Greta Holm");
    expect(Number(await reader.badge())).toBeGreaterThan(3);
  });

  test("shows the next story's names and facts, and none of the last one's", async () => {
    const { browser, reader } = world();
    await reader.open(BELL);
    await reader.reported("the first story", about(BELL));
    await callPage(browser, "go", ORCHARD);
    const report = await reader.reported("the second story", about(ORCHARD));
    expect(report.facts).toMatchObject({
      headline: "Orchard keepers of Vallby count their frozen trees",
      published: "1998-05-06T06:30:00Z",
      bylines: ["Samuel Okafor"],
    });
    expect(sourcesOf(report)).toContain("Elin Sorensen");
    await reader.untilNames("Elin Sorensen");
    expect(await reader.paintedNames()).not.toContain("Greta Holm");
  });

  test("keeps each story's marks apart, and shows them again on the way back", async () => {
    const { browser, reader } = world();
    await reader.open(BELL);
    await reader.reported("the first story", about(BELL));
    await reader.highlight("Both of them are loud in fog");
    await callPage(browser, "go", ORCHARD);
    await reader.reported("the second story", about(ORCHARD));
    await reader.untilMarkedOnly("");
    await reader.highlight("you say goodbye");
    const pages = (await reader.saved()).map(({ target }) => target.page.replace(/^.*\//, "/"));
    expect(pages).toEqual([ORCHARD, BELL].map((path) => path.replace(/^.*\//, "/")));
    await browser.evaluate(() => history.back(), null);
    await reader.reported("the first story again", about(BELL));
    await reader.untilMarkedOnly("Both of them are loud in fog");
  });

  test("leaves nothing behind when it goes back to its front page", async () => {
    const { browser, reader } = world();
    await reader.open(BELL);
    await reader.reported("the story", about(BELL));
    await callPage(browser, "go", "/news.html");
    await reader.reported("the front page", ({ state, article }) => state === "unread" && article === null);
    expect(await reader.layers()).toEqual({});
    await reader.untilNoBadge();
  });

  test("believes none of the data that it leaves behind", async () => {
    const { browser, reader } = world();
    await reader.open(`${ORCHARD}#stale`);
    const first = await reader.reported("the first story", about(ORCHARD));
    expect(first.facts).toMatchObject({ published: "1998-05-06T06:30:00Z", bylines: ["Samuel Okafor"] });
    await callPage(browser, "go", TRAIN);
    const second = await reader.reported(
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
