import { describe, expect, test } from "vitest";
import { listSources } from "../../../src/reading/names.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld, type World } from "../harness.ts";

/** How many statements each source of a story has. */
async function said({ reader }: World, name: string): Promise<number> {
  const { analysis } = await reader.finished();
  return listSources(analysis!).find((source) => source.name === name)?.statements.length ?? 0;
}

describe.each(BROWSERS)("names without a mouse in %s", (name) => {
  const world = useWorld({ name });

  /** Goes to the names with nothing open, and on until one is offered. */
  async function goTo(wanted: string): Promise<void> {
    const { browser, overlay } = world();
    await browser.press("F6");
    await overlay.untilShown("offer of a card");
    for (let i = 0; i < 20 && (await overlay.textOf("name that is offered")) !== wanted; i += 1) {
      await browser.press("ArrowRight");
    }
    expect(await overlay.textOf("name that is offered")).toBe(wanted);
    await until("the focus", async () => (await overlay.focusedLabel()) === "Open card");
  }

  test("F6 leads to the first name in view, the arrow keys on and back, Enter opens its card, Escape leads back", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.quotes);
    await reader.untilNames("Marit Sand");
    await goTo("Marit Sand");
    await overlay.untilSpoken(/Marit Sand, Person, name \d+ of \d+/);
    await browser.press("ArrowRight");
    expect(await overlay.textOf("name that is offered")).toBe("Skarholm");
    await browser.press("ArrowLeft");
    await until("the focus", async () => (await overlay.focusedLabel()) === "Open card");
    await browser.press("Enter");
    await overlay.untilShown("card");
    expect(await overlay.textOf("card's title")).toBe("Marit Sand");
    await browser.press("Escape");
    await overlay.untilGone("card");
    await browser.press("F6");
    await overlay.untilShown("offer of a card");
    // From here the key is the browser's.
    await browser.press("F6");
    await overlay.untilGone("offer of a card");
  });

  test("a card stays as it was opened, where nothing is kept on its name", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.quotes);
    await reader.untilNames("Marit Sand");
    await overlay.openCardOf("Marit Sand");
    await overlay.untilSays("buttons for notes on the name", /Marit Sand/);
    await browser.press("Escape");
    await overlay.untilGone("card");
    await browser.inOverlay((tree) => {
      const heights = new Set<string>();
      const { MutationObserver } = tree.ownerDocument.defaultView!;
      new MutationObserver(() => {
        const height = tree.querySelector<HTMLElement>(".card .slot")?.style.getPropertyValue("--height");
        if (height) heights.add(height);
        tree.querySelector("style, link")?.setAttribute("data-heights", [...heights].join(" "));
      }).observe(tree, { subtree: true, childList: true, attributes: true, attributeFilter: ["style"] });
      return null;
    }, null);
    await overlay.openCardOf("Ole Brekke");
    await overlay.untilSays("buttons for notes on the name", /Ole Brekke/);
    const heights = await browser.inOverlay(
      (tree) => tree.querySelector("[data-heights]")?.getAttribute("data-heights"),
      null,
    );
    expect(heights?.split(" ")).toHaveLength(1);
  });

  test("from the names, N goes to the highlights and on, the arrow keys back, and Enter opens one", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.quotes);
    await reader.untilNames("Marit Sand");
    for (const words of ["They were blue with cold", "That is the honest truth"]) await reader.highlight(words);
    await browser.evaluate(() => scrollTo(0, 0), null);
    await goTo("Marit Sand");
    const goOn = async (key: string, place: RegExp): Promise<string> => {
      await browser.press(key);
      await overlay.untilSays("place among the highlights", place);
      await until("the focus", async () => (await overlay.focusedLabel()) === "Open");
      return overlay.textOf("place among the highlights");
    };
    // The first is the one below the middle of the window.
    const [first, second] = [await goOn("n", /^Highlight . of 2$/), await goOn("n", /^Highlight . of 2$/)];
    expect([first, second].toSorted()).toEqual(["Highlight 1 of 2", "Highlight 2 of 2"]);
    await goOn("ArrowLeft", new RegExp(`^${first}$`));
    await browser.press("Enter");
    await overlay.untilShown("note's field");
    expect(await overlay.textOf("words of the highlight")).toContain(
      first === "Highlight 1 of 2" ? "They were blue with cold" : "That is the honest truth",
    );
    await browser.press("Escape");
  });

  // In Firefox the command has no keys of its own, and nothing else can raise it.
  if (name === "chromium") {
    test("the command for the next name says so where none is shown", async () => {
      const { browser, reader, overlay } = world();
      await reader.open("/index.html");
      await browser.shortcut("next-name", "");
      await overlay.untilSays("toast's words", "No names are shown on this page.");
    });
  }

  test("a statement is given to somebody else, and a name put right, by keyboard alone", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.quotes);
    await reader.untilNames("Marit Sand");
    const before = await said(world(), "Marit Sand");
    await goTo("Marit Sand");
    await browser.press("Enter");
    await overlay.untilShown("card");
    await overlay.tabTo("Said by someone else …");
    await browser.press("Enter");
    await until("the list", async () => (await overlay.focusedLabel())?.includes("Ole Brekke") === true);
    await browser.type("Ole");
    await overlay.tabTo("Change");
    await browser.press("Enter");
    await reader.reported("one statement less", ({ analysis }) =>
      listSources(analysis!).some(
        ({ name: who, statements }) => who === "Marit Sand" && statements.length === before - 1,
      ),
    );
    await browser.press("F6");
    expect(await overlay.focusedLabel()).toBe("Undo");
    await browser.press("Enter");
    await until("what it was", async () => (await said(world(), "Marit Sand")) === before);

    await goTo("Marit Sand");
    await browser.press("Enter");
    await overlay.untilShown("card");
    await overlay.tabTo("Not right?");
    await browser.press("Enter");
    await overlay.tabTo("Not a person");
    await browser.press("Enter");
    await reader.untilNotPainted("speaker", "Marit Sand");
    await browser.press("F6");
    await browser.press("Enter");
    await reader.untilPainted("speaker", "Marit Sand");
  });

  test("a name in a link is offered its card by mouse and by focus, and its click stays the link's", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.quotes);
    await reader.untilNames("Astrid Lunde");
    await reader.hover("Astrid Lunde");
    await overlay.untilShown("offer of a card");
    expect(await overlay.textOf("name that is offered")).toBe("Astrid Lunde");
    await browser.hover(3, 3);
    await overlay.untilGone("offer of a card");
    await reader.hover("Astrid Lunde");
    await overlay.untilShown("offer of a card");
    await overlay.press("Open card");
    await overlay.untilShown("card");
    expect(await overlay.textOf("card's title")).toBe("Astrid Lunde");
    await browser.press("Escape");

    await browser.hover(3, 3);
    await browser.evaluate(() => document.querySelector<HTMLElement>("article a")?.focus(), null);
    await overlay.untilShown("offer of a card");
    await browser.press("F6");
    expect(await overlay.focusedLabel()).toBe("Open card");
    await browser.press("Enter");
    await overlay.untilShown("card");
    await browser.press("Escape");

    await reader.click("Astrid Lunde");
    await reader.reported("the other story", ({ address }) => address.includes("mayor-denies"));
  });
});
