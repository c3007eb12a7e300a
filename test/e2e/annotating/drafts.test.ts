import { describe, expect, test } from "vitest";
import type { NameNote } from "../../../src/annotation/records/name-note.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { selectWords } from "../../../tools/start/steps.ts";
import { deleteRecord, putRecord, storedRecords } from "../../../tools/start/stored.ts";
import { openCard } from "../pages/card.ts";
import {
  clickInPopup,
  fillInPopup,
  focusedField,
  inPopupTexts,
  isInOverlay,
  noteOn,
  openPopup,
  overlayTexts,
  untilNote,
  writeOn,
} from "../pages/editor.ts";
import { BROWSERS, finished, pressInOverlay, read, useWorld } from "../harness.ts";

/** Lets nobody write to the database for a while, as a busy or slow disk would. */
const holdDatabase = (browser: BrowserDriver, duration: number): Promise<void> =>
  browser.inExtension(async (milliseconds) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("sourceline");
      request.addEventListener("success", () => resolve(request.result));
    });
    const store = database.transaction(["annotations", "steps"], "readwrite").objectStore("annotations");
    const end = Date.now() + milliseconds;
    await new Promise<void>((resolve) => {
      // A transaction lives as long as something is asked of it.
      const ask = (): void => {
        resolve();
        if (Date.now() < end) store.count().addEventListener("success", ask);
        else database.close();
      };
      store.count().addEventListener("success", ask);
    });
  }, duration);

