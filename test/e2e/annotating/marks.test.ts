import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const PATH = "/pier.html";
const WAITED = "some two hundred islanders waited on the old wooden pier";
const paragraphs = {
  first: "The council met on Tuesday evening and sat until the lamps had burned low, the clerk noted in his book.",
  waited: `In the morning, ${WAITED} for a boat that had left the mainland late and came without its cargo.`,
  last: "Nobody could say on whose order the harbour had been closed, and nobody was asked about it again.",
};
const page = (...texts: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>The pier</title></head><body>${texts.map((text) => `<p>${text}</p>`).join("")}</body></html>`;

describe.each(BROWSERS)("marks on a page that changes, in %s", (name) => {
  const pages = new Map<string, string>();
  const world = useWorld({ name, pages });
  const open = (...texts: readonly string[]): Promise<void> => {
    pages.set(PATH, page(...texts));
    return world().reader.open(PATH);
  };

  test("an edited one tells what was changed, and can take the new wording, and give it back", async () => {
    const { reader, overlay } = world();
    await open(paragraphs.first, paragraphs.waited, paragraphs.last);
    await reader.highlight(WAITED);
    const edited = paragraphs.waited.replace("two hundred", "three hundred").replace("old wooden ", "");
    await open(paragraphs.first, edited, paragraphs.last);
    // The reader comes by itself to articles only; a shortcut brings it to any page.
    await reader.pressHighlight();
    await reader.untilAnchored("edited");

    await reader.click("hundred islanders waited");
    expect(await overlay.textOf("rewording's title")).toBe("The wording changed after you highlighted it");
    expect(await overlay.texts("old and new wording")).toEqual([
      WAITED,
      WAITED.replace("two", "three").replace("old wooden ", ""),
    ]);
    expect(await overlay.texts("words taken out")).toEqual(["two", "old wooden"]);
    expect(await overlay.texts("words put in")).toEqual(["three"]);

    await overlay.press("Accept the new wording");
    await until("the new words", async () =>
      (await reader.saved())[0]?.target.selectors.quote.exact.includes("three hundred"),
    );
    await reader.untilAnchored("same");
    await overlay.untilGone("rewording");
    await overlay.press("Undo");
    await until("the old words", async () => (await reader.saved())[0]?.target.selectors.quote.exact === WAITED);
    await reader.untilAnchored("edited");
  });

  test("a moved one is told quietly", async () => {
    const { browser, reader, overlay } = world();
    await open(paragraphs.last, paragraphs.first, paragraphs.waited);
    await reader.pressHighlight();
    await reader.untilAnchored("moved");
    await reader.click("hundred islanders waited");
    await overlay.untilSays("word on the place", /Moved on the page/);
    await browser.press("Escape");
  });

  test("a lost one is listed with its context, looked for again, and attached to other words", async () => {
    const { browser, reader, overlay, popup } = world();
    await open(paragraphs.first, paragraphs.last);
    await reader.pressHighlight();
    await reader.untilAnchored("lost");
    await until("its last sighting", async () => Object.keys((await reader.report())?.lastSeen ?? {}).length === 1);
    await popup.openOn("notes");
    await popup.untilSays("lost highlight", /Couldn’t find these words/);
    expect(await popup.textOf("lost highlight's last sight")).toMatch(/^Last seen on the page: .*\d/);
    expect(await popup.textOf("lost highlight's context")).toContain("for a boat that had left the mainland");

    await popup.press("Try again");
    await popup.untilSays("status", /Still not found/);
    await popup.press("Re-attach to the selected text");
    await popup.untilSays("status", /select them on the page/);

    // The words come back while the page is open.
    await browser.evaluate((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      document.body.prepend(paragraph);
    }, paragraphs.waited);
    await popup.press("Try again");
    await popup.untilGone("lost highlight");
    expect(await reader.paintedIn("yellow")).toEqual([WAITED]);
    await popup.close();

    await open(paragraphs.first, paragraphs.last);
    await reader.pressHighlight();
    await reader.untilAnchored("lost");
    await reader.select("the harbour had been closed");
    await popup.openOn("notes");
    await popup.press("Re-attach to the selected text");
    await reader.untilAnchored("same");
    expect(await reader.paintedIn("yellow")).toEqual(["the harbour had been closed"]);
    await popup.close();
    await overlay.press("Undo");
    await reader.untilAnchored("lost");
    expect((await reader.saved())[0]?.target.selectors.quote.exact).toBe(WAITED);
  });

  test("one that is opened from a list, and is not there, is told of on the page", async () => {
    const { reader, overlay, popup } = world();
    await open(paragraphs.first, paragraphs.waited, paragraphs.last);
    await reader.highlight(WAITED);
    await open(paragraphs.first, paragraphs.last);
    await reader.pressHighlight();
    await reader.untilAnchored("lost");
    await popup.openOn("all");
    await popup.pressPart("note's words");
    await overlay.untilToast(/^Couldn’t find these words on the page/);
    await popup.close();
  });

  test("one that was rewritten is offered where it may be now, refused, and taken", async () => {
    const { reader, overlay, popup } = world();
    await open(paragraphs.first, paragraphs.waited, paragraphs.last);
    await reader.highlight(WAITED);
    const rewritten = paragraphs.waited.replace(WAITED, "a crowd stood upon the landing stage since before sunrise");
    await open(paragraphs.first, rewritten, paragraphs.last);
    await reader.pressHighlight();
    await reader.untilAnchored("lost");
    await popup.openOn("notes");
    await popup.untilSays("lost highlight", /^Perhaps this is the passage now/);
    expect(await popup.textOf("likely place")).toContain("crowd stood upon the landing stage");
    await popup.press("Not this");
    await popup.untilSays("lost highlight", /^Couldn’t find these words/);
    await popup.close();

    // It stays so in the next popup, and on the next visit. Other words are offered, and shown on the page.
    await reader.pressHighlight();
    await popup.openOn("notes");
    await popup.untilSays("lost highlight", /^Couldn’t find these words/);
    await popup.close();
    await open(paragraphs.first, rewritten.replace("stood", "waited"), paragraphs.last);
    await reader.pressHighlight();
    await reader.untilAnchored("lost");
    await popup.openOn("notes");
    await popup.pressPart("likely place");
    await overlay.untilToast(/^Perhaps this is the passage now/);
    await popup.close();
    await overlay.press("This is it");
    await reader.untilAnchored("same");
    expect((await reader.paintedIn("yellow")).join()).toContain("crowd waited upon the landing stage");
    await overlay.press("Undo");
    await reader.untilAnchored("lost");
    expect((await reader.saved())[0]?.target.selectors.quote.exact).toBe(WAITED);
  });
});

describe.each(BROWSERS)("marks among others, in %s", (name) => {
  const world = useWorld({ name });

  test("a click on several lists them, the smallest first, and opens each", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");
    await overlay.highlightIn("pink", "for next week");
    await reader.click("for next week");
    expect(await overlay.textOf("list's title")).toBe("2 highlights here");
    const listed = await overlay.texts("highlight");
    expect(listed.map((text) => text.split(":"))).toEqual([
      [expect.stringMatching(/pink/i), "for next week"],
      [expect.stringMatching(/yellow/i), "a matter for next week"],
    ]);
    await browser.press("Tab");
    await browser.press("Enter");
    expect(await overlay.textOf("words of the highlight")).toBe("a matter for next week");
    expect(await overlay.textOf("highlight around")).toMatch(/:for next week$/);
    await browser.type("Ask **Brandt** about\n\n- the letter");
    await browser.press("Control+Enter");
    await until("the note", async () => (await reader.saved()).some(({ body }) => body.note !== ""));
    await reader.click("for next week");
    await until("the note's sign", async () => (await overlay.texts("note's sign")).join() === "Has a note");
    await browser.press("Escape");
  });

  test("a highlight with a note, and one inside another of its colour, are told from the others", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.feature);
    const [outer, inner] = ["the wind came round to the north-west", "round to the north"];
    await reader.highlight(outer);
    expect(await reader.layerNames()).not.toContain("sourceline-inner");
    await reader.highlight(inner);
    expect([await reader.paintedIn("inner"), await reader.paintedIn("noted")]).toEqual([[inner], []]);
    await overlay.writeOn("a family still climbs the stairs");
    await browser.type("Why?");
    await reader.untilPainted("noted", "a family still climbs");
    await browser.press("Escape");
  });

  test("a name in a mark opens its card, which leads to the mark, and the mark to the name", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    const words = (await reader.paintedIn("person"))[0]!;
    await reader.highlight(words);
    await reader.click(words);
    const title = await overlay.textOf("card's title");
    expect(await overlay.textOf("highlight on the card")).toContain(words);
    await overlay.pressPart("highlight on the card");
    expect((await overlay.textOf("name around")).split("|")).toContain(title);
    await overlay.pressPart("name around");
    expect(await overlay.textOf("card's title")).toBe(title);
    await browser.press("Escape");
  });

  test("a shortcut on a page that is closed to extensions says so on the button for a moment", async () => {
    const { browser, reader, options } = world();
    await options.open();
    await reader.pressHighlight();
    await until("the sign", async () => (await browser.badgeText()) === "!");
    expect(await reader.buttonTitle()).toBe("Your browser doesn’t let extensions read this page.");
    await reader.untilNoBadge();
    expect(await reader.buttonTitle()).toBe("Sourceline");
  });

  test("commands go from mark to mark, and say where they are", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await until("the marks", async () => (await reader.anchors()).length === 3);
    await browser.evaluate(() => scrollTo(0, 0), null);
    const seen = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      await reader.goToNext();
      const said = await until("the next mark", async () => {
        const text = await overlay.textOf("announcement");
        return /^Highlight \d of 3: “.+”/.test(text) && !seen.has(text) ? text : null;
      });
      seen.add(said);
    }
    expect(seen.size).toBe(3);
    const last = [...seen].at(-1);
    const previous = [...seen].at(-2);
    await reader.goToPrevious();
    await until("the one before", async () => (await overlay.textOf("announcement")) === previous);
    expect(last).not.toBe(previous);
    await browser.press("F6");
    await browser.press("Enter");
    const quote = await overlay.textOf("words of the highlight");
    expect(previous).toContain(quote.slice(0, 40));
    await browser.press("Escape");
  });
});
