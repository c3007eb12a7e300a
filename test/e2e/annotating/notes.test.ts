import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { centreOf, savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { BROWSERS, finished, paintedTexts, pressInOverlay, read, useWorld } from "../harness.ts";

const editorIsOpen = (browser: BrowserDriver): Promise<boolean | null> =>
  browser.inOverlay((overlay) => overlay.querySelector(".editor textarea") !== null, null);

describe.each(BROWSERS)("notes in %s", (name) => {
  const world = useWorld({ name });

  test("a selection is highlighted from the toolbar and found again after a reload", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await selectWords(browser, "Eleven people have been hurt");
    await pressInOverlay(browser, "Claim (green)");
    const [note] = await until("the note", async () => {
      const notes = await savedNotes(browser);
      return notes.length === 1 ? notes : null;
    });
    expect(note?.target.selectors.quote.exact).toBe("Eleven people have been hurt");
    expect(note?.body).toEqual({ colour: "green", note: "", tags: [] });
    await browser.reload();
    await finished(browser);
    const painted = await until("the mark", async () => (await paintedTexts(browser))["sourceline-green"] ?? null);
    expect(painted.map(({ text }) => text.replace(/\s+/g, " ")).join("")).toBe("Eleven people have been hurt");
  });

  test("the shortcut writes a note that is saved as it is typed", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await selectWords(browser, "a matter for next week");
    await browser.shortcut("highlight-and-note", "Alt+Shift+J");
    await until("the editor", () => editorIsOpen(browser));
    await browser.type("Check the letter");
    await until("the note to be saved", async () =>
      (await savedNotes(browser)).some(({ body }) => body.note === "Check the letter"),
    );
    await browser.press("Escape");
    await until("the editor to close", async () => (await editorIsOpen(browser)) === false);
  });

  test("a click on a mark opens it; deleting it can be undone", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await until("the mark", async () => (await paintedTexts(browser))["sourceline-yellow"] ?? null);
    const { x, y } = await centreOf(browser, "a matter for next week");
    await browser.click(x, y);
    const shown = await until("the note as it reads", () =>
      browser.inOverlay((overlay) => overlay.querySelector(".editor .markup")?.textContent ?? null, null),
    );
    expect(shown).toBe("Check the letter");
    await pressInOverlay(browser, "Delete");
    await until("the mark to go", async () => (await paintedTexts(browser))["sourceline-yellow"] === undefined);
    await pressInOverlay(browser, "Undo");
    await until("the mark to come back", async () => (await paintedTexts(browser))["sourceline-yellow"] ?? null);
    expect((await savedNotes(browser)).some(({ body }) => body.note === "Check the letter")).toBe(true);
  });

  test("the context menu highlights a selection", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    await selectWords(browser, "Skerry Point is the third on the list");
    const point = await browser.evaluate(() => {
      const { left, top, height } = getSelection()!.getRangeAt(0).getClientRects()[0]!;
      return { x: left + 20, y: top + height / 2 };
    }, null);
    await browser.contextMenu(point.x, point.y, "highlight");
    await until("the note", async () =>
      (await savedNotes(browser)).some(({ target }) => target.selectors.quote.exact.startsWith("Skerry Point is")),
    );
  });

  test("a page that is no article can be marked too", async () => {
    const { browser, site } = world();
    await browser.goto(`${site.origin}/index.html`);
    await selectWords(browser, "Sixty years after the lamp went electric");
    await browser.shortcut("highlight", "Alt+J");
    await until("the mark", async () => (await paintedTexts(browser))["sourceline-yellow"] ?? null);
    expect(Object.keys(await paintedTexts(browser))).toEqual(["sourceline-yellow"]);
    await browser.reload();
    await until("the mark after a reload", async () => (await paintedTexts(browser))["sourceline-yellow"] ?? null);
    expect(Object.keys(await paintedTexts(browser))).toEqual(["sourceline-yellow"]);
  });

  test("a note survives a background that is ended while it is saved", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    for (let round = 0; round < 3; round += 1) {
      const words = ["The goats, she says, were eaten in 1870", "He wrote back that he was home", "They never did"][
        round
      ]!;
      await selectWords(browser, words);
      const ended = browser.endBackground();
      await pressInOverlay(browser, "Check this (pink)");
      await ended;
      await until("the note", async () =>
        (await savedNotes(browser)).some(({ target }) => target.selectors.quote.exact === words),
      );
    }
    const ids = (await savedNotes(browser)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
