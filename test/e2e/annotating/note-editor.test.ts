import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { centreOf, selectWords } from "../../../tools/start/steps.ts";
import {
  clickInPopup,
  focusedField,
  inPopupTexts,
  isInOverlay,
  noteOn,
  openPopup,
  overlayTexts,
  untilNote,
  writeOn,
} from "../pages/editor.ts";
import { BROWSERS, clickInOverlay, paintedTexts, pressInOverlay, read, useWorld } from "../harness.ts";

const WORDS = "a matter for next week";

/** Where the page's caret stands: the text before it, in its own paragraph. */
const textBeforeCaret = (browser: BrowserDriver): Promise<string> =>
  browser.evaluate(() => {
    const selection = getSelection();
    const node = selection?.focusNode;
    if (selection?.isCollapsed !== true || node == null) return "";
    return (node.textContent ?? "").slice(0, selection.focusOffset).replace(/\s+/g, " ");
  }, null);

const spoken = async (browser: BrowserDriver): Promise<string> =>
  (await overlayTexts(browser, "[aria-live], [role=status]")).join(" ");

const chips = (browser: BrowserDriver): Promise<string[]> => overlayTexts(browser, ".editor .chip > span");
const options = async (browser: BrowserDriver): Promise<string[]> =>
  (await isInOverlay(browser, ".editor .options:not([hidden])")) ? overlayTexts(browser, ".editor .options li") : [];

/** The combobox as a screen reader knows it. */
const combobox = (browser: BrowserDriver) =>
  browser.inOverlay((overlay) => {
    const field = overlay.querySelector<HTMLInputElement>("[role=combobox]")!;
    const active = overlay.getElementById(field.getAttribute("aria-activedescendant") ?? "none");
    return {
      isExpanded: field.getAttribute("aria-expanded"),
      listRole: overlay.getElementById(field.getAttribute("aria-controls") ?? "")?.getAttribute("role"),
      active: active?.textContent ?? null,
      isSelected: active?.getAttribute("aria-selected") ?? null,
      text: field.value,
    };
  }, null);

const toTags = async (browser: BrowserDriver): Promise<void> => {
  await browser.press("Tab");
  await until("the tags", async () => (await focusedField(browser)) === "input");
};

const tagsOn = async (browser: BrowserDriver, words: string): Promise<readonly string[]> =>
  (await noteOn(browser, words))?.body.tags ?? [];

