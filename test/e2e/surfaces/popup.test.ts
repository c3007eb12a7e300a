import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { clickInPopup, fillInPopup, inPopupTexts } from "../pages/editor.ts";
import { BROWSERS, paintedTexts, read, useWorld } from "../harness.ts";

async function note(browser: BrowserDriver, words: string, text: string): Promise<void> {
  await selectWords(browser, words);
  await browser.shortcut("highlight-and-note", "Alt+Shift+J");
  await until("the editor", () =>
    browser.inOverlay((overlay) => overlay.querySelector(".editor textarea") !== null, null),
  );
  await browser.type(text);
  await browser.press("Escape");
  await until("the note", async () => (await savedNotes(browser)).some(({ body }) => body.note === text));
}

describe.each(BROWSERS)("popup in %s", (name) => {
  const world = useWorld({ name });

  test("it says when there is nothing yet", async () => {
    const { browser, site } = world();
    await browser.goto(`${site.origin}/index.html`);
    await browser.openPopup();
    const [text] = await until("the empty state", async () => {
      const texts = await inPopupTexts(browser, ".state");
      return texts.length > 0 && !texts[0]!.startsWith("Loading") ? texts : null;
    });
    expect(text).toBe(
      "No notes yet. Select some words in an article to highlight them, or click a name to note something on it.",
    );
    await clickInPopup(browser, "#tab-people");
    await until("the reason", async () => (await inPopupTexts(browser, ".state p"))[0]?.includes("front page"));
    await browser.closePopup();
  });

  test("it lists people, places and sources; a click scrolls there", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await browser.openPopup();
    await until("the tabs", async () => /[1-9]/.test((await inPopupTexts(browser, "#tab-people .count"))[0] ?? ""));
    await clickInPopup(browser, "#tab-people");
    const names = await until("the people", async () => {
      const texts = await inPopupTexts(browser, ".item .name");
      return texts.length > 0 ? texts : null;
    });
    expect(names).toContain("Ingrid Varga");
    await browser.inPopup(() => {
      [...document.querySelectorAll<HTMLElement>(".item")].find((item) => item.textContent?.includes("Varga"))?.click();
    }, null);
    await until("the page to scroll", () => browser.evaluate(() => scrollY > 100, null));
    await browser.closePopup();
  });

  test("a statement is copied with its source, and saved as a note in one step", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await browser.openPopup();
    await until("the statements", async () => (await inPopupTexts(browser, ".statement-actions")).length > 3);
    await browser.inPopup(() => {
      Object.defineProperty(navigator, "clipboard", {
        configurable: true,
        value: { writeText: async (text: string) => void document.body.setAttribute("data-copied", text) },
      });
      const actions = [...document.querySelectorAll(".source-item li")].find((item) =>
        item.textContent?.includes("I regret the coffee"),
      );
      for (const button of actions?.querySelectorAll<HTMLElement>(".statement-actions button") ?? []) button.click();
    }, null);
    await until("the note", async () =>
      (await savedNotes(browser)).some(({ target }) => target.selectors.quote.exact.includes("I regret the coffee")),
    );
    const copied = await browser.inPopup(() => document.body.getAttribute("data-copied"), null);
    expect(copied).toMatch(/^“I regret the coffee.?” — Edvard Moen/);
    expect(copied).toContain("The Harbour Post, April 2, 1998");
    await browser.inPopup(() => {
      document.querySelector<HTMLElement>("#tab-notes")?.click();
    }, null);
    await until("the note in the list", async () => (await inPopupTexts(browser, ".note")).length === 1);
    await clickInPopup(browser, ".note .danger");
    await until("it to go", async () => (await savedNotes(browser)).length === 0);
    await browser.closePopup();
  });

  test("statements that are passed on say through whom they came", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await browser.openPopup();
    const labels = await until("the statements", async () => {
      const texts = await inPopupTexts(browser, ".source-item .statements > li > button > .soft");
      return texts.length > 3 ? texts : null;
    });
    expect(labels).toContain("Partly in their words · according to the Premier's office, according to Reuters");
    expect(labels.some((label) => /^Partly in their words · passes on .*the Premier's office/.test(label))).toBe(true);
    await browser.closePopup();
  });

  test("notes are edited, deleted, brought back and searched", async () => {
    const { browser } = world();
    await read(world(), STORIES.wire);
    await note(browser, "three hundred passengers stranded", "ask the ferry line");
    await read(world(), STORIES.nested);
    await note(browser, "I regret the coffee", "good headline");
    await browser.openPopup();
    await until("the notes tab", async () => (await inPopupTexts(browser, "#tab-notes .count"))[0] === "1");
    await clickInPopup(browser, "#tab-all");
    await until("both notes", async () => (await inPopupTexts(browser, ".note")).length === 2);
    expect((await inPopupTexts(browser, ".note-text"))[0]).toBe("good headline");

    await fillInPopup(browser, ".search", "FERRY");
    await until("one note", async () => (await inPopupTexts(browser, ".note-text")).join() === "ask the ferry line");
    // What is written hides nothing from under the cursor; once it is done, the search holds again.
    await clickInPopup(browser, ".note .row .plain:not(.danger)");
    await fillInPopup(browser, ".note textarea", "ask them");
    await until("the change", async () => (await savedNotes(browser)).some(({ body }) => body.note === "ask them"));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await clickInPopup(browser, ".note .primary");
    await until("it to go", async () => (await inPopupTexts(browser, ".note")).length === 0);
    expect(await browser.inPopup(() => document.activeElement?.id, null)).toBe("panel");
    await fillInPopup(browser, ".search", "zeppelin");
    await until("none", async () => (await inPopupTexts(browser, ".state"))[0] === "No note contains “zeppelin”.");
    await fillInPopup(browser, ".search", "");
    await until("both notes", async () => (await inPopupTexts(browser, ".note")).length === 2);

    await clickInPopup(browser, ".note .row .plain:not(.danger)");
    await fillInPopup(browser, ".note textarea", "better headline");
    await until("the change", async () =>
      (await savedNotes(browser)).some(({ body }) => body.note === "better headline"),
    );
    await clickInPopup(browser, ".note .primary");

    await clickInPopup(browser, ".note .danger");
    await until("one note less", async () => (await inPopupTexts(browser, ".note")).length === 1);
    expect((await savedNotes(browser)).length).toBe(1);
    await clickInPopup(browser, ".bar button");
    await until("it to come back", async () => (await inPopupTexts(browser, ".note")).length === 2);
    await browser.closePopup();
  });

  test("it goes from highlight to highlight on the page, and stays open", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await note(browser, "a matter for next week", "");
    await browser.openPopup();
    const place = () => browser.inOverlay((overlay) => overlay.querySelector(".place")?.textContent ?? null, null);
    const go = (label: string) =>
      until(label, () =>
        browser.inPopup((wanted) => {
          document.querySelector<HTMLElement>("#tab-notes")?.click();
          const buttons = document.querySelectorAll<HTMLElement>("#panel button");
          const button = [...buttons].find(({ textContent }) => textContent === wanted);
          button?.click();
          return button !== undefined;
        }, label),
      );
    await go("Next highlight");
    const first = await until("the first", place);
    await go("Next highlight");
    const second = await until("the other", async () => ((await place()) === first ? null : place()));
    expect([first, second].toSorted()).toEqual(["Highlight 1 of 2", "Highlight 2 of 2"]);
    await go("Previous highlight");
    await until("the first", async () => (await place()) === first);
    await browser.closePopup();
  });

  test("a note from right to left stands on the right", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await note(browser, "it had received no warning", "ملاحظة عن **الرصيف**");
    await browser.openPopup();
    const gaps = await until("the note", () =>
      browser.inPopup(() => {
        document.querySelector<HTMLElement>("#tab-notes")?.click();
        const paragraph = [...document.querySelectorAll(".note-text p")].find((p) => p.querySelector("strong"));
        if (paragraph === undefined) return null;
        const words = document.createRange();
        words.selectNodeContents(paragraph);
        const [box, text] = [paragraph.getBoundingClientRect(), words.getBoundingClientRect()];
        return { left: text.left - box.left, right: box.right - text.right };
      }, null),
    );
    expect(gaps.right).toBeLessThan(2);
    expect(gaps.left).toBeGreaterThan(100);
    await browser.closePopup();
  });

  test("a site is switched off and on", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    await browser.openPopup();
    await until("the choice", async () => (await inPopupTexts(browser, ".site-mode")).length === 1);
    await clickInPopup(browser, ".site-mode input[value=never]");
    await until("nothing painted", async () => (await paintedTexts(browser))["sourceline-person"] === undefined);
    await until("the reason", async () =>
      (await inPopupTexts(browser, ".state p"))[0]?.startsWith("Nothing is read on localhost"),
    );
    await clickInPopup(browser, ".site-mode input[value=auto]");
    await until("names painted", async () => (await paintedTexts(browser))["sourceline-person"] !== undefined);
    await browser.closePopup();
  });
});
