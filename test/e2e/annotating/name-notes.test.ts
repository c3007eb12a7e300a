import { describe, expect, test } from "vitest";
import type { KeptArticle } from "../../../src/annotation/records/kept-article.ts";
import type { NameNote } from "../../../src/annotation/records/name-note.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { storedRecords } from "../../../tools/start/stored.ts";
import { LETTER, correctName, openCard } from "../pages/card.ts";
import { fillInPopup } from "../pages/editor.ts";
import { BROWSERS, pressInOverlay, read, useWorld, clickInOverlay } from "../harness.ts";

const notesOnNames = async (browser: BrowserDriver): Promise<NameNote[]> =>
  (await storedRecords<NameNote>(browser, "subjectNotes")).filter(({ deleted }) => deleted === null);
const titlesKept = async (browser: BrowserDriver): Promise<string[]> =>
  (await storedRecords<KeptArticle>(browser, "articles")).map(({ title }) => title).toSorted();

const cardTexts = (browser: BrowserDriver, selector: string): Promise<string[]> =>
  browser
    .inOverlay(
      (overlay, wanted) =>
        [...overlay.querySelectorAll(wanted)].map((element) => element.textContent?.replace(/\s+/g, " ").trim() ?? ""),
      selector,
    )
    .then((texts) => texts ?? []);

const popupTexts = (browser: BrowserDriver, selector: string): Promise<string[]> =>
  browser.inPopup(
    (wanted) => [...document.querySelectorAll(wanted)].map((element) => element.textContent?.trim() ?? ""),
    selector,
  );

const pressInPopup = (browser: BrowserDriver, selector: string, text: string): Promise<unknown> =>
  until(`${text} in the popup`, () =>
    browser.inPopup(
      ([wanted, label]) => {
        const found = [...document.querySelectorAll<HTMLElement>(wanted ?? "")].find(
          (element) => element.textContent?.trim() === label,
        );
        found?.click();
        return found !== undefined;
      },
      [selector, text],
    ),
  );

/** Ctrl+Z on something in the popup. */
const undoIn = (browser: BrowserDriver, selector: string): Promise<void> =>
  browser.inPopup((wanted) => {
    const keys = { key: "z", ctrlKey: true, bubbles: true, cancelable: true };
    document.querySelector(wanted)!.dispatchEvent(new KeyboardEvent("keydown", keys));
  }, selector);

