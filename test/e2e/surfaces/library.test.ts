import { afterEach, describe, expect, test } from "vitest";
import { type ArticleNames, filedUnder, type KeptArticle } from "../../../src/annotation/records/kept-article.ts";
import type { Named } from "../../../src/annotation/records/name.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { emptyDatabase, storedRecords } from "../../../tools/start/stored.ts";
import { annotationOf } from "../../records.ts";
import { BROWSERS, useWorld } from "../harness.ts";
import { axe, LOOKS, runAxe } from "../pages/axe.ts";

/** What of the extension's own interface is asked about other tabs than the driver's. */
interface Api {
  readonly tabs: {
    query(of: object): Promise<{ id?: number; url?: string }[]>;
    update(id: number, changes: object): Promise<unknown>;
    remove(id: number): Promise<void>;
  };
  readonly scripting: { executeScript(asked: object): Promise<{ result?: unknown }[]> };
}

const person = (name: string, ...aliases: string[]): Named => ({ kind: "person", name, aliases });

/** An article in which everyone says one thing, and a highlight on it. */
function story(number: number, title: string, ...people: Named[]) {
  const page = `post.example/1998/${number}`;
  const instant = `1998-0${number}-02T08:00:00.000Z`;
  const stamps = { revision: 1, created: instant, modified: instant, deleted: null } as const;
  const names: ArticleNames & Pick<KeptArticle, "kept"> = {
    page,
    source: `https://${page}`,
    title,
    outlet: "The Harbour Post",
    published: instant.slice(0, 10),
    subjects: people,
    sheet: {
      bylines: ["Petra Holm"],
      updated: null,
      roles: people.map(() => "mayor"),
      statements: people.map(({ name }, speaker) => ({
        speaker,
        source: name,
        type: "direct",
        text: `“This is what ${name} said in ${title}”`,
        content: [{ start: 10 * speaker, end: 10 * speaker + 9 }],
      })),
    },
    fingerprint: null,
    kept: null,
  };
  const article: KeptArticle = { ...names, ...filedUnder(names), ...stamps };
  const quote = { type: "TextQuoteSelector" as const, exact: `a passage of ${title}` };
  const target = { source: article.source, page, title, selectors: { quote, position: null } };
  const annotation = { ...annotationOf({ note: `note ${number}` }), id: crypto.randomUUID(), target, ...stamps };
  return { article, annotation };
}

const STORED = [
  story(1, "The pier", person("Edvard Moen", "Moen"), person("Agnes Lund")),
  story(2, "The ferry", person("Edvard Moen"), person("Agnès Lundh")),
  story(3, "The bell", person("Johanna Brandt")),
];

