import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

/** What of the extension's own interface is asked about other tabs than the driver's. */
interface Api {
  readonly tabs: {
    create(made: object): Promise<{ id?: number }>;
    query(of: object): Promise<{ id?: number; url?: string }[]>;
    update(id: number, changes: object): Promise<unknown>;
    remove(id: number): Promise<void>;
  };
  readonly scripting: { executeScript(asked: object): Promise<{ result?: unknown }[]> };
}

const WORDS = "I regret the coffee";

describe.each(BROWSERS)("passages in the library, in %s", (name) => {
  const world = useWorld({ name });

  test("what is selected is copied as text and as rich text, with its article and the way to its words", async () => {
    const { browser, reader, overlay, library } = world();
    await reader.read(STORIES.nested);
    await overlay.writeOn(WORDS);
    await browser.type("Ask him again.");
    await browser.press("Escape");
    await reader.untilSomeNote("Ask him again.");
    await library.open();
    await library.untilSays("note", new RegExp(WORDS));
    await library.catchCopies();
    await library.pressPart("row's box");
    await library.untilSays("selected count", "1 selected");
    await library.pressPart("bulk's button", "Copy");
    const [text, rich] = [await library.copied(), await library.copiedRich()];
    for (const part of [WORDS, "Ask him again.", "Liv Andersen", "The Harbour Post", `${STORIES.nested}#:~:text=`]) {
      expect(text).toContain(part);
      expect(rich).toContain(part);
    }
    expect(rich).toMatch(/<a href="http[^"]*#:~:text=/);
    await library.untilSays("last change", /^1 .*copied/);
  });

  test("what somebody said is copied from the page of its article, with who said it", async () => {
    const { reader, library } = world();
    await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");
    await library.open();
    await library.untilSays("note", /a matter for next week/);
    await library.pressPart("note");
    await library.untilSays("statement", new RegExp(WORDS));
    await library.catchCopies();
    const at = (await library.texts("statement")).findIndex((text) => text.includes(WORDS));
    await library.pressNth("copy the statement", at);
    expect((await library.copied()).split("\n")).toEqual([
      expect.stringMatching(/^“I regret the coffee.?” — Edvard Moen/),
      expect.stringMatching(/^Liv Andersen, “Mayor denies .*”, The Harbour Post, April 2, 1998$/),
      expect.stringContaining(`${STORIES.nested}#:~:text=`),
    ]);
    await library.untilSays("last change", "Copied");
  });

  test("a passage opens in the tab that has its article already, at another address too", async () => {
    const { browser, reader, library } = world();
    await reader.read(STORIES.nested);
    await reader.highlight(WORDS);
    const elsewhere = await browser.evaluate(() => `${location.origin}${location.pathname}?utm_source=letter`, null);
    await library.open();
    const tabs = await browser.inExtension(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: Api };
      await chrome.tabs.create({ url, active: false });
      return (await chrome.tabs.query({})).length;
    }, elsewhere);
    await library.untilSays("note", new RegExp(WORDS));
    await library.pressPart("note");
    await library.untilSays("pane's heading", /Mayor/);
    await library.pressPart("open at the passage");
    await until("the passage in the tab that has it", () =>
      browser.inExtension(async (url) => {
        const { chrome } = globalThis as unknown as { chrome: Api };
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        if (tab?.id === undefined || tab.url !== url) return false;
        const [seen] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => scrollY });
        return Number(seen?.result ?? 0) > 0;
      }, elsewhere),
    );
    // No other tab was opened; the driver's own comes to the front again.
    const left = await browser.inExtension(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: Api };
      const all = await chrome.tabs.query({});
      const home = all.find((tab) => tab.url?.includes("/library/library.html"));
      if (home?.id !== undefined) await chrome.tabs.update(home.id, { active: true });
      for (const tab of all) if (tab.id !== undefined && tab.url === url) await chrome.tabs.remove(tab.id);
      return all.length;
    }, elsewhere);
    expect(left).toBe(tabs);
  });
});
