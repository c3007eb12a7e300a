import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { NameNote } from "../../../src/annotation/records/name-note.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { centreOf, savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { storedRecords } from "../../../tools/start/stored.ts";
import { openCard } from "../pages/card.ts";
import { isInOverlay, overlayTexts, untilNote, writeOn } from "../pages/editor.ts";
import { BROWSERS, paintedTexts, pressInOverlay, read, root, useWorld } from "../harness.ts";

/** What the page's own scripts can do; the page has them as its globals. */
declare const countOfNamed: () => number;
declare const readAll: () => string;
declare const isFound: (words: string) => boolean;
declare const pressWords: (words: string) => Range;
declare const pressKey: (target: EventTarget, key: string) => void;
declare const pressEverything: (selector: string) => number;
declare const capturePress: (selector: string) => void;

const PATH = "/thief.html";
const THIEF = readFileSync(join(root, "test/fixtures/hostile/thief.html"), "utf8");
/** Words that stand nowhere but in the user's own notes, and in the title of another article. */
const ON_NAME = "zugzwang";
const ON_WORDS = "quincunx";
const OTHER_TITLE = "Mayor denies telling";
const MARKED = "sent home";

/** Long enough for everything that would come of a click or a key. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

/** What of some words the page's scripts have read or found by now. */
const known = (browser: BrowserDriver, words: readonly string[]): Promise<string[]> =>
  browser.evaluate((wanted) => wanted.filter((text) => readAll().includes(text) || isFound(text)), words);

const notesOnNames = async (browser: BrowserDriver): Promise<string[]> =>
  (await storedRecords<NameNote>(browser, "subjectNotes"))
    .filter(({ deleted }) => deleted === null)
    .map(({ body }) => body.note);

