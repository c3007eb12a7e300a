import { describe, expect, test } from "vitest";
import { askReader } from "../../../tools/start/steps.ts";
import { BROWSERS } from "../harness.ts";
import {
  livePage,
  BELL,
  namesOf,
  sourcesOf,
  reported,
  about,
  untilPainted,
  paintedMark,
  callPage,
  highlight,
  useLivePage,
} from "../pages/live.ts";

describe.each(BROWSERS)("a story that grows, in %s", (name) => {
  const { world, open } = useLivePage(name, "folded.html");

  test("is read on when its reader unfolds it and when more of it is loaded", async () => {
    const { browser } = world();
    await open(BELL);
    const short = await reported(browser, "the story", about(BELL));
    expect(namesOf(short)).not.toContain("Anton Brandt");
    await highlight(browser, "Both of them are loud in fog");
    // What is painted on words that stay is never painted again.
    await browser.evaluate(() => {
      const painted = new Set([...CSS.highlights].flatMap(([, ranges]) => [...ranges]));
      Reflect.set(window, "painted", painted);
      document.querySelector("button")?.click();
    }, null);
    const long = await reported(
      browser,
      "the whole story",
      (report) => report.article?.text.includes("ships should not take it") === true && sourcesOf(report).length > 1,
    );
    expect(namesOf(long)).toContain("Anton Brandt");
    expect(long.facts).toEqual(short.facts);
    await untilPainted(browser, "Brandt");
    const kept = await browser.evaluate(() => {
      const before: Set<AbstractRange> = Reflect.get(window, "painted");
      const after = new Set([...CSS.highlights].flatMap(([, ranges]) => [...ranges]));
      return [...before].filter((range) => !after.has(range)).map(String);
    }, null);
    expect(kept).toEqual([]);
    expect(Object.values(long.anchors)).toEqual(["same"]);
  });
});

describe.each(BROWSERS)("a live blog, in %s", (name) => {
  const path = "/1998/03/port-amsel-blockade-as-it-happened.html";
  const { world, open } = useLivePage(name, "live-blog.html", new Map([[path, livePage("live-blog.html")]]));

  test("stays one story, and its new posts are read", async () => {
    const { browser } = world();
    await open(path);
    const before = await reported(browser, "the live blog", about(path));
    expect(sourcesOf(before)).toContain("Ingrid Varga");
    await highlight(browser, "We have brought soup for a week");
    await callPage(browser, "post");
    await callPage(browser, "post");
    const after = await reported(browser, "the new posts", (report) => namesOf(report).includes("Anton Brandt"));
    expect(after.page).toBe(before.page);
    expect(after.facts.headline).toBe(before.facts.headline);
    await untilPainted(browser, "Anton Brandt");
    expect(await paintedMark(browser)).toBe("We have brought soup for a week");
    expect(Object.values(after.anchors)).toEqual(["same"]);
  });
});

describe.each(BROWSERS)("a page that never rests, in %s", (name) => {
  const { world, open } = useLivePage(name, "restless.html");

  test("is followed, and read seldom", async () => {
    const { browser } = world();
    await open(BELL);
    await reported(browser, "the story", about(BELL));
    const texts = new Set<string>();
    const end = Date.now() + 5_000;
    while (Date.now() < end) {
      texts.add((await askReader(browser))?.article?.text ?? "");
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    // The clock in the story has gone on some two hundred times.
    expect(texts.size).toBeGreaterThan(1);
    expect(texts.size).toBeLessThan(8);
    await untilPainted(browser, "Greta Holm");
  });
});
