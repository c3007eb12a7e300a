import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { askReader, centreOf, savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { BROWSERS, paintedTexts, pressInOverlay, read, useWorld, clickInOverlay } from "../harness.ts";

const PATH = "/pier.html";
const WAITED = "some two hundred islanders waited on the old wooden pier";
const paragraphs = {
  first: "The council met on Tuesday evening and sat until the lamps had burned low, the clerk noted in his book.",
  waited: `In the morning, ${WAITED} for a boat that had left the mainland late and came without its cargo.`,
  last: "Nobody could say on whose order the harbour had been closed, and nobody was asked about it again.",
};
const page = (...texts: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>The pier</title></head><body>${texts.map((text) => `<p>${text}</p>`).join("")}</body></html>`;

const textOf = (browser: BrowserDriver, selector: string): Promise<string[] | null> =>
  browser.inOverlay(
    (overlay, wanted) => [...overlay.querySelectorAll(wanted)].map((element) => element.textContent ?? ""),
    selector,
  );
const one = async (browser: BrowserDriver, selector: string): Promise<string> => {
  const texts = await until(selector, async () => {
    const found = await textOf(browser, selector);
    return found === null || found.length === 0 ? null : found;
  });
  return texts.join("|");
};
const spoken = (browser: BrowserDriver): Promise<string> => one(browser, "[aria-live=polite]");

async function mark(browser: BrowserDriver, words: string, colour: string): Promise<void> {
  await selectWords(browser, words);
  if (colour === "yellow") await browser.shortcut("highlight", "Alt+J");
  else {
    await clickInOverlay(browser, `.toolbar [data-colour=${colour}]`);
  }
  await until("the mark", async () =>
    (await paintedTexts(browser))[`sourceline-${colour}`]?.some(({ text }) => text === words),
  );
}

const anchors = async (browser: BrowserDriver): Promise<string[]> =>
  Object.values((await askReader(browser))?.anchors ?? {});

const inPopup = (browser: BrowserDriver, selector: string): Promise<string> =>
  browser.inPopup(
    (wanted) => [...document.querySelectorAll(wanted)].map((element) => element.textContent).join("|"),
    selector,
  );
const press = (browser: BrowserDriver, label: string): Promise<boolean> =>
  browser.inPopup((wanted) => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent?.trim() === wanted);
    button?.click();
    return button !== undefined;
  }, label);

describe.each(BROWSERS)("marks on a page that changes, in %s", (name) => {
  const pages = new Map<string, string>();
  const world = useWorld({ name, pages });
  const open = async (...texts: readonly string[]): Promise<BrowserDriver> => {
    const { browser, site } = world();
    pages.set(PATH, page(...texts));
    await browser.goto(`${site.origin}${PATH}`);
    return browser;
  };
  const goToNotes = async (browser: BrowserDriver): Promise<void> => {
    await browser.openPopup();
    await until("the tab", () =>
      browser.inPopup(() => {
        document.querySelector<HTMLElement>("#tab-notes")?.click();
        return document.querySelector(".note") !== null;
      }, null),
    );
  };

  test("an edited one tells what was changed, and can take the new wording, and give it back", async () => {
    let browser = await open(paragraphs.first, paragraphs.waited, paragraphs.last);
    await mark(browser, WAITED, "yellow");
    const edited = paragraphs.waited.replace("two hundred", "three hundred").replace("old wooden ", "");
    browser = await open(paragraphs.first, edited, paragraphs.last);
    // The reader comes by itself to articles only; a shortcut brings it to any page.
    await browser.shortcut("highlight", "Alt+J");
    await until("the mark", async () => (await anchors(browser)).join() === "edited");

    const { x, y } = await centreOf(browser, "hundred islanders waited");
    await browser.click(x, y);
    expect(await one(browser, ".rewording h3")).toBe("Changed since you read it");
    expect(await textOf(browser, ".rewording dd")).toEqual([
      WAITED,
      WAITED.replace("two", "three").replace("old wooden ", ""),
    ]);
    expect((await textOf(browser, ".rewording del"))?.map((text) => text.trim())).toEqual(["two", "old wooden"]);
    expect(await textOf(browser, ".rewording ins")).toEqual(["three"]);

    await pressInOverlay(browser, "Keep the new wording");
    await until("the new words", async () =>
      (await savedNotes(browser))[0]?.target.selectors.quote.exact.includes("three hundred"),
    );
    await until("the mark to be the same", async () => (await anchors(browser)).join() === "same");
    await until("the editor without the news", async () => (await textOf(browser, ".rewording"))?.length === 0);
    await pressInOverlay(browser, "Undo");
    await until("the old words", async () => (await savedNotes(browser))[0]?.target.selectors.quote.exact === WAITED);
    await until("the mark to be edited", async () => (await anchors(browser)).join() === "edited");
  });

  test("a moved one is told quietly", async () => {
    const browser = await open(paragraphs.last, paragraphs.first, paragraphs.waited);
    await browser.shortcut("highlight", "Alt+J");
    await until("the mark", async () => (await anchors(browser)).join() === "moved");
    const { x, y } = await centreOf(browser, "hundred islanders waited");
    await browser.click(x, y);
    await until("the word of it", async () =>
      (await one(browser, ".editor .soft")).includes("These words have moved on the page."),
    );
    await browser.press("Escape");
  });

  test("a lost one is listed with its context, looked for again, and attached to other words", async () => {
    const browser = await open(paragraphs.first, paragraphs.last);
    await browser.shortcut("highlight", "Alt+J");
    await until("the mark", async () => (await anchors(browser)).join() === "lost");
    await until("its last sighting", async () => Object.keys((await askReader(browser))?.lastSeen ?? {}).length === 1);
    await goToNotes(browser);
    await until("the state", async () => (await inPopup(browser, ".lost")).includes("no longer on the page"));
    expect(await inPopup(browser, ".lost-note .soft")).toMatch(/^Last seen on the page: .*\d/);
    expect(await inPopup(browser, ".lost-note details")).toContain("for a boat that had left the mainland");

    await press(browser, "Try again");
    await until("the answer", async () => (await inPopup(browser, "[role=status]")).includes("Still not found"));
    await press(browser, "Attach to selection");
    await until("the hint", async () => (await inPopup(browser, "[role=status]")).includes("select the words"));

    // The words come back while the page is open.
    await browser.evaluate((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      document.body.prepend(paragraph);
    }, paragraphs.waited);
    await press(browser, "Try again");
    await until("no lost note", async () => (await inPopup(browser, ".lost")) === "");
    expect((await paintedTexts(browser))["sourceline-yellow"]?.map(({ text }) => text)).toEqual([WAITED]);
    await browser.closePopup();

    await open(paragraphs.first, paragraphs.last);
    await browser.shortcut("highlight", "Alt+J");
    await until("the mark", async () => (await anchors(browser)).join() === "lost");
    await selectWords(browser, "the harbour had been closed");
    await goToNotes(browser);
    await until("the button", () => press(browser, "Attach to selection"));
    await until("the mark", async () => (await anchors(browser)).join() === "same");
    expect((await paintedTexts(browser))["sourceline-yellow"]?.map(({ text }) => text)).toEqual([
      "the harbour had been closed",
    ]);
    await browser.closePopup();
    await pressInOverlay(browser, "Undo");
    await until("the old target", async () => (await anchors(browser)).join() === "lost");
    expect((await savedNotes(browser))[0]?.target.selectors.quote.exact).toBe(WAITED);
  });
});

describe.each(BROWSERS)("marks among others, in %s", (name) => {
  const world = useWorld({ name });

  test("a click on several lists them, the smallest first, and opens each", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await mark(browser, "a matter for next week", "yellow");
    await mark(browser, "for next week", "pink");
    const { x, y } = await centreOf(browser, "for next week");
    await browser.click(x, y);
    expect(await one(browser, ".card h2")).toBe("2 highlights here");
    const listed = await textOf(browser, ".marks button");
    expect(listed?.map((text) => text.split(":"))).toEqual([
      [expect.stringMatching(/pink/i), "for next week"],
      [expect.stringMatching(/yellow/i), "a matter for next week"],
    ]);
    await browser.press("Tab");
    await browser.press("Enter");
    expect(await one(browser, ".editor blockquote")).toBe("a matter for next week");
    expect(await one(browser, ".around .marks button")).toMatch(/:for next week$/);
    await browser.type("Ask **Brandt** about\n\n- the letter");
    await browser.press("Control+Enter");
    await until("the note", async () => (await savedNotes(browser)).some(({ body }) => body.note !== ""));
    await browser.click(x, y);
    // What the note says is read where it is opened.
    expect(await textOf(browser, ".marks .soft")).toEqual(["Has a note"]);
    await browser.press("Escape");
  });

  test("a name in a mark opens its card, which leads to the mark, and the mark to the name", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    const words = await browser.evaluate(() => {
      const range = [...CSS.highlights.get("sourceline-person")!][0]!;
      return range.toString();
    }, null);
    await mark(browser, words, "yellow");
    const { x, y } = await centreOf(browser, words);
    await browser.click(x, y);
    const title = await one(browser, ".card h2");
    expect(await one(browser, ".card .marks button")).toContain(words);
    await clickInOverlay(browser, ".card .marks button");
    expect((await one(browser, ".editor .around .kind")).split("|")).toContain(title);
    await clickInOverlay(browser, ".around .kind");
    expect(await one(browser, ".card h2")).toBe(title);
    await browser.press("Escape");
  });

  test("a shortcut on a page that is closed to extensions says so on the button for a moment", async () => {
    const { browser } = world();
    await browser.goto(`${browser.extensionOrigin}/options/options.html`);
    await browser.shortcut("highlight", "Alt+J");
    await until("the sign", async () => (await browser.badgeText()) === "!");
    const title = () =>
      browser.inExtension(async () => {
        const { chrome } = globalThis as unknown as { chrome: typeof import("webextension-polyfill") };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getTitle(tab?.id === undefined ? {} : { tabId: tab.id });
      }, null);
    expect(await title()).toBe("The browser does not let extensions read this page.");
    await until("the button without it", async () => (await browser.badgeText()) === "");
    expect(await title()).toBe("Sourceline");
  });

  test("commands go from mark to mark, and say where they are", async () => {
    const { browser } = world();
    if (name === "firefox") {
      await browser.inExtension(async () => {
        const { chrome } = globalThis as unknown as { chrome: typeof import("webextension-polyfill") };
        await chrome.commands.update({ name: "next-mark", shortcut: "Alt+N" });
        await chrome.commands.update({ name: "previous-mark", shortcut: "Alt+Shift+N" });
      }, null);
    }
    await read(world(), STORIES.nested);
    await until("the marks", async () => (await anchors(browser)).length === 3);
    await browser.evaluate(() => scrollTo(0, 0), null);
    const seen = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      await browser.shortcut("next-mark", "Alt+N");
      const said = await until("the next mark", async () => {
        const text = await spoken(browser);
        return /^Highlight \d of 3: “.+”/.test(text) && !seen.has(text) ? text : null;
      });
      seen.add(said);
    }
    expect(seen.size).toBe(3);
    const last = [...seen].at(-1);
    const previous = [...seen].at(-2);
    await browser.shortcut("previous-mark", "Alt+Shift+N");
    await until("the one before", async () => (await spoken(browser)) === previous);
    expect(last).not.toBe(previous);
    await browser.press("F6");
    await browser.press("Enter");
    const quote = await one(browser, ".editor blockquote");
    expect(previous).toContain(quote.slice(0, 40));
    await browser.press("Escape");
  });
});
