import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { middleOf, type OverlayPart, selectorOf } from "../pages/overlay.ts";
import { BROWSERS, root, useWorld, type World } from "../harness.ts";

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

describe.each(BROWSERS)("a page that spies, in %s", (name) => {
  const world = useWorld({ name, pages: new Map([[PATH, THIEF]]) });

  /** Opens the page, with a note on one of its names, another article that has the name, and a highlight with a note. */
  async function visit(): Promise<World> {
    const { browser, reader, overlay } = world();
    if ((await reader.saved()).length === 0) {
      await reader.read(STORIES.nested);
      await overlay.noteOnName("Tobias Renn", ON_NAME);
      await until("the note on the name", async () => (await reader.notesOnNames())[0]?.body.note === ON_NAME);
      await reader.read(PATH);
      await overlay.writeOn(MARKED);
      await browser.type(ON_WORDS);
      await reader.untilNote(MARKED, ON_WORDS);
      await browser.press("Escape");
    }
    await reader.read(PATH);
    await reader.untilPainted("yellow");
    return world();
  }

  /** How many elements of the overlay the page's own script presses. */
  const pressAll = (part: OverlayPart): Promise<number> =>
    world().browser.evaluate((selector) => pressEverything(selector), selectorOf(part));

  test("its scripts open nothing on the page", async () => {
    const { browser, overlay } = await visit();
    await browser.evaluate(() => {
      pressWords("Tobias Renn");
    }, null);
    await settle();
    expect(await overlay.shows("card")).toBe(false);
    await browser.evaluate((words) => {
      pressWords(words);
    }, MARKED);
    await settle();
    expect(await overlay.shows("editor")).toBe(false);
    await browser.evaluate(() => {
      const range = pressWords("answered in its turn");
      getSelection()?.addRange(range);
      document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
      pressKey(document.body, "Shift");
    }, null);
    await settle();
    expect(await overlay.shows("toolbar")).toBe(false);
    expect(await known(browser, [ON_NAME, ON_WORDS, OTHER_TITLE])).toEqual([]);
  });

  test("its scripts close nothing, and move no focus into what is shown", async () => {
    const { browser, reader, overlay } = await visit();
    await reader.select("answered in its turn");
    await overlay.untilShown("toolbar");
    await browser.evaluate(() => {
      pressKey(document.body, "F6");
      pressKey(document.body, "Escape");
    }, null);
    await settle();
    expect(await overlay.shows("toolbar")).toBe(true);
    expect(await overlay.focusedText()).toBeNull();
  });

  test("a card shows it no note and no title before the user asks for them", async () => {
    const { browser, overlay } = await visit();
    await overlay.openCardOf("Tobias Renn");
    await overlay.untilSays("card", /of your other articles/);
    const { left, top } = (await overlay.placeOf("card's title"))!;
    // The mouse goes over it, which names its elements to the page in Firefox.
    await browser.hover(left + 5, top + 5);
    await browser.hover(left + 8, top + 7);
    await settle();
    expect(await known(browser, [ON_NAME, OTHER_TITLE])).toEqual([]);

    await overlay.press("Show your note");
    await overlay.press("Named in 1 of your other articles");
    await overlay.untilSays("link to another article", new RegExp(`^${OTHER_TITLE}`));
    expect(await overlay.texts("note on the name")).toEqual([ON_NAME]);
    // What is shown, it can read, as PRIVACY.md says: had there been something to read before, it would have been seen.
    expect(await known(browser, [ON_NAME])).toEqual([ON_NAME]);
  });

  test("a card on a highlight's words does not say what its note says", async () => {
    const { browser, reader, overlay } = await visit();
    await overlay.writeOn("Tobias Renn");
    await browser.type("palimpsest");
    await reader.untilNote("Tobias Renn", "palimpsest");
    await browser.press("Escape");
    await overlay.openCardOf("Tobias Renn");
    await overlay.untilShown("highlight on the card");
    expect(await known(browser, ["palimpsest"])).toEqual([]);
    await browser.press("Escape");
  });

  test("no element that it can name holds what is shown", async () => {
    const { browser, overlay } = await visit();
    await overlay.openCardOf("Tobias Renn");
    expect(await browser.evaluate(() => countOfNamed(), null)).toBe(0);
    await browser.press("Escape");
  });

  // What holds even where a page has come by the closed tree.
  test("with the tree in hand, its scripts press nothing in it", async () => {
    const { browser, reader, overlay } = await visit();
    await overlay.openCardOf("Tobias Renn");
    await overlay.untilShown("buttons for notes on the name");
    await browser.exposeOverlay();
    expect(await pressAll("buttons on the card")).toBeGreaterThan(4);
    await settle();
    expect(await known(browser, [ON_NAME, OTHER_TITLE])).toEqual([]);
    expect(await overlay.shows("open part of the card")).toBe(false);
    expect(await overlay.shows("toast")).toBe(false);
    expect((await reader.notesOnNames()).map(({ body }) => body.note)).toEqual([ON_NAME]);
    expect(await pressAll("card's close button")).toBeGreaterThan(0);
    await settle();
    expect(await overlay.shows("card")).toBe(true);
    await browser.press("Escape");

    await overlay.openEditorOf(MARKED);
    await browser.exposeOverlay();
    const before = (await reader.saved()).map(({ body }) => body);
    expect(await pressAll("buttons of the editor")).toBeGreaterThan(4);
    await settle();
    expect((await reader.saved()).map(({ body }) => body)).toEqual(before);
    expect(await overlay.shows("editor")).toBe(true);
  });

  test("with the tree in hand, it makes no press on something else one on what it likes", async () => {
    const { browser, reader, overlay } = await visit();
    await overlay.openEditorOf(MARKED);
    await browser.exposeOverlay();
    const before = (await reader.saved()).length;
    const elsewhere = middleOf((await overlay.placeOf("words of the highlight"))!);
    for (const place of [elsewhere, { x: 4, y: 4 }]) {
      await browser.evaluate((selector) => capturePress(selector), selectorOf("delete the highlight"));
      await browser.click(place.x, place.y);
      await settle();
      expect((await reader.saved()).length).toBe(before);
    }
  });
});