describe.each(BROWSERS)("the library in %s", (name) => {
  const world = useWorld({ name });
  const openStored = (): Promise<void> =>
    world().library.openWith(
      STORED.map(({ annotation }) => annotation),
      STORED.map(({ article }) => article),
    );
  afterEach(async () => {
    const { browser } = world();
    await browser.goto("about:blank");
    await emptyDatabase(browser);
    await browser.inExtension(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase("sourceline-search").addEventListener("success", () => resolve(null));
        }),
      null,
    );
  });

  test("it says when there is nothing yet", async () => {
    const { library } = world();
    await library.open();
    await library.untilSays("state", /^No highlights or notes yet/);
    await library.pressPart("part", "People");
    await library.untilSays("state", /^No names yet/);
  });

  test("a note leads to its passage: the library, the note, the passage", async () => {
    const { browser, reader, overlay, library } = world();
    await reader.read(STORIES.nested);
    await overlay.writeOn("I regret the coffee");
    await browser.type("good headline");
    await browser.press("Escape");
    await reader.untilSomeNote("good headline");
    await library.open();
    await library.untilSays("note", /I regret the coffee/);
    await library.pressPart("note");
    await library.untilSays("pane's heading", /Mayor/);
    await library.pressPart("open at the passage");
    await until("the passage in a tab of its own", () =>
      browser.inExtension(async (path) => {
        const { chrome } = globalThis as unknown as { chrome: Api };
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        if (tab?.id === undefined || !tab.url?.endsWith(path)) return false;
        const [seen] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => scrollY });
        const isThere = Number(seen?.result ?? 0) > 0;
        if (!isThere) return false;
        // The driver's tab, which the others go on in.
        const tabs = await chrome.tabs.query({});
        const home = tabs.find(({ url }) => url?.includes("/library/library.html"));
        if (home?.id !== undefined) await chrome.tabs.update(home.id, { active: true });
        await chrome.tabs.remove(tab.id);
        return true;
      }, STORIES.nested),
    );
  });

  test("what was read and kept tells who said what, and everything that one person said", async () => {
    const { browser, reader, overlay, library } = world();
    await reader.read(STORIES.nested);
    await overlay.writeOn("I regret the coffee");
    await browser.type("good headline");
    await browser.press("Escape");
    await reader.untilSomeNote("good headline");
    await until("the article", async () => (await storedRecords(browser, "articles")).length === 1);
    await library.open("#view=people");
    await library.untilSays("who is listed", "Edvard Moen");
    await library.pressPart("name");
    await library.untilSays("pane's facts", /^Quoted in 1 article, \d+ statements$/);
    await library.untilSays("statement", /I regret the coffee/);
    expect((await library.texts("statement's article"))[0]).toMatch(/Mayor .* The Harbour Post/);
    await library.untilCount("passage", 1);
  });

  test("two spellings are merged in all articles, and taken apart again", async () => {
    const { library } = world();
    await openStored();
    await library.pressPart("part", "People");
    await library.untilTexts("who is listed", ["Edvard Moen", "Agnes Lund", "Agnès Lundh", "Johanna Brandt"]);
    await library.open("#view=people&name=person%3Aagnes+lund");
    await library.untilSays("pane's facts", "Quoted in 1 article, 1 statement");
    await library.pressPart("open the merging");
    await library.fill("spelling to find", "lundh");
    await library.pressPart("spelling to merge", "“Agnès Lundh” is the same");
    await library.untilSays("pane's facts", "Quoted in 2 articles, 2 statements");
    await library.untilTexts("who is listed", ["Agnes Lund", "Edvard Moen", "Johanna Brandt"]);
    await library.pressPart("undo the last change", "Undo");
    await library.untilCount("who is listed", 4);
    await library.pressPart("open the merging");
    await library.fill("spelling to find", "lundh");
    await library.pressPart("spelling to merge", "“Agnès Lundh” is the same");
    await library.untilSays("merged spelling", /Agnès Lundh/);
    await library.pressPart("split");
    await library.untilSays("pane's facts", "Quoted in 1 article, 1 statement");
    await library.untilCount("who is listed", 4);
  });

  test("when somebody spoke is drawn and told in figures, beside up to three others", async () => {
    const { library } = world();
    await openStored();
    await library.open("#view=people&name=person%3Aedvard+moen");
    await library.untilShown("chart");
    await library.untilTexts("figures", ["MonthEdvard Moen", "Jan 19981", "Feb 19981"]);
    await library.pressPart("open the comparing");
    await library.fill("name to compare with", "brandt");
    await library.untilTexts("name to compare", ["Johanna Brandt"]);
    await library.pressPart("name to compare");
    await library.untilTexts("who is compared", ["Edvard Moen", "Johanna Brandt"]);
    await library.untilTexts("figures", ["MonthEdvard MoenJohanna Brandt", "Jan 199810", "Feb 199810", "Mar 199801"]);
    expect(await library.address()).toContain("beside=person%3Ajohanna+brandt");
    await library.pressPart("compare no more");
    await library.untilTexts("figures", ["MonthEdvard Moen", "Jan 19981", "Feb 19981"]);
  });

  test("many notes are tagged, coloured and deleted at once, each with a way back", async () => {
    const { browser, library } = world();
    await openStored();
    await library.untilCount("note", 3);
    const tagsOf = async (): Promise<string[]> =>
      (await storedRecords<{ body: { tags: string[]; colour: string } }>(browser, "annotations")).map(({ body }) =>
        `${body.colour} ${body.tags.join(" ")}`.trim(),
      );
    await browser.evaluate(() => document.querySelector<HTMLElement>("[data-list]")?.focus(), null);
    await library.pressWith("a", { ctrlKey: true });
    await library.untilSays("selected count", "3 selected");
    await library.fill("tag to add", "to check");
    await library.pressPart("bulk's button", "Add tag");
    await library.untilSays("last change", "3 notes changed.");
    await library.untilSays("facet", /^to check 3$/);
    await library.pressPart("undo the last change", "Undo");
    await until("no tag", async () => (await tagsOf()).every((text) => text === "yellow"));
    await library.pressPart("bulk's button", "Delete");
    await library.untilSays("state", /^No highlights or notes yet/);
    await library.pressPart("part", "Bin3");
    await library.untilCount("note", 3);
    await library.pressPart("undo the last change", "Undo");
    await library.untilSays("state", /^The bin is empty/);
  });

  test("what lies in the bin is removed for good, which asks first", async () => {
    const { browser, library } = world();
    const selectAll = async (): Promise<void> => {
      await browser.evaluate(() => document.querySelector<HTMLElement>("[data-list]")?.focus(), null);
      await library.pressWith("a", { ctrlKey: true });
      await library.untilSays("selected count", "3 selected");
    };
    await openStored();
    await library.untilCount("note", 3);
    await selectAll();
    await library.pressPart("bulk's button", "Delete");
    await library.untilSays("state", /^No highlights or notes yet/);
    await library.pressPart("part", "Bin3");
    await library.untilCount("note", 3);
    await selectAll();
    await library.pressPart("bulk's button", "Remove for good");
    expect((await storedRecords(browser, "annotations")).length).toBe(3);
    await library.pressPart("bulk's button", "Remove 3 for good? This can’t be undone.");
    await library.untilSays("last change", "3 notes removed for good.");
    await library.untilSays("state", /^The bin is empty/);
    expect(await storedRecords(browser, "annotations")).toEqual([]);
  });

  test("what is searched for is found and marked, and can be kept; the address goes back to it", async () => {
    const { library } = world();
    await openStored();
    await library.untilCount("note", 3);
    await library.fill("search", "fery");
    await library.untilCount("note", 1);
    await library.untilSays("hit", "ferry");
    await library.fill("search", "person:moen -ferry");
    await library.untilSays("note", /a passage of The pier/);
    await library.untilCount("note", 1);
    await library.pressPart("keep the search");
    await library.untilSays("last change", "Search saved.");
    await library.pressPart("part", "Saved searches");
    await library.untilTexts("kept search", ["person:moen -ferry"]);
    await library.pressPart("kept search");
    await library.untilTexts("article", ["The pier"]);
    await library.pressPart("article");
    await library.untilSays("pane's heading", "The pier");
    expect(await library.address()).toContain("article=post.example%2F1998%2F1");
    await library.back();
    await library.untilGone("pane's heading");
    await library.untilTexts("article", ["The pier"]);
    await library.back();
    await library.untilTexts("kept search", ["person:moen -ferry"]);
  });

  test("keys alone go through the list and open what is in it", async () => {
    const { browser, library } = world();
    await openStored();
    await library.untilCount("note", 3);
    await library.pressWith("/");
    await browser.type("passage");
    await library.untilCount("hit", 3);
    await browser.press("Enter");
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "Enter"]) await browser.press(key);
    await library.untilSays("pane's heading", "The ferry");
    await library.untilCount("passage", 1);
    await library.pressWith(" ");
    await library.untilSays("selected count", "1 selected");
    await library.pressWith("Escape");
    await library.untilGone("selected count");
  });

  test("keys alone go through a list of names, and open one", async () => {
    const { browser, library } = world();
    await openStored();
    await library.open("#view=people");
    await library.untilCount("who is listed", 4);
    await library.pressWith("/");
    await browser.press("Enter");
    for (const key of ["ArrowDown", "ArrowDown", "End", "Enter"]) await browser.press(key);
    await library.untilSays("pane's heading", "Johanna Brandt");
  });

  test("an article is cited, and kept for itself", async () => {
    const { browser, library } = world();
    await openStored();
    await library.open("#view=articles&article=post.example%2F1998%2F1");
    await library.untilSays(
      "citation",
      "Holm, P. (1998, January 2). The pier. The Harbour Post. https://post.example/1998/1",
    );
    await library.pressPart("citation's style", "MLA");
    await library.untilSays("citation", "Holm, Petra. “The pier.” The Harbour Post, 2 Jan. 1998, post.example/1998/1.");
    await library.pressPart("keep the article");
    await library.untilSays("keep the article", "Kept");
    const kept = (await storedRecords<KeptArticle>(browser, "articles")).find(({ kept: at }) => at !== null);
    expect(kept?.page).toBe("post.example/1998/1");
  });

  test("an index that is lost is made anew", async () => {
    const { browser, library } = world();
    await openStored();
    await library.untilCount("note", 3);
    await browser.goto("about:blank");
    await browser.inExtension(
      () =>
        new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase("sourceline-search");
          deleting.addEventListener("success", () => resolve(null));
          deleting.addEventListener("error", () => reject(new Error("the index could not be deleted")));
        }),
      null,
    );
    await library.open("#q=ferry");
    await library.untilCount("note", 1);
  });

  test("an index that is damaged is made anew", async () => {
    const { browser, library } = world();
    await openStored();
    await library.untilCount("note", 3);
    await browser.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("sourceline-search");
          opening.addEventListener("error", () => reject(new Error("the index did not open")));
          opening.addEventListener("success", () => {
            const transaction = opening.result.transaction("saved", "readwrite");
            transaction.objectStore("saved").put({ name: "index", form: 1, index: { terms: null }, checksum: 1 });
            transaction.addEventListener("complete", () => {
              opening.result.close();
              resolve();
            });
          });
        }),
      null,
    );
    await library.open("#q=ferry");
    await library.untilCount("note", 1);
  });

  test.each(LOOKS)("axe finds nothing wrong with it (%s)", async (look) => {
    const { browser, library } = world();
    await browser.setColourScheme(look === "dark" ? "dark" : "light");
    await browser.setForcedColours(look === "forced");
    await openStored();
    for (const hash of [
      "",
      "#q=passage&article=post.example%2F1998%2F1",
      "#view=people&name=person%3Aedvard+moen&beside=person%3Ajohanna+brandt",
      "#view=tags",
      "#view=colours",
      "#view=bin",
    ]) {
      await library.open(hash);
      await until(
        "the part",
        async () =>
          (await library.shows("heading")) || (await library.shows("kept search")) || (await library.shows("state")),
      );
      if (hash.includes("name=")) await library.untilShown("chart");
      if (hash.includes("article=")) await library.untilShown("citation");
      expect(await browser.evaluate(runAxe, { part: null, rules: 15 }, axe)).toEqual([]);
    }
    await browser.setForcedColours(false);
    await browser.setColourScheme("light");
  });
});