describe.each(BROWSERS)("a page that spies, in %s", (name) => {
  const world = useWorld({ name, pages: new Map([[PATH, THIEF]]) });

  /** Opens the page, with a note on one of its names, another article that has the name, and a highlight with a note. */
  async function visit(): Promise<BrowserDriver> {
    const { browser } = world();
    if ((await savedNotes(browser)).length === 0) {
      await read(world(), STORIES.nested);
      await openCard(browser, "Tobias Renn");
      await pressInOverlay(browser, "Note on Tobias Renn");
      await browser.type(ON_NAME);
      await pressInOverlay(browser, "Done");
      await until("the note on the name", async () => (await notesOnNames(browser)).join() === ON_NAME);
      await read(world(), PATH);
      await writeOn(browser, MARKED);
      await browser.type(ON_WORDS);
      await untilNote(browser, MARKED, ON_WORDS);
      await browser.press("Escape");
    }
    await read(world(), PATH);
    await until("the mark", async () => (await paintedTexts(browser))["sourceline-yellow"] ?? null);
    return browser;
  }

  test("its scripts open nothing on the page", async () => {
    const browser = await visit();
    await browser.evaluate(() => {
      pressWords("Tobias Renn");
    }, null);
    await settle();
    expect(await isInOverlay(browser, ".card")).toBe(false);
    await browser.evaluate((words) => {
      pressWords(words);
    }, MARKED);
    await settle();
    expect(await isInOverlay(browser, ".editor")).toBe(false);
    await browser.evaluate(() => {
      const range = pressWords("answered in its turn");
      getSelection()?.addRange(range);
      document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
      pressKey(document.body, "Shift");
    }, null);
    await settle();
    expect(await isInOverlay(browser, ".toolbar")).toBe(false);
    expect(await known(browser, [ON_NAME, ON_WORDS, OTHER_TITLE])).toEqual([]);
  });

  test("its scripts close nothing, and move no focus into what is shown", async () => {
    const browser = await visit();
    await selectWords(browser, "answered in its turn");
    await until("the toolbar", () => isInOverlay(browser, ".toolbar"));
    await browser.evaluate(() => {
      pressKey(document.body, "F6");
      pressKey(document.body, "Escape");
    }, null);
    await settle();
    expect(await isInOverlay(browser, ".toolbar")).toBe(true);
    expect(await browser.inOverlay((overlay) => overlay.activeElement === null, null)).toBe(true);
  });

  test("a card shows it no note and no title before the user asks for them", async () => {
    const browser = await visit();
    await openCard(browser, "Tobias Renn");
    const { x, y } = await until("the card's own words", () =>
      browser.inOverlay((overlay) => {
        const box = overlay.querySelector(".card h2")?.getBoundingClientRect();
        const isWhole = (overlay.querySelector(".card")?.textContent ?? "").includes("of your other articles");
        return box === undefined || !isWhole ? null : { x: box.left + 5, y: box.top + 5 };
      }, null),
    );
    // The mouse goes over it, which names its elements to the page in Firefox.
    await browser.hover(x, y);
    await browser.hover(x + 3, y + 2);
    await settle();
    expect(await known(browser, [ON_NAME, OTHER_TITLE])).toEqual([]);

    await pressInOverlay(browser, "Show your note");
    await pressInOverlay(browser, "Named in 1 of your other articles");
    await until("the title", async () => (await overlayTexts(browser, ".elsewhere a"))[0]?.startsWith(OTHER_TITLE));
    expect((await overlayTexts(browser, ".card .note-text")).map((text) => text.trim())).toEqual([ON_NAME]);
    // What is shown, it can read, as PRIVACY.md says: had there been something to read before, it would have been seen.
    expect(await known(browser, [ON_NAME])).toEqual([ON_NAME]);
  });

  test("a card on a highlight's words does not say what its note says", async () => {
    const browser = await visit();
    await selectWords(browser, "Tobias Renn");
    await browser.shortcut("highlight-and-note", "Alt+Shift+J");
    await until("the editor", () => isInOverlay(browser, ".editor textarea"));
    await browser.type("palimpsest");
    await untilNote(browser, "Tobias Renn", "palimpsest");
    await browser.press("Escape");
    await openCard(browser, "Tobias Renn");
    await until("the highlight", () => isInOverlay(browser, ".card .marks button"));
    expect(await known(browser, ["palimpsest"])).toEqual([]);
    await browser.press("Escape");
  });

  test("no element that it can name holds what is shown", async () => {
    const browser = await visit();
    await openCard(browser, "Tobias Renn");
    expect(await browser.evaluate(() => countOfNamed(), null)).toBe(0);
    await browser.press("Escape");
  });

  // What holds even where a page has come by the closed tree.
  test("with the tree in hand, its scripts press nothing in it", async () => {
    const browser = await visit();
    await openCard(browser, "Tobias Renn");
    await until("the card", () => isInOverlay(browser, ".subject-notes button"));
    await browser.exposeOverlay();
    const onCard = ".subject-notes button, .elsewhere button, .correct summary, .correct button, .correct input";
    expect(await browser.evaluate((selector) => pressEverything(selector), onCard)).toBeGreaterThan(4);
    await settle();
    expect(await known(browser, [ON_NAME, OTHER_TITLE])).toEqual([]);
    expect(await isInOverlay(browser, ".card details[open]")).toBe(false);
    expect(await isInOverlay(browser, ".toast")).toBe(false);
    expect(await notesOnNames(browser)).toEqual([ON_NAME]);
    await browser.evaluate(() => pressEverything(".card .head button"), null);
    await settle();
    expect(await isInOverlay(browser, ".card")).toBe(true);
    await browser.press("Escape");

    const { x, y } = await centreOf(browser, MARKED);
    await browser.click(x, y);
    await until("the editor", () => isInOverlay(browser, ".editor"));
    await browser.exposeOverlay();
    const before = (await savedNotes(browser)).map(({ body }) => body);
    const inEditor = ".editor .danger, .editor .primary, .editor .colour, .editor .chip button";
    expect(await browser.evaluate((selector) => pressEverything(selector), inEditor)).toBeGreaterThan(4);
    await settle();
    expect((await savedNotes(browser)).map(({ body }) => body)).toEqual(before);
    expect(await isInOverlay(browser, ".editor")).toBe(true);
  });

  test("with the tree in hand, it makes no press on something else one on what it likes", async () => {
    const browser = await visit();
    const { x, y } = await centreOf(browser, MARKED);
    await browser.click(x, y);
    await until("the editor", () => isInOverlay(browser, ".editor"));
    await browser.exposeOverlay();
    const before = (await savedNotes(browser)).length;
    const elsewhere = await browser.inOverlay((overlay) => {
      const box = overlay.querySelector(".editor blockquote")!.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, null);
    for (const place of [elsewhere!, { x: 4, y: 4 }]) {
      await browser.evaluate(() => capturePress(".danger"), null);
      await browser.click(place.x, place.y);
      await settle();
      expect((await savedNotes(browser)).length).toBe(before);
    }
  });
});
