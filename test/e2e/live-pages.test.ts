import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import type { PageReport } from "../../src/messaging/protocol.ts";
import { listEntities, listSources } from "../../src/reading/lists.ts";
import { type BrowserDriver, until } from "../../tools/browsers/driver.ts";
import { askReader, savedNotes, selectWords } from "../../tools/start/steps.ts";
import { BROWSERS, type BrowserName, paintedTexts, root, useWorld } from "./harness.ts";

const folder = join(root, "test/fixtures/live");
const fixture = (name: string): string => readFileSync(join(folder, name), "utf8");

const BELL = "/1998/05/ferry-bell-of-port-amsel-rings-again-after-a-decade.html";
const ORCHARD = "/1998/05/orchard-keepers-of-vallby-count-their-frozen-trees.html";
const TRAIN = "/1998/05/night-train-to-osterby-loses-its-last-sleeping-car.html";

/** The live page of that name, at the front page and at every story's address. */
function pagesOf(name: string): Map<string, string> {
  const pages = new Map([["/live/stories.js", fixture("stories.js")]]);
  for (const path of ["/news.html", BELL, ORCHARD, TRAIN]) pages.set(path, fixture(name));
  return pages;
}

const namesOf = ({ analysis }: PageReport, kind: "person" | "place" = "person"): readonly string[] =>
  analysis === null ? [] : listEntities(analysis, kind).map(({ name }) => name);

const sourcesOf = ({ analysis }: PageReport): readonly string[] =>
  analysis === null ? [] : listSources(analysis).map(({ name }) => name);

/** Waits until the reader reports what is wanted; what it said last goes into the failure. */
async function reported(
  browser: BrowserDriver,
  what: string,
  isWanted: (report: PageReport) => boolean,
): Promise<PageReport> {
  let last: PageReport | null = null;
  try {
    return await until(what, async () => {
      last = await askReader(browser);
      return last !== null && isWanted(last) ? last : null;
    });
  } catch (error) {
    const { state, page, facts } = (last ?? {}) as Partial<PageReport>;
    throw new Error(`${(error as Error).message}; last: ${JSON.stringify({ state, page, facts })}`, { cause: error });
  }
}

const about = (path: string) => (report: PageReport) =>
  report.state === "done" && report.page.endsWith(path.replace(/^.*\//, "/"));

/** The words that are painted, in any layer of names, white space made even. */
async function paintedNames(browser: BrowserDriver): Promise<readonly string[]> {
  const painted = await paintedTexts(browser);
  return ["person", "place", "source"].flatMap((layer) =>
    (painted[`sourceline-${layer}`] ?? []).map(({ text }) => text.replace(/\s+/g, " ")),
  );
}

/** Waits until these words are painted as names, or in them: painting follows the report a slice later. */
async function untilPainted(browser: BrowserDriver, ...names: readonly string[]): Promise<void> {
  await until(`${names.join(" and ")} to be painted`, async () => {
    const painted = (await paintedNames(browser)).join("\n");
    return names.every((name) => painted.includes(name));
  });
}

const paintedMark = async (browser: BrowserDriver): Promise<string> =>
  ((await paintedTexts(browser))["sourceline-yellow"] ?? []).map(({ text }) => text).join("");

/** Calls a function that the page has put into its globals. */
const callPage = (browser: BrowserDriver, name: string, input: string | null = null): Promise<unknown> =>
  browser.evaluate(
    ({ name: wanted, input: given }) => Promise.resolve(Reflect.get(globalThis, wanted)(given)).then(() => null),
    { name, input },
  );

async function highlight(browser: BrowserDriver, words: string): Promise<void> {
  const before = (await savedNotes(browser)).length;
  await selectWords(browser, words);
  await browser.shortcut("highlight", "Alt+J");
  await until("the mark", async () => (await savedNotes(browser)).length > before);
}

function useLivePage(name: BrowserName, page: string, more: ReadonlyMap<string, string> = new Map()) {
  const world = useWorld({ name, pages: new Map([...pagesOf(page), ...more]) });
  return {
    world,
    open: (path: string) => world().browser.goto(`${world().site.origin}${path}`),
  };
}

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
  const { world, open } = useLivePage(name, "live-blog.html", new Map([[path, fixture("live-blog.html")]]));

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

describe.each(BROWSERS)("a React page, in %s", (name) => {
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, "react-page.jsx")],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "react",
    // Not the project's own, which names another library.
    tsconfigRaw: "{}",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const script = outputFiles.map(({ text }) => text).join("");
  const { world, open } = useLivePage(name, "react.html", new Map([["/live/react-page.js", script]]));

  test("keeps its highlights and marks when it builds its nodes anew", async () => {
    const { browser } = world();
    await open(BELL);
    const before = await reported(browser, "the story", about(BELL));
    await highlight(browser, "Both of them are loud in fog");
    await untilPainted(browser, "Greta Holm", "Brandt", "Lindholm");
    const painted = (await paintedNames(browser)).toSorted();
    for (const shape of ["in elements of their own", "as they were"]) {
      await callPage(browser, "renderAnew");
      await until(`the names, the words ${shape}`, async () => (await paintedNames(browser)).join("").length > 0);
      await until(
        `the mark, the words ${shape}`,
        async () => (await paintedMark(browser)) === "Both of them are loud in fog",
      );
    }
    await until("the same names", async () => (await paintedNames(browser)).toSorted().join() === painted.join());
    const after = await reported(browser, "the same story", about(BELL));
    expect(after.analysis).toEqual(before.analysis);
    expect(Object.values(after.anchors)).toEqual(["same"]);
  });

  test("stays React's own, and what it adds is read", async () => {
    const { browser } = world();
    await open(BELL);
    await reported(browser, "the story", about(BELL));
    await callPage(browser, "update");
    const report = await reported(browser, "the update", (now) => sourcesOf(now).includes("Kaspar Nyberg"));
    expect(report.page).toContain("ferry-bell");
    await callPage(browser, "countReads");
    await until("React's own change", () =>
      browser.evaluate(() => document.querySelector(".reads")?.textContent === "Read 1 times", null),
    );
    expect(await browser.evaluate(() => Reflect.get(globalThis, "isReactWhole")(), null)).toBe(true);
  });
});