describe.each(BROWSERS)("the editor of a note in %s", (name) => {
  const world = useWorld({ name });

  test("from selection to saved note in three keys, and back to the page", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    for (const [words, end] of [
      [WORDS, "Control+Enter"],
      ["I regret the coffee", "Escape"],
    ] as const) {
      await selectWords(browser, words);
      await browser.shortcut("highlight-and-note", "Alt+Shift+J");
      await until("the editor", async () => (await focusedField(browser)) === "textarea");
      await browser.type("three keys");
      await browser.press(end);
      await until("the editor to close", async () => !(await isInOverlay(browser, ".editor")));
      await untilNote(browser, words, "three keys");
      await until("the word of it", async () => (await spoken(browser)).includes("Saved"));
      expect(await browser.evaluate(() => document.activeElement?.localName, null)).toBe("body");
      expect(await textBeforeCaret(browser)).toMatch(new RegExp(`${words}$`));
    }
  });

  test("a note is shown as it reads, and is for writing again with Enter or a click", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    const words = "Eleven people have been hurt";
    await writeOn(browser, words);
    const note = "**Ask** [the line](https://post.example/line) <b>now</b> ![pier](https://post.example/pier.png)";
    await browser.type(note);
    await untilNote(browser, words, note);
    await browser.press("Control+Enter");
    await until("the editor to close", async () => !(await isInOverlay(browser, ".editor")));

    const { x, y } = await centreOf(browser, words);
    await browser.click(x, y);
    await until("the note", () => isInOverlay(browser, ".editor .markup"));
    expect(await overlayTexts(browser, ".editor .markup")).toEqual(["Ask the line <b>now</b> pier"]);
    expect(await overlayTexts(browser, ".editor .markup strong")).toEqual(["Ask"]);
    const links = await browser.inOverlay(
      (overlay) =>
        [...overlay.querySelectorAll<HTMLAnchorElement>(".editor .markup a")].map(({ href, target, rel }) =>
          [href, target, rel].join(" "),
        ),
      null,
    );
    expect(links).toEqual([
      "https://post.example/line _blank noopener noreferrer",
      "https://post.example/pier.png _blank noopener noreferrer",
    ]);
    expect(await isInOverlay(browser, ".editor .markup :is(b, img, script)")).toBe(false);
    await browser.press("Enter");
    await until("the field", async () => (await focusedField(browser)) === "textarea");
    await browser.type("!");
    await untilNote(browser, words, `${note}!`);
    await browser.press("Escape");

    await openPopup(browser, "notes");
    await until(
      "the note as it reads",
      async () => (await inPopupTexts(browser, ".note-text strong")).join() === "Ask",
    );
    expect(await inPopupTexts(browser, ".note-text")).toEqual(["Ask the line <b>now</b> pier!"]);
    await clickInPopup(browser, ".note-text");
    await until("the field", async () => (await inPopupTexts(browser, ".note textarea")).length === 1);
    await browser.closePopup();
  });

  test("tags are completed from the reader's own, the most used first, by keyboard", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    await writeOn(browser, "They never did");
    await toTags(browser);
    await browser.type("harbour, Öresund, har");
    await browser.press("Enter");
    await until("the tags", async () => (await tagsOn(browser, "They never did")).length === 3);
    expect(await chips(browser)).toEqual(["#harbour", "#Öresund", "#har"]);
    await browser.press("Backspace");
    await until("one less", async () => (await tagsOn(browser, "They never did")).length === 2);
    // Of whatever is taken away there is a way back, to the same place.
    await clickInOverlay(browser, ".editor .chip button");
    await until("the last", async () => (await tagsOn(browser, "They never did")).join() === "Öresund");
    await pressInOverlay(browser, "Undo");
    await until("it again", async () => (await tagsOn(browser, "They never did")).join() === "harbour,Öresund");
    expect(await focusedField(browser)).toBe("input");
    await browser.press("Escape");
    await until("the editor to close", async () => !(await isInOverlay(browser, ".editor")));

    await writeOn(browser, "The goats, she says, were eaten in 1870");
    await toTags(browser);
    await browser.type("harbour,");
    await browser.type("or");
    await until("the options", async () => (await options(browser)).join() === "Öresund");
    expect(await combobox(browser)).toMatchObject({ isExpanded: "true", listRole: "listbox", active: null });
    // Escape is for the list alone.
    await browser.press("Escape");
    expect(await options(browser)).toEqual([]);
    expect(await combobox(browser)).toMatchObject({ isExpanded: "false", text: "or" });
    expect(await isInOverlay(browser, ".editor")).toBe(true);
    await browser.press("ArrowDown");
    expect(await combobox(browser)).toMatchObject({ isExpanded: "true", active: "Öresund", isSelected: "true" });
    await browser.press("Enter");
    await until("the tag", async () => (await tagsOn(browser, "The goats, she says, were eaten in 1870")).length === 2);
    expect(await chips(browser)).toEqual(["#harbour", "#Öresund"]);
    await browser.press("Control+Enter");
    await until("the editor to close", async () => !(await isInOverlay(browser, ".editor")));

    await writeOn(browser, "He wrote back that he was home");
    await toTags(browser);
    await browser.press("ArrowDown");
    await until("the options", async () => (await options(browser)).join() === "harbour,Öresund");
    await browser.type("h");
    // Tab takes the first that completes what is typed, and only then goes on.
    await browser.press("Tab");
    await until("the tag", async () => (await chips(browser)).join() === "#harbour");
    expect(await focusedField(browser)).toBe("input");
    await browser.type("half");
    await browser.press("Control+Enter");
    await until("the half-typed tag", async () =>
      (await tagsOn(browser, "He wrote back that he was home")).includes("half"),
    );
  });

  test("Escape takes back a half-typed tag, and closes the editor only then", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    await writeOn(browser, "The goats");
    await toTags(browser);
    await browser.type("kept, thrown aw");
    await until("the half-typed tag", async () => (await tagsOn(browser, "The goats")).join() === "kept,thrown aw");
    await browser.press("Escape");
    await until("it to go", async () => (await tagsOn(browser, "The goats")).join() === "kept");
    expect(await combobox(browser)).toMatchObject({ isExpanded: "false", text: "" });
    await browser.press("Escape");
    await until("the editor to close", async () => !(await isInOverlay(browser, ".editor")));
    expect(await tagsOn(browser, "The goats")).toEqual(["kept"]);
  });

  test("a colour's name is changed in the settings, and is seen at once on the page and in the popup", async () => {
    const { browser, site } = world();
    await read(world(), STORIES.nested);
    await browser.goto(`${browser.extensionOrigin}/options/options.html`);
    const rename = (text: string): Promise<unknown> =>
      until("the field", () =>
        browser.evaluate((typed) => {
          const field = document.querySelector<HTMLInputElement>('[aria-label="Name of the green highlights"]');
          if (field === null) return false;
          field.value = typed;
          field.dispatchEvent(new Event("change", { bubbles: true }));
          return true;
        }, text),
      );
    await rename("  Figures,   numbers ");
    await until("the word of it", () =>
      browser.evaluate(
        () =>
          document.querySelector("#colours .notice")?.textContent?.includes("now called “Figures, numbers”") ?? false,
        null,
      ),
    );
    await browser.goto(`${site.origin}${STORIES.nested}`);
    await until("the page", async () => (await paintedTexts(browser))["sourceline-person"] ?? null);
    await selectWords(browser, "Moen");
    await until("the name", () => isInOverlay(browser, '.toolbar [title="Figures, numbers (green)"]'));
    // Changed while the toolbar is open.
    await browser.openPopup();
    await browser.inPopup(async () => {
      const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
      await api.runtime.sendMessage({ call: "saveColourNames", input: { green: "Sums" } });
    }, null);
    await browser.closePopup();
    await until("the new name", () => isInOverlay(browser, '.toolbar [title="Sums (green)"]'));
    await pressInOverlay(browser, "Sums (green)");
    await until("the mark", async () => (await paintedTexts(browser))["sourceline-green"] ?? null);
    await openPopup(browser, "notes");
    await until("the name in the list", async () =>
      (await inPopupTexts(browser, ".note .when")).some((text) => text.startsWith("Sums")),
    );
    await browser.closePopup();
  });
});
