import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { overlayTexts, writeOn } from "../pages/editor.ts";
import { BROWSERS, paintedTexts, pressInOverlay, useWorld, clickInOverlay } from "../harness.ts";

const PATH = "/ferry.html";
const WORDS = "the last ferry";
const PAGE = `<!doctype html><html lang="en"><head><title>The ferry</title></head><body>
<p>Nobody on the quay had seen the last ferry leave, and nobody had asked for it.</p></body></html>`;

const coloursOf = async (browser: BrowserDriver): Promise<string[]> =>
  (await savedNotes(browser)).map(({ body }) => body.colour);
const highlight = async (browser: BrowserDriver, words: string): Promise<void> => {
  await selectWords(browser, words);
  await browser.shortcut("highlight", "Alt+J");
};
const untilSaid = (browser: BrowserDriver): Promise<unknown> =>
  until("the word of it", async () =>
    (await overlayTexts(browser, ".toast span")).includes("These words are highlighted already."),
  );

describe.each(BROWSERS)("words that are highlighted already, in %s", (name) => {
  const world = useWorld({ name, pages: new Map([[PATH, PAGE]]) });

  test("are not highlighted a second time by the shortcut, which says so", async () => {
    const { browser, site } = world();
    await browser.goto(`${site.origin}${PATH}`);
    await highlight(browser, WORDS);
    await until("the mark", async () => (await coloursOf(browser)).length === 1);
    await highlight(browser, ` ${WORDS} `);
    await untilSaid(browser);
    expect(await coloursOf(browser)).toEqual(["yellow"]);
    expect((await paintedTexts(browser))["sourceline-yellow"]).toHaveLength(1);
  });

  test("take the colour that is chosen for them, which can be undone, and keep it from the shortcut", async () => {
    const { browser } = world();
    await selectWords(browser, WORDS);
    await clickInOverlay(browser, ".toolbar [data-colour=green]");
    await until("the colour", async () => (await coloursOf(browser)).join() === "green");
    await pressInOverlay(browser, "✕");
    await highlight(browser, WORDS);
    await untilSaid(browser);
    expect(await coloursOf(browser)).toEqual(["green"]);
    await browser.inOverlay((overlay) => overlay.querySelector<HTMLElement>(".toast button")?.focus(), null);
    await browser.press("Control+z");
    await until("the colour before", async () => (await coloursOf(browser)).join() === "yellow");
  });

  test("open for their note", async () => {
    const { browser } = world();
    await writeOn(browser, WORDS);
    await browser.type("whose");
    await browser.press("Escape");
    await until("the note", async () => (await savedNotes(browser))[0]?.body.note === "whose");
    expect(await coloursOf(browser)).toEqual(["yellow"]);
  });

  test("are known by a reader that the shortcut has just brought to the page", async () => {
    const { browser } = world();
    await browser.reload();
    await highlight(browser, WORDS);
    await untilSaid(browser);
    expect(await coloursOf(browser)).toEqual(["yellow"]);
  });

  test("are highlighted anew with a word more or less", async () => {
    const { browser } = world();
    await highlight(browser, `${WORDS} leave`);
    await until("the longer mark", async () => (await coloursOf(browser)).length === 2);
    await highlight(browser, "last ferry");
    await until("the shorter mark", async () => (await coloursOf(browser)).length === 3);
  });
});