describe.each(BROWSERS)("notes on names in %s", (name) => {
  const world = useWorld({ name, pages: new Map([["/letter.html", LETTER]]) });

  test("a note on a person shows on every article that names them, with the others of the reader's articles", async () => {
    const { browser, site } = world();
    await read(world(), STORIES.nested);
    await openCard(browser, "Tobias Renn");
    await pressInOverlay(browser, "Note on Tobias Renn");
    await browser.type("Suspended, then back?");
    await pressInOverlay(browser, "Done");
    await until("the note on the card", async () =>
      (await cardTexts(browser, ".card .note-text")).includes("Suspended, then back?"),
    );
    const [note] = await notesOnNames(browser);
    expect(note).toMatchObject({
      subject: { kind: "person", name: "Tobias Renn" },
      key: "person:tobias renn",
      origin: { source: `${site.origin}${STORIES.nested}` },
      body: { note: "Suspended, then back?", tags: [] },
    });
    await until("the article", async () => (await titlesKept(browser)).length === 1);
    expect(await cardTexts(browser, ".elsewhere")).toEqual([]);

    await browser.endBackground();
    await read(world(), "/letter.html");
    await openCard(browser, "Tobias Renn");
    // Neither note nor titles are there before the user asks for them.
    await until("the way to the articles", async () => (await cardTexts(browser, ".elsewhere")).length === 1);
    expect(await cardTexts(browser, ".elsewhere")).toEqual(["Named in 1 of your other articles"]);
    expect((await cardTexts(browser, ".card")).join()).not.toContain("Suspended");
    await pressInOverlay(browser, "Show your note");
    await until("the note on the other card", async () =>
      (await cardTexts(browser, ".card .note-text")).includes("Suspended, then back?"),
    );
    await pressInOverlay(browser, "Named in 1 of your other articles");
    await until("the articles", async () => (await cardTexts(browser, ".elsewhere li")).length === 1);
    expect((await cardTexts(browser, ".elsewhere li"))[0]).toMatch(
      /^Mayor denies telling harbour board that pier was safe.*The Harbour Post · /,
    );
    const address = await browser.inOverlay(
      (overlay) => overlay.querySelector<HTMLAnchorElement>(".elsewhere a")?.href,
      null,
    );
    expect(address).toBe(`${site.origin}${STORIES.nested}`);
    expect(await browser.inOverlay((overlay) => overlay.querySelector(".card h2")?.textContent, null)).toBe(
      "Tobias Renn",
    );

    await read(world(), STORIES.nested);
    await openCard(browser, "Edvard Moen");
    await until("the card", async () =>
      (await cardTexts(browser, ".subject-notes button")).includes("Note on Edvard Moen"),
    );
    expect(await cardTexts(browser, ".elsewhere")).toEqual([]);
  });

  test("a page that was only looked at is not kept; one with a highlight is, with its names as corrected", async () => {
    const { browser } = world();
    expect(await titlesKept(browser)).toHaveLength(1);
    await read(world(), "/letter.html");
    expect(await titlesKept(browser)).toHaveLength(1);
    await selectWords(browser, "I read everything that reaches my desk");
    await browser.shortcut("highlight", "Alt+J");
    await until("the highlight", async () => (await savedNotes(browser)).length === 1);
    await until("the article", async () => (await titlesKept(browser)).length === 2);
    const subjects = async (): Promise<string> =>
      JSON.stringify(
        (await storedRecords<KeptArticle>(browser, "articles")).find(({ title }) => title.startsWith("Premier to face"))
          ?.keys,
      );
    expect(await subjects()).toContain("person:henrik solberg");
    await correctName(browser, "Henrik Solberg", "Not a person", "only on this page");
    await until("the correction to hold", async () => !(await subjects()).includes("person:henrik solberg"));
    await pressInOverlay(browser, "Undo");
    await until("it to be taken back", async () => (await subjects()).includes("person:henrik solberg"));
  });

  test("the popup shows the note with the name; what is changed there the open card takes up", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await openCard(browser, "Tobias Renn");
    await pressInOverlay(browser, "Show your note");
    await until("the note", async () => (await cardTexts(browser, ".card .note-text")).length === 1);
    expect(await cardTexts(browser, ".elsewhere button")).toEqual(["Named in 1 of your other articles"]);
    await browser.openPopup();
    await pressInPopup(browser, "#tab-people", (await popupTabTitle(browser, "people"))!);
    await until(
      "the note in the popup",
      async () => (await popupTexts(browser, ".note-text")).join() === "Suspended, then back?",
    );
    await pressInPopup(browser, ".subject-note button", "Edit");
    await fillInPopup(browser, ".subject-notes textarea", "Suspended in March.");
    await until("the change", async () => (await notesOnNames(browser))[0]?.body.note === "Suspended in March.");
    await pressInPopup(browser, ".subject-notes button", "Done");
    await until(
      "the change on the card",
      async () => (await cardTexts(browser, ".card .note-text")).join() === "Suspended in March.",
    );

    await browser.inPopup(() => document.querySelector<HTMLElement>("#tab-all")?.click(), null);
    await until("it in all notes", async () => (await popupTexts(browser, ".on-name .name")).join() === "Tobias Renn");
    await browser.inPopup(() => {
      const field = document.querySelector<HTMLInputElement>(".search")!;
      field.value = "renn march";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, null);
    await until("only it", async () => (await popupTexts(browser, ".note")).length === 1);
    const highlights = (await savedNotes(browser)).length;
    await undoIn(browser, ".on-name .subject-note button");
    await undoIn(browser, ".on-name .quote");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await savedNotes(browser)).length).toBe(highlights);
    await undoIn(browser, "#panel");
    await until("a highlight to go", async () => (await savedNotes(browser)).length === highlights - 1);
    await pressInPopup(browser, ".subject-note button", "Delete");
    await until("it to go", async () => (await notesOnNames(browser)).length === 0);
    await until("it to go from the card", async () => (await cardTexts(browser, ".card .note-text")).length === 0);
    await pressInPopup(browser, ".bar button", "Undo");
    await until("it to be back", async () => (await notesOnNames(browser)).length === 1);
    await until("it to be back on the card", async () => (await cardTexts(browser, ".card .note-text")).length === 1);
    await browser.closePopup();
  });

  test("deleted on the card, it can be brought back", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await openCard(browser, "Tobias Renn");
    await pressInOverlay(browser, "Show your note");
    await clickInOverlay(browser, ".card .subject-note .danger");
    await until("it to go", async () => (await cardTexts(browser, ".card .note-text")).length === 0);
    expect(await browser.inOverlay((overlay) => overlay.activeElement?.textContent, null)).toBe("Note on Tobias Renn");
    expect(await notesOnNames(browser)).toEqual([]);
    await pressInOverlay(browser, "Undo");
    await until("it to be back", async () => (await cardTexts(browser, ".card .note-text")).length === 1);
  });
});

/** What a tab of the popup says, count and all. */
async function popupTabTitle(browser: BrowserDriver, id: string): Promise<string | undefined> {
  return until(`the count of ${id}`, async () => {
    const [title] = await popupTexts(browser, `#tab-${id}`);
    return /[1-9]/.test(title ?? "") ? title : null;
  });
}
