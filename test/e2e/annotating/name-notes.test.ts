import { describe, expect, test } from "vitest";
import type { KeptArticle } from "../../../src/annotation/records/kept-article.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { storedRecords } from "../../../tools/start/stored.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const titlesKept = async (browser: BrowserDriver): Promise<string[]> =>
  (await storedRecords<KeptArticle>(browser, "articles")).map(({ title }) => title).toSorted();

describe.each(BROWSERS)("notes on names in %s", (name) => {
  const world = useWorld({ name });

  test("a note on a person shows on every article that names them, with the others of the reader's articles", async () => {
    const { browser, site, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await overlay.noteOnName("Tobias Renn", "Suspended, then back?");
    await overlay.untilSays("note on the name", "Suspended, then back?");
    const [note] = await reader.notesOnNames();
    expect(note).toMatchObject({
      subject: { kind: "person", name: "Tobias Renn" },
      key: "person:tobias renn",
      origin: { source: `${site.origin}${STORIES.nested}` },
      body: { note: "Suspended, then back?", tags: [] },
    });
    await until("the article", async () => (await titlesKept(browser)).length === 1);
    expect(await overlay.texts("other articles")).toEqual([]);

    await browser.endBackground();
    await reader.read(STORIES.letter);
    await overlay.openCardOf("Tobias Renn");
    await overlay.untilCount("other articles", 1);
    expect(await overlay.texts("other articles")).toEqual(["Also named in 1 other article in your library"]);
    await overlay.untilSays("note on the name", "Suspended, then back?");
    await overlay.press("Also named in 1 other article in your library");
    await overlay.untilCount("other article", 1);
    expect((await overlay.texts("other article"))[0]).toMatch(
      /^Mayor denies telling harbour board that pier was safe.*The Harbour Post · /,
    );
    expect((await overlay.links("link to another article"))?.[0]?.href).toBe(`${site.origin}${STORIES.nested}`);
    expect(await overlay.textOf("card's title")).toBe("Tobias Renn");

    await reader.read(STORIES.nested);
    await overlay.openCardOf("Edvard Moen");
    await overlay.untilSays("buttons for notes on the name", "Add a note about Edvard Moen");
    expect(await overlay.texts("other articles")).toEqual([]);
  });

  test("a page that was only looked at is not kept; one with a highlight is, with its names as corrected", async () => {
    const { browser, reader, overlay } = world();
    expect(await titlesKept(browser)).toHaveLength(1);
    await reader.read(STORIES.letter);
    expect(await titlesKept(browser)).toHaveLength(1);
    await reader.highlight("I read everything that reaches my desk");
    await until("the article", async () => (await titlesKept(browser)).length === 2);
    const subjects = async (): Promise<string> =>
      JSON.stringify(
        (await storedRecords<KeptArticle>(browser, "articles")).find(({ title }) => title.startsWith("Premier to face"))
          ?.keys,
      );
    expect(await subjects()).toContain("person:henrik solberg");
    await overlay.correct("Henrik Solberg", "Not a person", "only on this page");
    await until("the correction to hold", async () => !(await subjects()).includes("person:henrik solberg"));
    await overlay.press("Undo");
    await until("it to be taken back", async () => (await subjects()).includes("person:henrik solberg"));
  });

  test("the popup shows the note with the name; what is changed there the open card takes up", async () => {
    const { reader, overlay, popup } = world();
    await reader.read(STORIES.nested);
    await overlay.openCardOf("Tobias Renn");
    await overlay.untilCount("note on the name", 1);
    expect(await overlay.texts("way to other articles")).toEqual(["Also named in 1 other article in your library"]);
    await popup.open();
    await popup.untilSays("people's tab", /[1-9]/);
    await popup.goTo("people");
    await popup.untilTexts("note's text", ["Suspended, then back?"]);
    await popup.pressPart("button of the note on a name", "Edit");
    await popup.fill("field of the note on a name", "Suspended in March.");
    await until("the change", async () => (await reader.notesOnNames())[0]?.body.note === "Suspended in March.");
    await popup.pressPart("button for notes on a name", "Done");
    await overlay.untilTexts("note on the name", ["Suspended in March."]);

    await popup.goTo("all");
    await popup.untilTexts("name that is noted on", ["Tobias Renn"]);
    await popup.fill("search", "renn march");
    await popup.untilCount("note", 1);
    const highlights = (await reader.saved()).length;
    await popup.pressControl("z", "button of a noted name");
    await popup.pressControl("z", "words of a noted name");
    await reader.wait(500);
    expect((await reader.saved()).length).toBe(highlights);
    await popup.pressControl("z", "panel");
    await reader.untilSaved(highlights - 1);
    await popup.pressPart("button of the note on a name", "Delete");
    await until("it to go", async () => (await reader.notesOnNames()).length === 0);
    await overlay.untilGone("note on the name");
    await popup.pressPart("undo the last change", "Undo");
    await until("it to be back", async () => (await reader.notesOnNames()).length === 1);
    await overlay.untilCount("note on the name", 1);
    await popup.close();
  });

  test("deleted on the card, it can be brought back", async () => {
    const { reader, overlay } = world();
    await reader.read(STORIES.nested);
    await overlay.openCardOf("Tobias Renn");
    await overlay.pressPart("delete the note on the name");
    await overlay.untilGone("note on the name");
    expect(await overlay.focusedText()).toBe("Add a note about Tobias Renn");
    expect(await reader.notesOnNames()).toEqual([]);
    await overlay.press("Undo");
    await overlay.untilCount("note on the name", 1);
  });
});
