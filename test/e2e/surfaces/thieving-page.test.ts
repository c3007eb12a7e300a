import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HOST } from "../../../extension/reader/overlay/host-name.ts";
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
declare const heardKeys: () => string[];
declare const forgetKeys: () => void;
declare const lieInWait: (how: string) => void;
declare const takeOver: (how: string) => number;
declare const takeFocus: () => void;

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

  test("a card shows it no note and no title, while the user reads both", async () => {
    const { browser, overlay } = await visit();
    await overlay.openCardOf("Tobias Renn");
    await overlay.press("Also named in 1 other article in your library");
    await overlay.untilSays("link to another article", new RegExp(`^${OTHER_TITLE}`));
    expect(await overlay.texts("note on the name")).toEqual([ON_NAME]);
    // The mouse goes over all of it, which names elements to the page in Firefox.
    for (const part of ["card's title", "note on the name", "other article"] as const) {
      const { left, top } = (await overlay.placeOf(part))!;
      await browser.hover(left + 5, top + 5);
      await browser.hover(left + 8, top + 7);
    }
    await settle();
    const secrets = [ON_NAME, OTHER_TITLE, "in your library"];
    expect(await known(browser, secrets)).toEqual([]);
    await browser.exposeOverlay();
    // With the tree in hand it reads the card, and nothing of what is in the frame.
    expect(await known(browser, ["Not right?", ...secrets])).toEqual(["Not right?"]);
  });

  test("it reads and hears nothing of what is written in an editor", async () => {
    const { browser, reader, overlay } = await visit();
    await reader.select("answered in its turn");
    await overlay.untilShown("toolbar");
    await overlay.press("Note");
    await overlay.untilField("textarea");
    await browser.evaluate(() => forgetKeys(), null);
    await browser.type("palimpsest");
    await overlay.goToTags();
    await browser.type("tagged");
    await reader.untilNote("answered in its turn", "palimpsest");
    await reader.untilTags("answered in its turn", ["tagged"]);
    expect(await browser.evaluate(() => heardKeys(), null)).toEqual([]);
    await browser.exposeOverlay();
    expect(await known(browser, ["palimpsest", "tagged", ON_WORDS])).toEqual([]);
    await browser.press("Control+Enter");
    await overlay.untilGone("editor");
    expect(await known(browser, ["palimpsest", "tagged"])).toEqual([]);
  });

  test("what is typed before an editor is there, it neither hears nor takes", async () => {
    const { browser, reader, overlay } = await visit();
    const words = "the tide allows it";
    await reader.select(words);
    await overlay.untilShown("toolbar");
    await browser.evaluate(() => forgetKeys(), null);
    await browser.shortcut("highlight-and-note", "Alt+Shift+J");
    await until("the keyboard in the frame", () =>
      browser.inOverlay((tree) => tree.activeElement?.localName === "iframe", null),
    );
    await browser.type("at once");
    await reader.untilNote(words, "at once");
    const keys = (await browser.evaluate(() => heardKeys(), null)).filter(
      (key) => !["Alt", "Shift", "J", "j"].includes(key),
    );
    expect(keys).toEqual([]);
    await browser.press("Escape");
  });

  test.each([
    "a document of its own",
    "a sandbox that runs scripts",
    "the same document, open to it",
    "a page of its site",
  ])("it puts %s in the frame's place, and reads nothing", async (how) => {
    const { browser, reader, overlay } = await visit();
    // As soon as it hears of the frame, before it is filled.
    await browser.evaluate((wanted) => lieInWait(wanted), how);
    await reader.click(MARKED);
    await settle();
    expect(await known(browser, [ON_WORDS])).toEqual([]);
    // And with the tree in hand, in place of what is shown.
    await reader.read(PATH);
    await reader.untilPainted("yellow");
    await overlay.openEditorOf(MARKED);
    await browser.exposeOverlay();
    expect(await browser.evaluate((wanted) => takeOver(wanted), how)).toBe(1);
    await settle();
    await reader.click("Tobias Renn");
    await settle();
    await reader.click(MARKED);
    await settle();
    expect(await known(browser, [ON_WORDS, ON_NAME])).toEqual([]);
  });

  test("when it takes the keyboard away, the editor goes, and what was written is kept", async () => {
    const { browser, reader, overlay } = await visit();
    await overlay.writeOn("accident");
    await browser.type("kept");
    await reader.wait(800);
    await browser.evaluate(() => takeFocus(), null);
    await overlay.untilToast(/^This page took the keyboard away/);
    await overlay.untilGone("editor");
    await reader.untilNote("accident", "kept");
    await browser.type("x");
    expect(await browser.evaluate(() => heardKeys().includes("x"), null)).toBe(true);
    expect((await reader.noteOn("accident"))?.body.note).toBe("kept");
  });

  test("when it moves what is shown, that goes, and what was written is kept", async () => {
    const { browser, reader, overlay } = await visit();
    await overlay.writeOn("diver");
    await browser.type("before");
    await browser.evaluate((host) => document.body.append(document.querySelector(host)!), `[${HOST}]`);
    await overlay.untilToast(/^This page gets in the way of writing/);
    await overlay.untilGone("editor");
    await until("the note", async () => (await reader.noteOn("diver"))?.body.note === "before");
    expect(await known(browser, ["before"])).toEqual([]);
  });

  test("a card that it moves stays, and shows what is kept on the name again", async () => {
    const { browser, overlay } = await visit();
    await overlay.openCardOf("Tobias Renn");
    await overlay.untilSays("note on the name", ON_NAME);
    await browser.evaluate((host) => document.body.append(document.querySelector(host)!), `[${HOST}]`);
    await settle();
    expect(await overlay.shows("card")).toBe(true);
    await overlay.untilSays("note on the name", ON_NAME);
    await overlay.pressPart("card's close button");
    await overlay.untilGone("card");
  });

  test.each([
    ["a moment ago", 0, "Wednesday"],
    ["before that", 800, "Saturday"],
  ])(
    "when it has moved our place elsewhere %s, what is typed into the next editor is the note's",
    async (_, rest, words) => {
      const { browser, reader, overlay } = await visit();
      await overlay.openCardOf("Tobias Renn");
      await browser.press("Escape");
      await overlay.untilGone("card");
      await reader.select(words);
      await browser.evaluate((host) => document.body.append(document.querySelector(host)!), `[${HOST}]`);
      await reader.wait(rest);
      await browser.shortcut("highlight-and-note", "Alt+Shift+J");
      // What is typed before the page has heard of the shortcut is the page's.
      await overlay.untilShown("editor");
      await browser.type("all of it");
      await reader.untilNote(words, "all of it");
      await browser.type(" and more");
      await reader.untilNote(words, "all of it and more");
    },
  );

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
    expect(await pressAll("buttons on the card")).toBeGreaterThan(2);
    await settle();
    expect(await overlay.shows("open part of the card")).toBe(false);
    expect(await overlay.shows("toast")).toBe(false);
    expect((await reader.notesOnNames()).map(({ body }) => body.note)).toEqual([ON_NAME]);
    expect(await pressAll("card's close button")).toBeGreaterThan(0);
    await settle();
    expect(await overlay.shows("card")).toBe(true);
  });

  test("with the tree in hand, it makes no press on something else one on what it likes", async () => {
    const { browser, overlay } = await visit();
    await overlay.openCardOf("Tobias Renn");
    await browser.exposeOverlay();
    const title = middleOf((await overlay.placeOf("card's title"))!);
    await browser.evaluate((selector) => capturePress(selector), selectorOf("card's close button"));
    await browser.click(title.x, title.y);
    await settle();
    expect(await overlay.shows("card")).toBe(true);
  });
});
