import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const WORDS = "a matter for next week";

/** Where the page's caret stands: the text before it, in its own paragraph. */
const textBeforeCaret = (browser: BrowserDriver): Promise<string> =>
  browser.evaluate(() => {
    const selection = getSelection();
    const node = selection?.focusNode;
    if (selection?.isCollapsed !== true || node == null) return "";
    return (node.textContent ?? "").slice(0, selection.focusOffset).replace(/\s+/g, " ");
  }, null);

describe.each(BROWSERS)("the editor of a note in %s", (name) => {
  const world = useWorld({ name });

  test("from selection to saved note in three keys, and back to the page", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    for (const [words, end] of [
      [WORDS, "Control+Enter"],
      ["I regret the coffee", "Escape"],
    ] as const) {
      await overlay.writeOn(words);
      await browser.type("three keys");
      await browser.press(end);
      await overlay.untilGone("editor");
      await reader.untilNote(words, "three keys");
      await overlay.untilSpoken(/Saved/);
      await until("the focus back on the page", async () => (await reader.focusedElement()) === "body");
      await until("the caret behind the words", async () => (await textBeforeCaret(browser)).endsWith(words));
    }
  });

  test("what is typed right after the shortcut is in the note, on a page that was not touched before", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.letter);
    await reader.select("the pier");
    await browser.shortcut("highlight-and-note", "Alt+Shift+J");
    // The highlight is there before the editor is.
    await until("the highlight", async () => (await reader.noteOn("the pier")) !== undefined);
    await browser.type("at once");
    await reader.untilNote("the pier", "at once");
    await browser.press("Escape");
    await overlay.untilGone("editor");
  });

  // In Firefox the keys of the driver itself get lost where the focus goes from one document to another.
  if (name === "chromium") {
    test("no letter is lost in the midst of what is typed while the editor opens", async () => {
      const { browser, reader, overlay } = world();
      await reader.read(STORIES.nested);
      const typed = "abcdefghijklmnopqrstuvwxyz".repeat(3);
      for (const words of ["the paint", "a different account", "the board was informed", "no warning", "in a swell"]) {
        await reader.select(words);
        await browser.shortcut("highlight-and-note", "Alt+Shift+J");
        await browser.type(typed);
        await browser.press("Escape");
        await overlay.untilGone("editor");
        // What came before the browser told of the shortcut is the page's.
        await until(`the end of what was typed on “${words}”`, async () => {
          const note = (await reader.noteOn(words))?.body.note ?? "";
          return note.length > typed.length / 2 && typed.endsWith(note);
        });
      }
    });
  }

  test("a note is shown as it reads, and is for writing again with Enter or a click", async () => {
    const { browser, reader, overlay, popup } = world();
    await reader.read(STORIES.wire);
    const words = "Eleven people have been hurt";
    await overlay.writeOn(words);
    const note = "**Ask** [the line](https://post.example/line) <b>now</b> ![pier](https://post.example/pier.png)";
    await browser.type(note);
    await reader.untilNote(words, note);
    await browser.press("Control+Enter");
    await overlay.untilGone("editor");

    await reader.click(words);
    await overlay.untilShown("note as it reads");
    expect(await overlay.texts("note as it reads")).toEqual(["Ask the line <b>now</b> pier"]);
    expect(await overlay.texts("bold in the note")).toEqual(["Ask"]);
    const elsewhere = { target: "_blank", rel: "noopener noreferrer" };
    expect(await overlay.links("link in the note")).toEqual([
      { href: "https://post.example/line", ...elsewhere },
      { href: "https://post.example/pier.png", ...elsewhere },
    ]);
    expect(await overlay.shows("markup of the note's own")).toBe(false);
    await browser.press("Enter");
    await overlay.untilField("textarea");
    await browser.type("!");
    await reader.untilNote(words, `${note}!`);
    await browser.press("Escape");

    await popup.openOn("notes");
    await popup.untilTexts("bold in the note", ["Ask"]);
    expect(await popup.texts("note's text")).toEqual(["Ask the line <b>now</b> pier!"]);
    await popup.pressPart("note's text");
    await popup.untilCount("note's field", 1);
    await popup.close();
  });

  test("tags are completed from the reader's own, the most used first, by keyboard", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.feature);
    await overlay.writeOn("They never did");
    await overlay.goToTags();
    await browser.type("harbour, Öresund, har");
    await browser.press("Enter");
    await reader.untilTags("They never did", ["harbour", "Öresund", "har"]);
    expect(await overlay.texts("tag")).toEqual(["#harbour", "#Öresund", "#har"]);
    await browser.press("Backspace");
    await reader.untilTags("They never did", ["harbour", "Öresund"]);
    // Of whatever is taken away there is a way back, to the same place.
    await overlay.pressPart("take the tag away");
    await reader.untilTags("They never did", ["Öresund"]);
    await overlay.press("Undo");
    await reader.untilTags("They never did", ["harbour", "Öresund"]);
    expect(await overlay.focusedField()).toBe("input");
    await browser.press("Escape");
    await overlay.untilGone("editor");

    await overlay.writeOn("The goats, she says, were eaten in 1870");
    await overlay.goToTags();
    await browser.type("harbour,");
    await browser.type("or");
    await overlay.untilTexts("tags to choose", ["Öresund"]);
    expect(await overlay.combobox()).toMatchObject({ isExpanded: "true", listRole: "listbox", active: null });
    // Escape is for the list alone.
    await browser.press("Escape");
    expect(await overlay.texts("tags to choose")).toEqual([]);
    expect(await overlay.combobox()).toMatchObject({ isExpanded: "false", text: "or" });
    expect(await overlay.shows("editor")).toBe(true);
    await browser.press("ArrowDown");
    expect(await overlay.combobox()).toMatchObject({ isExpanded: "true", active: "Öresund", isSelected: "true" });
    await browser.press("Enter");
    await reader.untilTags("The goats, she says, were eaten in 1870", ["harbour", "Öresund"]);
    expect(await overlay.texts("tag")).toEqual(["#harbour", "#Öresund"]);
    await browser.press("Control+Enter");
    await overlay.untilGone("editor");

    await overlay.writeOn("He wrote back that he was home");
    await overlay.goToTags();
    await browser.press("ArrowDown");
    await overlay.untilTexts("tags to choose", ["harbour", "Öresund"]);
    await browser.type("h");
    // Tab takes the first that completes what is typed, and only then goes on.
    await browser.press("Tab");
    await overlay.untilTexts("tag", ["#harbour"]);
    expect(await overlay.focusedField()).toBe("input");
    await browser.type("half");
    await browser.press("Control+Enter");
    await reader.untilTags("He wrote back that he was home", ["harbour", "half"]);
  });

  test("Escape takes back a half-typed tag, and closes the editor only then", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.feature);
    await overlay.writeOn("The goats");
    await overlay.goToTags();
    await browser.type("kept, thrown aw");
    await reader.untilTags("The goats", ["kept", "thrown aw"]);
    await browser.press("Escape");
    await reader.untilTags("The goats", ["kept"]);
    expect(await overlay.combobox()).toMatchObject({ isExpanded: "false", text: "" });
    await browser.press("Escape");
    await overlay.untilGone("editor");
    expect(await reader.tagsOn("The goats")).toEqual(["kept"]);
  });

  test("a colour's name is changed in the settings, and is seen at once on the page and in the popup", async () => {
    const { browser, reader, overlay, popup, options } = world();
    await reader.read(STORIES.nested);
    await options.open();
    await options.fill("name of green", "  Figures,   numbers ");
    await options.untilSays("colour's outcome", /now called “Figures, numbers”/);
    await reader.open(STORIES.nested);
    await reader.untilPainted("person");
    await reader.select(WORDS);
    // On the page itself, whose scripts may read it, the name that the reader gave is not.
    await overlay.untilColour("green");
    await overlay.press("green");
    await reader.untilMarked(WORDS, "green");
    await overlay.openEditorOf(WORDS);
    await overlay.untilSays("colour's name", "Figures, numbers");
    // Changed while the editor is open.
    await popup.open();
    await browser.inPopup(async () => {
      const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
      await api.runtime.sendMessage({ call: "saveColourNames", input: { green: "Sums" } });
    }, null);
    await popup.close();
    await overlay.untilSays("colour's name", "Sums");
    await popup.openOn("notes");
    await popup.untilSays("note's colour and day", /^Sums/);
    await popup.close();
  });
});
