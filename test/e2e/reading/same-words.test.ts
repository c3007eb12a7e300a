import { describe, expect, test } from "vitest";
import { BROWSERS, useWorld } from "../harness.ts";

const PATH = "/ferry.html";
const WORDS = "the last ferry";
const PAGE = `<!doctype html><html lang="en"><head><title>The ferry</title></head><body>
<p>Nobody on the quay had seen the last ferry leave, and nobody had asked for it.</p></body></html>`;

describe.each(BROWSERS)("words that are highlighted already, in %s", (name) => {
  const world = useWorld({ name, pages: new Map([[PATH, PAGE]]) });
  const colours = async (): Promise<string[]> => (await world().reader.saved()).map(({ body }) => body.colour);
  const highlightAgain = async (words: string): Promise<void> => {
    const { reader, overlay } = world();
    await reader.select(words);
    await reader.pressHighlight();
    await overlay.untilToast("Already highlighted.");
  };

  test("are not highlighted a second time by the shortcut, which says so", async () => {
    const { reader } = world();
    await reader.open(PATH);
    await reader.highlight(WORDS);
    await reader.untilSaved(1);
    await highlightAgain(` ${WORDS} `);
    expect(await colours()).toEqual(["yellow"]);
    expect(await reader.paintedIn("yellow")).toHaveLength(1);
  });

  test("take the colour that is chosen for them, which can be undone, and keep it from the shortcut", async () => {
    const { browser, reader, overlay } = world();
    await reader.select(WORDS);
    await overlay.pressPart("toolbar's green");
    await reader.untilColour(WORDS, "green");
    await overlay.press("✕");
    await highlightAgain(WORDS);
    expect(await colours()).toEqual(["green"]);
    await overlay.focus("toast's button");
    await browser.press("Control+z");
    await reader.untilColour(WORDS, "yellow");
  });

  test("open for their note", async () => {
    const { browser, reader, overlay } = world();
    await overlay.writeOn(WORDS);
    await browser.type("whose");
    await browser.press("Escape");
    await reader.untilNote(WORDS, "whose");
    expect(await colours()).toEqual(["yellow"]);
  });

  test("are known by a reader that the shortcut has just brought to the page", async () => {
    const { browser } = world();
    await browser.reload();
    await highlightAgain(WORDS);
    expect(await colours()).toEqual(["yellow"]);
  });

  test("are highlighted anew with a word more or less", async () => {
    const { reader } = world();
    await reader.highlight(`${WORDS} leave`);
    await reader.untilSaved(2);
    await reader.highlight("last ferry");
    await reader.untilSaved(3);
  });
});
