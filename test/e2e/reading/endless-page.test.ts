import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { savedNotes } from "../../../tools/start/steps.ts";
import { BROWSERS } from "../harness.ts";
import {
  BELL,
  ORCHARD,
  TRAIN,
  namesOf,
  sourcesOf,
  reported,
  about,
  untilPainted,
  paintedMark,
  highlight,
  useLivePage,
} from "../pages/live.ts";

describe.each(BROWSERS)("an endless page, in %s", (name) => {
  const { world, open } = useLivePage(name, "endless.html");

  const scrollToStory = (browser: BrowserDriver, number: number): Promise<unknown> =>
    browser.evaluate(async (wanted) => {
      const articles = document.getElementsByTagName("article");
      for (let step = 0; articles.length <= wanted && step < 20; step += 1) {
        scrollTo(0, document.documentElement.scrollHeight);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
      }
      articles[wanted]?.scrollIntoView();
    }, number);

  test.each([
    ["that names its stories' addresses", "#named"],
    ["that only takes the address of the story in view", ""],
  ])("%s has a record for each story, with its own names and counts", async (_, fragment) => {
    const { browser } = world();
    await open(`${BELL}${fragment}`);
    const first = await reported(browser, "the first story", about(BELL));
    const badge = await until("the badge", () => browser.badgeText());
    await scrollToStory(browser, 1);
    const second = await reported(browser, "the second story", about(ORCHARD));
    expect(sourcesOf(second)).toContain("Elin Sorensen");
    expect(namesOf(second)).not.toContain("Greta Holm");
    expect(second.facts.headline).toBe("Orchard keepers of Vallby count their frozen trees");
    await untilPainted(browser, "Greta Holm", "Elin Sorensen");
    await scrollToStory(browser, 2);
    const third = await reported(browser, "the third story", about(TRAIN));
    expect(sourcesOf(third)).toContain("Jonas Weber");
    await scrollToStory(browser, 0);
    const again = await reported(browser, "the first story again", about(BELL));
    expect(again.facts).toEqual(first.facts);
    await until("the first story's badge", async () => (await browser.badgeText()) === badge);
  });

  test("keeps marks under the story that they stand in", async () => {
    const { browser } = world();
    await open(`${BELL}#named`);
    await reported(browser, "the first story", about(BELL));
    await scrollToStory(browser, 1);
    await reported(browser, "the second story", about(ORCHARD));
    await highlight(browser, "you say goodbye");
    await highlight(browser, "Both of them are loud in fog");
    const notes = await savedNotes(browser);
    expect(notes.map(({ target }) => target.page.replace(/^.*\//, "/"))).toEqual(
      [BELL, ORCHARD].map((path) => path.replace(/^.*\//, "/")),
    );
    // Each story brings its mark along when it comes, and when it is opened by itself.
    await open("/index.html");
    await open(`${BELL}#named`);
    await until("the first mark", async () => (await paintedMark(browser)) === "Both of them are loud in fog");
    await scrollToStory(browser, 1);
    await until("both marks", async () => (await paintedMark(browser)).includes("you say goodbye"));
    await open(ORCHARD);
    await until("the second mark", async () => (await paintedMark(browser)) === "you say goodbye");
  });
});
