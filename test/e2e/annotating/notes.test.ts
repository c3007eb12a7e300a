import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

describe.each(BROWSERS)("notes in %s", (name) => {
  const world = useWorld({ name });

  test("a selection is highlighted from the toolbar and found again after a reload", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.wire);
    await reader.select("Eleven people have been hurt");
    await overlay.press("Claim (green)");
    await reader.untilSaved(1);
    const [note] = await reader.saved();
    expect(note?.target.selectors.quote.exact).toBe("Eleven people have been hurt");
    expect(note?.body).toEqual({ colour: "green", note: "", tags: [] });
    await browser.reload();
    await reader.finished();
    await reader.untilMarkedOnly("Eleven people have been hurt");
    expect(await reader.layerNames()).toContain("sourceline-green");
  });

  test("the shortcut writes a note that is saved as it is typed", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await overlay.writeOn("a matter for next week");
    await browser.type("Check the letter");
    await reader.untilSomeNote("Check the letter");
    await browser.press("Escape");
    await overlay.untilGone("editor");
  });

  test("a click on a mark opens it; deleting it can be undone", async () => {
    const { reader, overlay } = world();
    await reader.read(STORIES.nested);
    await reader.untilPainted("yellow");
    await reader.click("a matter for next week");
    expect(await overlay.textOf("note as it reads")).toBe("Check the letter");
    await overlay.press("Delete");
    await reader.untilNotPainted("yellow");
    await overlay.press("Undo");
    await reader.untilPainted("yellow");
    expect((await reader.saved()).some(({ body }) => body.note === "Check the letter")).toBe(true);
  });

  test("the context menu highlights a selection", async () => {
    const { browser, reader } = world();
    await reader.read(STORIES.feature);
    await reader.select("Skerry Point is the third on the list");
    const point = await browser.evaluate(() => {
      const { left, top, height } = getSelection()!.getRangeAt(0).getClientRects()[0]!;
      return { x: left + 20, y: top + height / 2 };
    }, null);
    await browser.contextMenu(point.x, point.y, "highlight");
    await until("the note", async () =>
      (await reader.saved()).some(({ target }) => target.selectors.quote.exact.startsWith("Skerry Point is")),
    );
  });

  test("a page that is no article can be marked too", async () => {
    const { browser, reader } = world();
    await reader.open("/index.html");
    await reader.select("Sixty years after the lamp went electric");
    await reader.pressHighlight();
    await reader.untilPainted("yellow");
    expect(Object.keys(await reader.layers())).toEqual(["sourceline-yellow"]);
    await browser.reload();
    await reader.untilPainted("yellow");
    expect(Object.keys(await reader.layers())).toEqual(["sourceline-yellow"]);
  });

  test("a note survives a background that is ended while it is saved", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.feature);
    for (const words of [
      "The goats, she says, were eaten in 1870",
      "He wrote back that he was home",
      "They never did",
    ]) {
      await reader.select(words);
      const ended = browser.endBackground();
      await overlay.press("Check this (pink)");
      await ended;
      await until("the note", () => reader.noteOn(words));
    }
    const ids = (await reader.saved()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
