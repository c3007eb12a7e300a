import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const WORDS = "a matter for next week";

const FEATURE = "The lighthouse keepers who never left Skerry Point";

describe.each(BROWSERS)("undo and redo in %s", (name) => {
  const world = useWorld({ name });

  const undoByShortcut = (): Promise<unknown> =>
    world().browser.inExtension(async () => {
      const { chrome } = globalThis as unknown as { chrome: typeof import("webextension-polyfill") };
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      await chrome.tabs.sendMessage(tab?.id ?? -1, { call: "moveThroughHistory", input: { direction: "undo" } });
    }, null);

  /** Closes the tab in front if it shows this page, and comes back to the one that was left. */
  const comeBackFrom = (path: string): Promise<boolean> =>
    world().browser.inExtension(
      async (wanted) => {
        const { chrome } = globalThis as unknown as { chrome: typeof import("webextension-polyfill") };
        const tabs = await chrome.tabs.query({ currentWindow: true });
        const front = tabs.find(({ active }) => active);
        if (front?.id === undefined || !front.url?.endsWith(wanted.path) || tabs.length < 2) return false;
        await chrome.tabs.remove(front.id);
        // The driver's tab, which the others go on in.
        const home = tabs.find(({ url }) => url?.endsWith(wanted.home));
        if (home?.id !== undefined) await chrome.tabs.update(home.id, { active: true });
        return true;
      },
      { path, home: STORIES.nested },
    );

  test("every step is undone and redone from the popup, after a reload and a new background too", async () => {
    const { browser, reader, overlay, popup } = world();
    await reader.read(STORIES.nested);
    await overlay.writeOn(WORDS);
    await browser.type("ask Brandt");
    await reader.untilNote(WORDS, "ask Brandt");
    await overlay.press("Check this (pink)");
    await reader.untilColour(WORDS, "pink");
    await overlay.press("Delete");
    await reader.untilSaved(0);
    await browser.reload();
    await reader.finished();
    await browser.endBackground();

    await popup.openOn("notes");
    await popup.untilUndoOffers(["Undo: deleted highlight"]);
    // The title of a step's page is not said where the popup knows that the page is the one in front.
    await popup.untilTexts("what undo is about", [`“${WORDS}”`]);
    await popup.pressPart("undo");
    await popup.untilUndoOffers(["Undo: change of colour", "Redo: deleted highlight"]);
    await popup.untilSays("last change", "Highlight restored.");
    await popup.close();
    await reader.untilPainted("pink");

    await popup.openOn("notes");
    await popup.pressPart("undo");
    await popup.untilUndoOffers(["Undo: change to a note", "Redo: change of colour"]);
    await reader.untilPainted("yellow");
    await popup.pressPart("undo");
    await reader.untilNote(WORDS, "");
    await popup.untilUndoOffers(["Undo: new highlight", "Redo: change to a note"]);
    await popup.pressPart("undo");
    await reader.untilSaved(0);
    await reader.untilNotPainted("yellow");
    await popup.untilUndoOffers(["Redo: new highlight"]);
    for (const next of ["change to a note", "change of colour", "deleted highlight"]) {
      await popup.pressPart("redo");
      await popup.untilSays("history", `Redo: ${next}`);
    }
    expect((await reader.noteOn(WORDS))?.body).toEqual({ colour: "pink", note: "ask Brandt", tags: [] });
    await reader.untilPainted("pink");
    await popup.close();
  });

  test("the keys do the same in the popup, but not in a field, which has its own", async () => {
    const { reader, popup } = world();
    await popup.openOn("notes");
    await popup.untilUndoOffers(["Undo: change of colour", "Redo: deleted highlight"]);
    await popup.pressControl("z");
    await popup.untilUndoOffers(["Undo: change to a note", "Redo: change of colour"]);
    await popup.pressControl("Z");
    await popup.untilUndoOffers(["Undo: change of colour", "Redo: deleted highlight"]);
    await popup.pressControl("z");
    await popup.untilUndoOffers(["Undo: change to a note", "Redo: change of colour"]);
    await popup.pressControl("y");
    await popup.untilUndoOffers(["Undo: change of colour", "Redo: deleted highlight"]);

    await popup.pressPart("edit the note");
    await popup.untilFieldFocused();
    await popup.pressControl("z");
    await reader.wait(500);
    expect(await popup.texts("history")).toEqual(["Undo: change of colour", "Redo: deleted highlight"]);
    await popup.close();
  });

  test("Ctrl+Z in the overlay undoes what the open editor shows, and Ctrl+Shift+Z redoes it", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await reader.untilPainted("pink");
    await reader.click(WORDS);
    await overlay.untilShown("note as it reads");
    await browser.press("Control+z");
    await reader.untilColour(WORDS, "yellow");
    await overlay.untilToast("Colour changed back.");
    await overlay.untilShown("yellow chosen");
    await browser.press("Control+Shift+Z");
    await reader.untilColour(WORDS, "pink");
    await overlay.untilShown("pink chosen");

    // In the note's own field the keys are the field's.
    await overlay.press("Edit");
    await overlay.untilField("textarea");
    await browser.type("!");
    await reader.untilNote(WORDS, "ask Brandt!");
    await browser.press("Control+z");
    await reader.untilNote(WORDS, "ask Brandt");
    expect((await reader.noteOn(WORDS))?.body.colour).toBe("pink");
    await browser.press("Escape");
  });

  test("a shortcut of the reader's own undoes and redoes, and says so", async () => {
    const { reader, overlay } = world();
    await reader.read(STORIES.wire);
    await reader.select("Eleven people have been hurt");
    await reader.pressHighlight();
    await reader.untilPainted("yellow");
    await undoByShortcut();
    await reader.untilNotPainted("yellow");
    await overlay.untilToast("Highlight removed.");
  });

  test("what was done on another page is not undone unseen: the page leads there, and the popup says where it was", async () => {
    const { reader, overlay, popup } = world();
    await reader.read(STORIES.feature);
    await reader.highlight("They never did");
    await reader.read(STORIES.nested);
    await undoByShortcut();
    await overlay.untilToast("Your last change was on another page.");
    expect(await reader.noteOn("They never did")).toBeDefined();
    await overlay.press("Go there");
    await until("the other page in a tab of its own", () => comeBackFrom(STORIES.feature));

    await popup.openOn("notes");
    expect(await popup.textOf("what undo is about")).toMatch(
      /^“They never did” · The lighthouse keepers who never left/,
    );
    await popup.pressPart("undo");
    await popup.untilSays("last change", `Highlight removed from “${FEATURE}”.`);
    await popup.press("Go there");
    await until("the other page in a tab of its own", () => comeBackFrom(STORIES.feature));
    expect(await reader.noteOn("They never did")).toBeUndefined();
  });

  test("what another tab or an import changed since is left, and the reader is told", async () => {
    const { browser, reader, overlay, popup, options } = world();
    await reader.read(STORIES.feature);
    await overlay.writeOn("They never did");
    await browser.type("mine");
    await reader.untilNote("They never did", "mine");
    await browser.press("Escape");
    const note = (await reader.noteOn("They never did"))!;
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
    await options.open();
    await options.import(file);
    await reader.untilNote("They never did", "newer");

    await reader.read(STORIES.feature);
    await popup.openOn("notes");
    await popup.untilUndoOffers(["Undo: change to a note"]);
    await popup.pressPart("undo");
    await popup.untilSays("last change", "Not undone, because it has changed since.");
    await reader.untilNote("They never did", "newer");
    await popup.untilUndoOffers(["Undo: new highlight"]);
    await popup.close();
  });
});
