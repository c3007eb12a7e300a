import { describe, expect, test } from "vitest";
import { countNames } from "../../../src/reading/names.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { BROWSERS, useWorld } from "../harness.ts";
import { BELL, ORCHARD, TRAIN, about, livePages, namesOf, sourcesOf } from "../pages/live.ts";

describe.each(BROWSERS)("an endless page, in %s", (name) => {
  const world = useWorld({ name, pages: livePages("endless.html") });

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
    const { browser, reader } = world();
    await reader.open(`${BELL}${fragment}`);
    const first = await reader.reported("the first story", about(BELL));
    const { people, places, others } = countNames(first.analysis!);
    const badge = String(people + places + others);
    await until("the first story's badge", async () => (await browser.badgeText()) === badge);
    await scrollToStory(browser, 1);
    const second = await reader.reported("the second story", about(ORCHARD));
    expect(sourcesOf(second)).toContain("Elin Sorensen");
    expect(namesOf(second)).not.toContain("Greta Holm");
    expect(second.facts.headline).toBe("Orchard keepers of Vallby count their frozen trees");
    await reader.untilNames("Greta Holm", "Elin Sorensen");
    await scrollToStory(browser, 2);
    const third = await reader.reported("the third story", about(TRAIN));
    expect(sourcesOf(third)).toContain("Jonas Weber");
    await scrollToStory(browser, 0);
    const again = await reader.reported("the first story again", about(BELL));
    expect(again.facts).toEqual(first.facts);
    await until("the first story's badge again", async () => (await browser.badgeText()) === badge);
  });

  test("keeps marks under the story that they stand in", async () => {
    const { browser, reader } = world();
    await reader.open(`${BELL}#named`);
    await reader.reported("the first story", about(BELL));
    await scrollToStory(browser, 1);
    await reader.reported("the second story", about(ORCHARD));
    await reader.highlight("you say goodbye");
    await reader.highlight("Both of them are loud in fog");
    const notes = await reader.saved();
    expect(notes.map(({ target }) => target.page.replace(/^.*\//, "/"))).toEqual(
      [BELL, ORCHARD].map((path) => path.replace(/^.*\//, "/")),
    );
    // Each story brings its mark along when it comes, and when it is opened by itself.
    await reader.open("/index.html");
    await reader.open(`${BELL}#named`);
    await reader.untilMarkedOnly("Both of them are loud in fog");
    await scrollToStory(browser, 1);
    await reader.untilMarked("you say goodbye");
    await reader.open(ORCHARD);
    await reader.untilMarkedOnly("you say goodbye");
  });
});
