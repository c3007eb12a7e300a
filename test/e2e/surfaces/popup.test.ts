import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { emptyDatabase } from "../../../tools/start/stored.ts";
import { annotationOf } from "../../records.ts";
import { BROWSERS, useWorld } from "../harness.ts";

describe.each(BROWSERS)("popup in %s", (name) => {
  const world = useWorld({ name });

  async function note(words: string, text: string): Promise<void> {
    const { browser, reader, overlay } = world();
    await overlay.writeOn(words);
    await browser.type(text);
    await browser.press("Escape");
    await reader.untilSomeNote(text);
  }

  test("it says when there is nothing yet", async () => {
    const { reader, popup } = world();
    await reader.open("/index.html");
    await popup.open();
    await popup.untilSays(
      "state",
      "No highlights or notes yet. Select some words in an article to highlight them, or click a name to add a note about it.",
    );
    await popup.goTo("people");
    await popup.untilSays("reason", /front page/);
    await popup.close();
  });

  test("it lists people, places and sources; a click scrolls there", async () => {
    const { browser, reader, popup } = world();
    await reader.read(STORIES.wire);
    await popup.open();
    await popup.untilSays("count of people", /[1-9]/);
    await popup.goTo("people");
    await popup.untilSays("item's name", "Ingrid Varga");
    await popup.pressItemOf("Varga");
    await until("the page to scroll", () => browser.evaluate(() => scrollY > 100, null));
    await popup.close();
  });

  test("a statement is copied with its source, and saved as a note in one step", async () => {
    const { reader, popup } = world();
    await reader.read(STORIES.nested);
    await popup.open();
    await popup.openSources();
    await until("the statements", async () => (await popup.texts("statement's buttons")).length > 3);
    await popup.catchCopies();
    await popup.pressAllOf("I regret the coffee");
    await until("the note", async () =>
      (await reader.saved()).some(({ target }) => target.selectors.quote.exact.includes("I regret the coffee")),
    );
    const copied = await popup.copied();
    expect(copied).toMatch(/^“I regret the coffee.?” — Edvard Moen/);
    expect(copied).toContain("The Harbour Post, April 2, 1998");
    await popup.goTo("notes");
    await popup.untilCount("note", 1);
    await popup.pressPart("delete the note");
    await reader.untilSaved(0);
    await popup.close();
  });

  test("statements that are passed on say through whom they came", async () => {
    const { reader, popup } = world();
    await reader.read(STORIES.wire);
    await popup.open();
    await popup.openSources();
    const labels = await until("the statements", async () => {
      const texts = await popup.texts("statement's label");
      return texts.length > 3 ? texts : null;
    });
    expect(labels).toContain("Partly quoted · according to the Premier's office, according to Reuters");
    expect(labels.some((label) => /^Partly quoted · passing on words from .*the Premier's office/.test(label))).toBe(
      true,
    );
    await popup.close();
  });

  test("notes are edited, deleted, brought back and searched", async () => {
    const { site, reader, popup } = world();
    await reader.read(STORIES.wire);
    await note("three hundred passengers stranded", "ask the ferry line");
    await reader.read(STORIES.nested);
    await note("I regret the coffee", "good headline");
    await popup.open();
    await popup.untilSays("count of notes", "1");
    await popup.goTo("all");
    await popup.untilCount("note", 2);
    expect((await popup.texts("note's text"))[0]).toBe("good headline");
    const whence = (await popup.texts("note's article and site"))[0]?.split(" · ");
    expect(whence?.[0]).not.toBe("");
    expect(whence?.at(-1)).toBe(new URL(site.origin).hostname);

    await popup.fill("search", "FERRY line");
    await popup.untilTexts("note's text", ["ask the ferry line"]);
    await until("the hits", async () => (await popup.hits()).join() === "ferry,line");
    // What is written hides nothing from under the cursor; once it is done, the search holds again.
    await popup.pressPart("edit the note");
    await popup.fill("note's field", "ask them");
    await reader.untilSomeNote("ask them");
    await reader.wait(500);
    await popup.pressPart("end writing");
    await popup.untilGone("note");
    expect(await popup.focusedId()).toBe("panel");
    await popup.fill("search", "zeppelin");
    await popup.untilSays("state", "Nothing found for “zeppelin”.");
    await popup.fill("search", "");
    await popup.untilCount("note", 2);
    await popup.narrow("Colour", "yellow");
    await until("the filter", async () => (await popup.searched()) === "colour:yellow");
    await popup.untilCount("note", 2);
    await popup.fill("search", "colour:pink");
    await popup.untilSays("state", "Nothing found for “colour:pink”.");
    await popup.fill("search", "");
    await popup.untilCount("note", 2);

    await popup.pressPart("edit the note");
    await popup.fill("note's field", "better headline");
    await reader.untilSomeNote("better headline");
    await popup.pressPart("end writing");

    await popup.pressPart("delete the note");
    await popup.untilCount("note", 1);
    expect((await reader.saved()).length).toBe(1);
    await popup.pressPart("undo the last change");
    await popup.untilCount("note", 2);
    await popup.close();
  });

  test("it goes from highlight to highlight on the page, and stays open", async () => {
    const { reader, overlay, popup } = world();
    await reader.read(STORIES.nested);
    await note("a matter for next week", "");
    await popup.openOn("notes");
    const place = async () => (await overlay.texts("place among the highlights"))[0];
    await popup.press("Next highlight");
    const first = await until("the first", place);
    await popup.press("Next highlight");
    const second = await until("the other", async () => ((await place()) === first ? null : place()));
    expect([first, second].toSorted()).toEqual(["Highlight 1 of 2", "Highlight 2 of 2"]);
    await popup.press("Previous highlight");
    await until("the first", async () => (await place()) === first);
    await popup.close();
  });

  test("a note from right to left stands on the right", async () => {
    const { reader, popup } = world();
    await reader.read(STORIES.nested);
    await note("it had received no warning", "ملاحظة عن **الرصيف**");
    await popup.openOn("notes");
    const gaps = await popup.gapsOfBoldNote();
    expect(gaps.right).toBeLessThan(2);
    expect(gaps.left).toBeGreaterThan(100);
    await popup.close();
  });

  test("all notes are there without asking for more where there are some dozens", async () => {
    const { browser, reader, library, popup } = world();
    const many = Array.from({ length: 40 }, (_, index) => {
      const created = new Date(Date.UTC(1998, 0, 1 + index)).toISOString();
      return { ...annotationOf({ note: `note ${index}` }), id: crypto.randomUUID(), created, modified: created };
    });
    await library.openWith(many, []);
    await reader.open("/index.html");
    await popup.openOn("all");
    await until("the oldest of them", async () => {
      const shown = await popup.texts("note's text");
      return shown.includes("note 0") && shown.includes("note 39");
    });
    expect(await popup.shows("show more")).toBe(false);
    await popup.close();
    await emptyDatabase(browser);
  });

  test("a site is switched off and on", async () => {
    const { reader, popup } = world();
    await reader.read(STORIES.feature);
    await popup.choose("never");
    await reader.untilNotPainted("person");
    await popup.untilSays("reason", /^Sourceline is off on localhost/);
    await popup.chooseHere("auto");
    await reader.untilPainted("person");
    await popup.close();
  });
});
