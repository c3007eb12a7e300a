import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { emptyJournal, putRecord } from "../../../tools/start/stored.ts";
import { BROWSERS, useWorld } from "../harness.ts";

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
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await overlay.writeOn("a matter for next week");
    await browser.type("closed");
    await browser.press("Escape");
    await reader.untilNote("a matter for next week", "closed");
  });

  test("when another name or place on the page is clicked", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.wire);
    await overlay.writeOn("Eleven people have been hurt");
    await browser.type("clicked away");
    await browser.click(5, 5);
    await overlay.untilGone("editor");
    await reader.untilNote("Eleven people have been hurt", "clicked away");
  });

  test("when the page is loaded anew at once, a half-typed tag too", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await overlay.writeOn("I regret the coffee");
    await browser.type("reloaded");
    await overlay.goToTags();
    await browser.type("half ty");
    await browser.reload();
    await reader.finished();
    await reader.untilNote("I regret the coffee", "reloaded");
    expect((await reader.noteOn("I regret the coffee"))?.body.tags).toEqual(["half ty"]);
  });

  test("when the background has ended and the page is loaded anew at once", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.feature);
    await overlay.writeOn("They never did");
    await reader.untilNote("They never did", "");
    await browser.type("without a background");
    await browser.endBackground();
    await browser.reload();
    await reader.finished();
    await reader.untilNote("They never did", "without a background");
  });

  test("when the background ends while it is typed", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.feature);
    await overlay.writeOn("The goats, she says, were eaten in 1870");
    for (const word of ["one ", "two ", "three"]) {
      await browser.endBackground();
      await browser.type(word);
    }
    await reader.untilNote("The goats, she says, were eaten in 1870", "one two three");
    await browser.press("Escape");
  });

  test("when the popup is closed at once, a half-typed tag too", async () => {
    const { reader, popup } = world();
    await reader.read(STORIES.nested);
    await popup.openOn("notes");
    await popup.pressPart("edit the note");
    await popup.fill("note's field", "closed popup");
    await popup.fill("tags' field", "half");
    await popup.close();
    const words = await until("the note", async () => {
      for (const text of ["a matter for next week", "I regret the coffee"]) {
        if ((await reader.noteOn(text))?.body.note === "closed popup") return text;
      }
      return null;
    });
    expect((await reader.noteOn(words))?.body.tags).toContain("half");
  });

  test("when the popup is closed in the instant of its first change, and the background has ended", async () => {
    const { browser, reader, popup } = world();
    await reader.read(STORIES.nested);
    await popup.openOn("notes");
    await popup.pressPart("edit the note");
    await popup.untilCount("note's field", 1);
    const passage = (await popup.texts("words of the open note"))[0]!;
    await browser.endBackground();
    await popup.fill("note's field", "the first and the last word");
    await popup.close();
    await browser.reload();
    await reader.finished();
    await reader.untilNote(passage, "the first and the last word");
  });

  test("when it can't be saved: it stays, the editor says so, and it is saved as soon as that works", async () => {
    const { browser, reader, overlay } = world();
    await emptyJournal(browser);
    await reader.read(STORIES.nested);
    await overlay.writeOn("Moen");
    await browser.type("first");
    const note = await reader.unstore("Moen", "first");
    await browser.type(" second");
    await overlay.untilSays("what is not saved", /^Not saved yet\./);
    expect(await overlay.focusedField()).toBe("textarea");

    // Closed and opened again, it still shows what was typed.
    await browser.press("Escape");
    await overlay.untilGone("editor");
    await overlay.untilToast(/^The note isn’t saved yet\./);
    await putRecord(browser, "annotations", note);
    await reader.untilNote("Moen", "first second");
  });

  test("when a note on a name can't be saved and its card is closed: it is there again on the next", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await overlay.openCardOf("Tobias Renn");
    await overlay.press("Add a note about Tobias Renn");
    const long = "x".repeat(20_001);
    await overlay.writeAny(long);
    await overlay.untilSays("what is not saved", /^Not saved yet\./);
    await browser.click(5, 5);
    await overlay.untilToast(/^The note isn’t saved yet\./);
    await overlay.openCardOf("Tobias Renn");
    await overlay.untilSays("note on the name", long);
    await overlay.press("Edit");
    await overlay.writeAny("short");
    await overlay.press("Done");
    await until("it to be saved", async () => (await reader.notesOnNames()).some(({ body }) => body.note === "short"));
  });

  test("when it can't be saved in the popup: the editor stays open, and says why, until it is", async () => {
    const { reader, popup } = world();
    await reader.read(STORIES.wire);
    await popup.openOn("notes");
    await popup.pressPart("edit the note");
    await popup.fill("note's field", "x".repeat(20_001));
    await popup.pressPart("end writing");
    await popup.untilSays("what is not saved", /^Not saved yet\. This is too long/);
    await popup.fill("note's field", "short");
    await popup.pressPart("end writing");
    await popup.untilGone("note's field");
    await reader.untilNote("Eleven people have been hurt", "short");

    // What is discarded is not saved, not even what could be by now.
    await popup.pressPart("edit the note");
    await popup.fill("note's field", "x".repeat(20_001));
    await popup.untilTexts("discard", ["Discard"]);
    await popup.pressPart("discard");
    await popup.untilSays("discard", /unsaved text\?$/);
    // In one go: what rests while it is being asked is saved.
    await popup.discardAfter("discarded");
    await popup.untilGone("note's field");
    await reader.wait(800);
    expect((await reader.noteOn("Eleven people have been hurt"))?.body.note).toBe("short");
    await popup.close();
  });

  test("the editor opens before anything is saved, and the first keys are the note's", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.feature);
    await reader.select("He wrote back that he was home");
    await holdDatabase(browser, 4_000);
    await overlay.press("Note");
    await overlay.untilField("textarea", 2_000);
    await browser.type("typed early");
    await reader.untilNote("He wrote back that he was home", "typed early");
  });
});
