import { describe, expect, test } from "vitest";
import { BROWSERS, useWorld } from "../harness.ts";
import { BELL, about, callPage, livePage, livePages, namesOf, sourcesOf } from "../pages/live.ts";

describe.each(BROWSERS)("a story that grows, in %s", (name) => {
  const world = useWorld({ name, pages: livePages("folded.html") });

  test("is read on when its reader unfolds it and when more of it is loaded", async () => {
    const { browser, reader } = world();
    await reader.open(BELL);
    const short = await reader.reported("the story", about(BELL));
    expect(namesOf(short)).not.toContain("Anton Brandt");
    await reader.highlight("Both of them are loud in fog");
    // What is painted on words that stay is never painted again.
    await browser.evaluate(() => {
      const painted = new Set([...CSS.highlights].flatMap(([, ranges]) => [...ranges]));
      Reflect.set(window, "painted", painted);
      document.querySelector("button")?.click();
    }, null);
    const long = await reader.reported(
      "the whole story",
      (report) => report.article?.text.includes("ships should not take it") === true && sourcesOf(report).length > 1,
    );
    expect(namesOf(long)).toContain("Anton Brandt");
    expect(long.facts).toEqual(short.facts);
    await reader.untilNames("Brandt");
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
  const world = useWorld({ name, pages: livePages("live-blog.html", new Map([[path, livePage("live-blog.html")]])) });

  test("stays one story, and its new posts are read", async () => {
    const { browser, reader } = world();
    await reader.open(path);
    const before = await reader.reported("the live blog", about(path));
    expect(sourcesOf(before)).toContain("Ingrid Varga");
    await reader.highlight("We have brought soup for a week");
    await callPage(browser, "post");
    await callPage(browser, "post");
    const after = await reader.reported("the new posts", (report) => namesOf(report).includes("Anton Brandt"));
    expect(after.page).toBe(before.page);
    expect(after.facts.headline).toBe(before.facts.headline);
    await reader.untilNames("Anton Brandt");
    expect((await reader.marks()).join("")).toBe("We have brought soup for a week");
    expect(Object.values(after.anchors)).toEqual(["same"]);
  });
});

describe.each(BROWSERS)("a page that never rests, in %s", (name) => {
  const world = useWorld({ name, pages: livePages("restless.html") });

  test("is followed, and read seldom", async () => {
    const { reader } = world();
    await reader.open(BELL);
    await reader.reported("the story", about(BELL));
    const texts = new Set<string>();
    const end = Date.now() + 5_000;
    while (Date.now() < end) {
      texts.add((await reader.report())?.article?.text ?? "");
      await reader.wait(25);
    }
    // The clock in the story has gone on some two hundred times.
    expect(texts.size).toBeGreaterThan(1);
    expect(texts.size).toBeLessThan(8);
    await reader.untilNames("Greta Holm");
  });
});
