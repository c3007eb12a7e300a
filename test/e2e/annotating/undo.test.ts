import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { centreOf, savedNotes, selectWords } from "../../../tools/start/steps.ts";
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
import { BROWSERS, paintedTexts, pressInOverlay, read, useWorld } from "../harness.ts";

const WORDS = "a matter for next week";

/** What the popup offers to undo and redo. */
const offers = (browser: BrowserDriver): Promise<string[]> => inPopupTexts(browser, ".history button");

const untilOffers = (browser: BrowserDriver, expected: readonly string[]): Promise<unknown> =>
  until(`the offers ${expected.join(", ")}`, async () => (await offers(browser)).join() === expected.join());

const pressKey = (browser: BrowserDriver, key: string, shiftKey = false): Promise<void> =>
  browser.inPopup(
    ([name, shift]) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new KeyboardEvent("keydown", {
          key: name as string,
          ctrlKey: true,
          shiftKey: shift as boolean,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    },
    [key, shiftKey],
  );

const toast = async (browser: BrowserDriver): Promise<string> => (await overlayTexts(browser, ".toast span"))[0] ?? "";

describe.each(BROWSERS)("undo and redo in %s", (name) => {
  const world = useWorld({ name });

  test("every step is undone and redone from the popup, after a reload and a new background too", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await writeOn(browser, WORDS);
    await browser.type("ask Brandt");
    await untilNote(browser, WORDS, "ask Brandt");
    await pressInOverlay(browser, "Check this (pink)");
    await until("the colour", async () => (await noteOn(browser, WORDS))?.body.colour === "pink");
    await pressInOverlay(browser, "Delete");
    await until("it to go", async () => (await savedNotes(browser)).length === 0);
    await browser.reload();
    await browser.endBackground();

    await openPopup(browser, "notes");
    await untilOffers(browser, ["Undo: delete highlight"]);
    await clickInPopup(browser, "[data-direction=undo]");
    await untilOffers(browser, ["Undo: change colour", "Redo: delete highlight"]);
    await until("the word of it", async () =>
      (await inPopupTexts(browser, ".bar [role=status]"))[0]?.includes("Undone: delete highlight."),
    );
    await browser.closePopup();
    await until("the mark on the page", async () => (await paintedTexts(browser))["sourceline-pink"] ?? null);

    await openPopup(browser, "notes");
    await clickInPopup(browser, "[data-direction=undo]");
    await untilOffers(browser, ["Undo: edit note", "Redo: change colour"]);
    await until("the mark to change", async () => (await paintedTexts(browser))["sourceline-yellow"] ?? null);
    await clickInPopup(browser, "[data-direction=undo]");
    await untilNote(browser, WORDS, "");
    await untilOffers(browser, ["Undo: new highlight", "Redo: edit note"]);
    await clickInPopup(browser, "[data-direction=undo]");
    await until("it to go", async () => (await savedNotes(browser)).length === 0);
    await until("the mark to go", async () => (await paintedTexts(browser))["sourceline-yellow"] === undefined);
    await untilOffers(browser, ["Redo: new highlight"]);
    for (const next of ["edit note", "change colour", "delete highlight"]) {
      await clickInPopup(browser, "[data-direction=redo]");
      await until(`the offer of ${next}`, async () => (await offers(browser)).includes(`Redo: ${next}`));
    }
    expect((await noteOn(browser, WORDS))?.body).toEqual({ colour: "pink", note: "ask Brandt", tags: [] });
    await until("the mark to come back", async () => (await paintedTexts(browser))["sourceline-pink"] ?? null);
    await browser.closePopup();
  });

  test("the keys do the same in the popup, but not in a field, which has its own", async () => {
    const { browser } = world();
    await openPopup(browser, "notes");
    await untilOffers(browser, ["Undo: change colour", "Redo: delete highlight"]);
    await pressKey(browser, "z");
    await untilOffers(browser, ["Undo: edit note", "Redo: change colour"]);
    await pressKey(browser, "Z", true);
    await untilOffers(browser, ["Undo: change colour", "Redo: delete highlight"]);
    await pressKey(browser, "z");
    await untilOffers(browser, ["Undo: edit note", "Redo: change colour"]);
    await pressKey(browser, "y");
    await untilOffers(browser, ["Undo: change colour", "Redo: delete highlight"]);

    await clickInPopup(browser, ".note .row .plain:not(.danger)");
    await until("the field", () => browser.inPopup(() => document.activeElement?.localName === "textarea", null));
    await pressKey(browser, "z");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await offers(browser)).toEqual(["Undo: change colour", "Redo: delete highlight"]);
    await browser.closePopup();
  });

  test("Ctrl+Z in the overlay undoes what the open editor shows, and Ctrl+Shift+Z redoes it", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await until("the mark", async () => (await paintedTexts(browser))["sourceline-pink"] ?? null);
    const { x, y } = await centreOf(browser, WORDS);
    await browser.click(x, y);
    await until("the editor", () => isInOverlay(browser, ".editor .markup"));
    await browser.press("Control+z");
    await until("the colour of before", async () => (await noteOn(browser, WORDS))?.body.colour === "yellow");
    await until("the word of it", async () => (await toast(browser)) === "Undone: change colour.");
    await until("the editor to show it", () => isInOverlay(browser, ".editor [data-colour=yellow][aria-pressed=true]"));
    await browser.press("Control+Shift+Z");
    await until("the colour of after", async () => (await noteOn(browser, WORDS))?.body.colour === "pink");
    await until("the editor to show it", () => isInOverlay(browser, ".editor [data-colour=pink][aria-pressed=true]"));

    // In the note's own field the keys are the field's.
    await pressInOverlay(browser, "Edit");
    await until("the field", async () => (await focusedField(browser)) === "textarea");
    await browser.type("!");
    await untilNote(browser, WORDS, "ask Brandt!");
    await browser.press("Control+z");
    await untilNote(browser, WORDS, "ask Brandt");
    expect((await noteOn(browser, WORDS))?.body.colour).toBe("pink");
    await browser.press("Escape");
  });

  test("a shortcut of the reader's own undoes and redoes, and says so", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await selectWords(browser, "Eleven people have been hurt");
    await browser.shortcut("highlight", "Alt+J");
    await until("the mark", async () => (await paintedTexts(browser))["sourceline-yellow"] ?? null);
    await browser.inExtension(async () => {
      const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
      const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      await api.tabs.sendMessage(tab?.id ?? -1, { call: "moveThroughHistory", input: { direction: "undo" } });
    }, null);
    await until("the mark to go", async () => (await paintedTexts(browser))["sourceline-yellow"] === undefined);
    await until("the word of it", async () => (await toast(browser)) === "Undone: new highlight.");
  });

  test("what another tab or an import changed since is left, and the reader is told", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    await writeOn(browser, "They never did");
    await browser.type("mine");
    await untilNote(browser, "They never did", "mine");
    await browser.press("Escape");
    const note = (await noteOn(browser, "They never did"))!;
    const newer = {
      ...note,
      body: { ...note.body, note: "newer" },
      revision: 40,
      modified: "2999-01-01T00:00:00.000Z",
    };
    const file = JSON.stringify({
      format: "sourceline-backup",
      version: 1,
      annotations: [newer],
      corrections: [],
      sites: [],
    });
    await browser.goto(`${browser.extensionOrigin}/options/options.html`);
    await until("the import", () =>
      browser.evaluate((content) => {
        const input = document.querySelector<HTMLInputElement>("input[type=file]");
        if (input === null) return false;
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], "backup.json", { type: "application/json" }));
        input.files = transfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
        return true;
      }, file),
    );
    await untilNote(browser, "They never did", "newer");

    await read(world(), STORIES.feature);
    await openPopup(browser, "notes");
    await untilOffers(browser, ["Undo: edit note"]);
    await clickInPopup(browser, "[data-direction=undo]");
    await until("the word of it", async () =>
      (await inPopupTexts(browser, ".bar [role=status]"))[0]?.startsWith("This was changed in the meantime"),
    );
    await untilNote(browser, "They never did", "newer");
    await untilOffers(browser, ["Undo: new highlight"]);
    await browser.closePopup();
  });
});
