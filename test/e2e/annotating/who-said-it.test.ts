import { describe, expect, test } from "vitest";
import { listSources } from "../../../src/reading/names.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { BROWSERS, useWorld, type World } from "../harness.ts";

const WALL = "/1998/05/harbour-wall-gives-way-in-the-night.html";

const wall = (...paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour wall gives way in the night</title>
<meta property="og:type" content="article"></head><body><main><article><h1>Harbour wall gives way in the night</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}</article></main></body></html>`;

const FIRST =
  "The harbour wall of Port Amsel gave way on Sunday, the mayor, Edvard Moen, said. “We saw it coming for years,” Moen added.";
const REST = [
  "A police officer said three boats had been lost in the night. “Nobody was hurt,” said Ingrid Dahl, who keeps the lighthouse at the end of the wall.",
  "The harbour office said it would look into the stones that were used in the repairs of last autumn. Norway said it would send two ships with stone and cranes before the end of the week.",
  "The wall was built in the winter of 1911, when the fishing fleet was as large as it has ever been, and it was raised twice since.",
];
const pages = new Map([[WALL, wall(FIRST, ...REST)]]);

/** Who is listed with how many statements, as the page has it. */
async function sheet({ reader }: World): Promise<string[]> {
  const report = await reader.report();
  const analysis = report?.analysis ?? null;
  return analysis === null ? [] : listSources(analysis).map(({ name, statements }) => `${name}: ${statements.length}`);
}
const untilSheet = (world: World, expected: readonly string[]): Promise<unknown> =>
  until(expected.join(", "), async () => (await sheet(world)).join() === expected.join());

/** Once the first statement is the lighthouse keeper's. */
const GIVEN = ["Ingrid Dahl: 2", "Edvard Moen: 1", "A police officer: 1", "The harbour office: 1", "Norway: 1"];
const isOnList = async ({ overlay }: World): Promise<boolean> =>
  (await overlay.focusedLabel())?.startsWith("Choose") === true;
const untilList = (world: World): Promise<unknown> => until("the list", () => isOnList(world));
async function tabToList(world: World): Promise<void> {
  for (let i = 0; i < 24 && !(await isOnList(world)); i += 1) await world.browser.press("Tab");
  await untilList(world);
}

const BEFORE = ["Edvard Moen: 2", "A police officer: 1", "Ingrid Dahl: 1", "The harbour office: 1", "Norway: 1"];

describe.each(BROWSERS)("who said it, put right in %s", (name) => {
  const world = useWorld({ name, pages });
  const SAID_BY_OTHER = "Said by someone else …";

  test("on the card, by keyboard: a statement goes to another, at once and after the page has changed", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(WALL);
    expect(await sheet(world())).toEqual(BEFORE);
    await overlay.openCardOf("Edvard Moen");
    await overlay.tabTo(SAID_BY_OTHER);
    await browser.press("Enter");
    // The list of names has the focus, and goes by their first letters.
    await untilList(world());
    await browser.type("Ingrid");
    await overlay.tabTo("Change");
    await browser.press("Enter");
    await untilSheet(world(), GIVEN);
    await overlay.untilToast(/was said by Ingrid Dahl/);

    pages.set(
      WALL,
      wall(`The night was calm. ${FIRST.replace("gave way on Sunday", "gave way late on Sunday")}`, ...REST),
    );
    await reader.read(WALL);
    await untilSheet(world(), GIVEN);
    pages.set(WALL, wall(FIRST, ...REST));
    await reader.read(WALL);
    await untilSheet(world(), GIVEN);
  });

  test("undo and redo go back and forth, and the settings list it and take it back", async () => {
    const { reader, popup, options } = world();
    await reader.read(WALL);
    await popup.openOn("notes");
    await popup.untilUndoOffers(["Undo: correction"]);
    await popup.pressPart("undo");
    await untilSheet(world(), BEFORE);
    await popup.untilUndoOffers(["Redo: correction"]);
    await popup.pressPart("redo");
    await untilSheet(world(), GIVEN);
    await popup.close();
    await options.open();
    expect(await options.texts("what is corrected")).toEqual([
      expect.stringMatching(/^“The harbour wall of Port Amsel gave way on Sunday” was said by Ingrid Dahl/),
    ]);
    await options.takeBack(0);
    await options.untilCount("correction taken back", 1);
    await reader.read(WALL);
    expect(await sheet(world())).toEqual(BEFORE);
  });

  test("on the card: two are the same, and one is two", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(WALL);
    await overlay.openCardOf("A police officer");
    await overlay.press("Not right?");
    await tabToList(world());
    await browser.type("Ingrid");
    await overlay.tabTo("They are the same");
    await browser.press("Enter");
    await untilSheet(world(), ["Edvard Moen: 2", "Ingrid Dahl: 2", "The harbour office: 1", "Norway: 1"]);
    await overlay.press("Undo");
    await untilSheet(world(), BEFORE);

    await overlay.openCardOf("Edvard Moen");
    await overlay.press("Not right?");
    await overlay.tabTo("“Moen” is someone else");
    await browser.press("Enter");
    await untilSheet(world(), ["Edvard Moen: 1", "Moen: 1", ...BEFORE.slice(1)]);
    expect(await overlay.textOf("toast's words")).toContain("“Moen” is not “Edvard Moen”");
    await overlay.press("Undo");
    await untilSheet(world(), BEFORE);
  });

  test("a country that speaks is its government on its card, and a place where it is only named", async () => {
    const { reader, overlay } = world();
    await reader.read(WALL);
    await overlay.openCardOf("Norway");
    expect(await overlay.textOf("card")).toMatch(/^NorwayGovernment/);
  });

  test("in the sheet, by keyboard: a name of one's own, which the page never has", async () => {
    const { browser, reader, overlay, popup } = world();
    await reader.read(WALL);
    await popup.openOn("sources");
    await popup.tabTo(/^A police officer/);
    await browser.pressInPopup("Enter");
    await popup.tabTo(new RegExp(`^${SAID_BY_OTHER}$`));
    await browser.pressInPopup("Enter");
    await until("the field", async () => /^Who said it|^$/.test(await popup.focused()));
    await popup.fill("field for who said it", "Lars Moe");
    await browser.pressInPopup("Enter");
    await popup.untilSays("last change", /was said by Lars Moe/);
    await popup.untilSays("source", /^Lars Moe/);
    await popup.close();
    await untilSheet(world(), BEFORE.with(1, "Lars Moe: 1"));

    await overlay.openCardOf("A police officer");
    const card = await overlay.textOf("card");
    expect(card).toContain("You gave this name.");
    expect(card).not.toContain("Lars Moe");
    await overlay.press("✕");
  });

  test("in the sheet, by keyboard: nobody, two that are the same, and one that is two", async () => {
    const { browser, reader, popup } = world();
    await reader.read(WALL);
    await popup.openOn("sources");
    await popup.tabTo(/^Lars Moe/);
    await browser.pressInPopup("Enter");
    await popup.tabTo(new RegExp(`^${SAID_BY_OTHER}$`));
    await browser.pressInPopup("Enter");
    await until("the field", async () => /^Who said it|^$/.test(await popup.focused()));
    // The last of the list, one step back from the field.
    await browser.pressInPopup("ArrowUp");
    await browser.pressInPopup("Enter");
    await untilSheet(world(), BEFORE);
    await popup.untilSays("source", /^A police officer ?Speaker not named/);

    await popup.tabTo(/^Edvard Moen/);
    await browser.pressInPopup("Enter");
    await popup.tabTo(/^Not right\?$/);
    await browser.pressInPopup("Enter");
    await popup.tabTo(/^“Moen” is someone else$/);
    await browser.pressInPopup("Enter");
    await popup.untilSays("source", /^Moen/);
    await untilSheet(world(), ["Edvard Moen: 1", "Moen: 1", ...BEFORE.slice(1)]);
  });
});