describe.each(BROWSERS)("what is typed is kept in %s", (name) => {
  const world = useWorld({ name });

  test("when the card is closed at once", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await writeOn(browser, "a matter for next week");
    await browser.type("closed");
    await browser.press("Escape");
    await untilNote(browser, "a matter for next week", "closed");
  });

  test("when another name or place on the page is clicked", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await writeOn(browser, "Eleven people have been hurt");
    await browser.type("clicked away");
    await browser.click(5, 5);
    await until("the editor to close", async () => !(await isInOverlay(browser, ".editor")));
    await untilNote(browser, "Eleven people have been hurt", "clicked away");
  });

  test("when the page is loaded anew at once, a half-typed tag too", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await writeOn(browser, "I regret the coffee");
    await browser.type("reloaded");
    await browser.press("Tab");
    await until("the tags", async () => (await focusedField(browser)) === "input");
    await browser.type("half ty");
    await browser.reload();
    await finished(browser);
    await untilNote(browser, "I regret the coffee", "reloaded");
    expect((await noteOn(browser, "I regret the coffee"))?.body.tags).toEqual(["half ty"]);
  });

  test("when the background has ended and the page is loaded anew at once", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    await writeOn(browser, "They never did");
    await untilNote(browser, "They never did", "");
    await browser.type("without a background");
    await browser.endBackground();
    await browser.reload();
    await finished(browser);
    await untilNote(browser, "They never did", "without a background");
  });

  test("when the background ends while it is typed", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    await writeOn(browser, "The goats, she says, were eaten in 1870");
    for (const word of ["one ", "two ", "three"]) {
      await browser.endBackground();
      await browser.type(word);
    }
    await untilNote(browser, "The goats, she says, were eaten in 1870", "one two three");
    await browser.press("Escape");
  });

  test("when the popup is closed at once, a half-typed tag too", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await openPopup(browser, "notes");
    await clickInPopup(browser, ".note .row .plain:not(.danger)");
    await fillInPopup(browser, ".note textarea", "closed popup");
    await fillInPopup(browser, ".note [role=combobox]", "half");
    await browser.closePopup();
    const words = await until("the note", async () => {
      for (const text of ["a matter for next week", "I regret the coffee"]) {
        if ((await noteOn(browser, text))?.body.note === "closed popup") return text;
      }
      return null;
    });
    expect((await noteOn(browser, words))?.body.tags).toContain("half");
  });

  test("when the popup is closed in the instant of its first change, and the background has ended", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await openPopup(browser, "notes");
    await clickInPopup(browser, ".note .row .plain:not(.danger)");
    await until("the editor", async () => (await inPopupTexts(browser, ".note textarea")).length === 1);
    const passage = (await inPopupTexts(browser, ".note:has(textarea) .quote"))[0]!;
    await browser.endBackground();
    await fillInPopup(browser, ".note textarea", "the first and the last word");
    await browser.closePopup();
    await browser.reload();
    await finished(browser);
    await untilNote(browser, passage.replace(/\s+/g, " "), "the first and the last word");
  });

  test("when it can't be saved: it stays, the editor says so, and it is saved as soon as that works", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await writeOn(browser, "Moen");
    await browser.type("first");
    await untilNote(browser, "Moen", "first");
    const note = (await noteOn(browser, "Moen"))!;
    await deleteRecord(browser, "annotations", note.id);
    await browser.type(" second");
    await until("the word of it", async () =>
      (await overlayTexts(browser, ".unsaved [role=alert]"))[0]?.startsWith("Not saved."),
    );
    expect(await focusedField(browser)).toBe("textarea");

    // Closed and opened again, it still shows what was typed.
    await browser.press("Escape");
    await until("the editor to close", async () => !(await isInOverlay(browser, ".editor")));
    await until("the word of it", async () =>
      (await overlayTexts(browser, ".toast span")).some((text) => text.startsWith("The note is not saved yet.")),
    );
    await putRecord(browser, "annotations", note);
    await untilNote(browser, "Moen", "first second");
  });

  test("when a note on a name can't be saved and its card is closed: it is there again on the next", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    /** Leaves it to a key to write the last letter: the field takes no longer text, and hears no script. */
    const write = async (text: string): Promise<void> => {
      await until("the field", () =>
        browser.inOverlay(
          (overlay, begun) => {
            const field = overlay.querySelector("textarea");
            if (field === null) return false;
            field.removeAttribute("maxlength");
            field.value = begun;
            field.focus();
            field.setSelectionRange(begun.length, begun.length);
            return true;
          },
          text.slice(0, -1),
        ),
      );
      await browser.type(text.slice(-1));
    };
    await openCard(browser, "Tobias Renn");
    await pressInOverlay(browser, "Note on Tobias Renn");
    const long = "x".repeat(20_001);
    await write(long);
    await until("the word of it", async () =>
      (await overlayTexts(browser, ".unsaved [role=alert]"))[0]?.startsWith("Not saved."),
    );
    await browser.click(5, 5);
    await until("the way back", async () =>
      (await overlayTexts(browser, ".toast span")).some((text) => text.startsWith("The note is not saved yet.")),
    );
    await openCard(browser, "Tobias Renn");
    await pressInOverlay(browser, "Show your note");
    await until("the note", async () => (await overlayTexts(browser, ".subject-note .note-text"))[0]?.trim() === long);
    await pressInOverlay(browser, "Edit");
    await write("short");
    await pressInOverlay(browser, "Done");
    await until("it to be saved", async () =>
      (await storedRecords<NameNote>(browser, "subjectNotes")).some(({ body }) => body.note === "short"),
    );
  });

  test("when it can't be saved in the popup: the editor stays open, and says why, until it is", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await openPopup(browser, "notes");
    await clickInPopup(browser, ".note .row .plain:not(.danger)");
    await fillInPopup(browser, ".note textarea", "x".repeat(20_001));
    await clickInPopup(browser, ".note .primary");
    await until("the word of it", async () =>
      (await inPopupTexts(browser, ".unsaved [role=alert]"))[0]?.startsWith("Not saved. This is too long"),
    );
    await fillInPopup(browser, ".note textarea", "short");
    await clickInPopup(browser, ".note .primary");
    await until("the editor to close", async () => (await inPopupTexts(browser, ".note textarea")).length === 0);
    await untilNote(browser, "Eleven people have been hurt", "short");

    // What is discarded is not saved, not even what could be by now.
    await clickInPopup(browser, ".note .row .plain:not(.danger)");
    await fillInPopup(browser, ".note textarea", "x".repeat(20_001));
    await until("the way out", async () => (await inPopupTexts(browser, ".note form .danger")).join() === "Discard");
    await clickInPopup(browser, ".note form .danger");
    await until("the question", async () =>
      (await inPopupTexts(browser, ".note form .danger")).join().endsWith("not saved?"),
    );
    // In one go: what rests while it is being asked is saved.
    await browser.inPopup(() => {
      const field = document.querySelector<HTMLTextAreaElement>(".note textarea")!;
      field.value = "discarded";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      document.querySelector<HTMLElement>(".note form .danger")!.click();
    }, null);
    await until("the editor to close", async () => (await inPopupTexts(browser, ".note textarea")).length === 0);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect((await noteOn(browser, "Eleven people have been hurt"))?.body.note).toBe("short");
    await browser.closePopup();
  });

  test("the editor opens before anything is saved, and the first keys are the note's", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    await selectWords(browser, "He wrote back that he was home");
    await holdDatabase(browser, 4_000);
    await pressInOverlay(browser, "Note");
    await until("the editor", async () => (await focusedField(browser)) === "textarea", 2_000);
    await browser.type("typed early");
    await untilNote(browser, "He wrote back that he was home", "typed early");
  });
});
