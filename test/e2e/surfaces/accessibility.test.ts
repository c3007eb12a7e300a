import { HOST } from "../../../extension/reader/overlay/host-name.ts";
import { describe, expect, test } from "vitest";
import { contrast, LEGIBLE, over } from "../../../src/reading/contrast.ts";
import { parseColour } from "../../../src/reading/css-colour.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { axe, LOOKS, runAxe } from "../pages/axe.ts";
import type { Overlay } from "../pages/overlay.ts";
import { BROWSERS, useWorld, type World } from "../harness.ts";

/** Texts in the overlay that are hard to read: axe leaves contrast in the browser's top layer undecided. */
async function faintTexts(overlay: Overlay): Promise<string[]> {
  const texts = await overlay.colours();
  if (texts.length === 0) throw new Error("the overlay shows no text");
  return texts.flatMap(({ text, colour, backgrounds }) => {
    const layers = backgrounds.map((css) => parseColour(css)!);
    const opaque = layers.findIndex(({ alpha }) => alpha === 1);
    if (opaque < 0) return [`${text}: nothing opaque behind it`];
    const behind = layers.slice(0, opaque).reduceRight((below, layer) => over(layer, below), layers[opaque]!);
    const ratio = contrast(parseColour(colour)!, behind);
    return ratio >= LEGIBLE ? [] : [`${text}: ${colour} has ${ratio.toFixed(2)}`];
  });
}

/** What is wrong inside the overlay: by axe, and by the contrast of its texts, in the private frame too. */
async function violations({ browser, overlay }: World): Promise<string[]> {
  const faint = await faintTexts(overlay);
  await browser.exposeOverlay();
  return [...faint, ...(await browser.evaluate(runAxe, { part: [`[${HOST}]`, "div[lang]"], rules: 5 }, axe))];
}

const COPY_PATH = "/copy.html";

describe.each(BROWSERS)("the overlay in %s", (name) => {
  const pages = new Map<string, string>();
  const world = useWorld({ name, pages });

  /** The private frame as it stands there: no script runs in it, so axe looks at a copy. */
  const copyOfFrame = async (): Promise<string> =>
    (await world().browser.inPrivateFrame(({ documentElement: { lang, dir }, documentElement }) => {
      const inside = documentElement.getHTML();
      return `<!doctype html><html lang="${lang}" dir="${dir}">${inside}</html>`;
    }, null)) ?? "";
  /** What axe finds wrong with a copy of the private frame. */
  async function violationsOf(copy: string): Promise<string[]> {
    const { browser, reader } = world();
    pages.set(COPY_PATH, copy);
    await reader.open(COPY_PATH);
    return browser.evaluate(runAxe, { part: ["main"], rules: 5 }, axe);
  }

  test.each(LOOKS)("has no accessibility violation, %s", async (look) => {
    const { browser, reader, overlay } = world();
    await reader.look(look);
    await reader.read(STORIES.nested);
    expect(await browser.evaluate(() => matchMedia("(forced-colors: active)").matches, null)).toBe(look === "forced");
    const copies = new Map<string, string>();

    await reader.select("a matter for next week");
    await overlay.untilShown("toolbar");
    expect(await violations(world()), "toolbar").toEqual([]);

    await overlay.press("Note");
    await overlay.untilShown("note's field");
    expect(await violations(world()), "editor").toEqual([]);
    copies.set("editor", await copyOfFrame());

    await overlay.press("Delete");
    await overlay.untilShown("toast");
    expect(await violations(world()), "toast").toEqual([]);

    await overlay.openCardOf("Moen");
    await overlay.unfold();
    await overlay.untilShown("buttons for notes on the name");
    expect(await violations(world()), "card").toEqual([]);
    copies.set("notes on the name", await copyOfFrame());

    for (const words of ["a matter for next week", "for next week"]) {
      await reader.highlight(words);
      await reader.untilMarked(words);
    }
    await reader.click("for next week");
    await overlay.untilShown("list's title");
    expect(await violations(world()), "list of marks").toEqual([]);
    copies.set("list of marks", await copyOfFrame());
    await overlay.pressPart("highlight");
    await overlay.untilShown("highlights around");
    expect(await violations(world()), "editor of one of several").toEqual([]);
    copies.set("editor of one of several", await copyOfFrame());
    for (const [what, copy] of copies) expect(await violationsOf(copy), what).toEqual([]);
    await reader.look("light");
  });

  test("what is wrong in the closed tree is seen", async () => {
    const { reader, overlay } = world();
    await reader.read(STORIES.nested);
    await reader.select("a matter for next week");
    await overlay.untilShown("toolbar");
    await overlay.spoil();
    const found = (await violations(world())).map((violation) => violation.split(":")[0]);
    expect(found).toEqual(expect.arrayContaining(["button-name", "grey on grey"]));
  });

  test("what is wrong in the private frame is seen", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await overlay.writeOn("Nobody asked me about the piles");
    await browser.inPrivateFrame((frame) => {
      const text = frame.createElement("p");
      text.textContent = "grey on grey";
      text.setAttribute("style", "color: #999; background: #888");
      frame.querySelector("main")!.append(frame.createElement("button"), text);
    }, null);
    expect((await faintTexts(overlay)).join()).toContain("grey on grey");
    expect((await violationsOf(await copyOfFrame())).join()).toContain("button-name");
  });

  test("a mark is made, written on, recoloured, deleted and brought back by keyboard, and each is announced", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await reader.select("regret the coffee");
    await overlay.untilShown("toolbar");
    await overlay.untilSpoken(/F6/);

    await browser.press("F6");
    expect(await overlay.focusedLabel()).toBe("Key point (yellow)");
    await browser.press("ArrowRight");
    expect(await overlay.focusedLabel()).toBe("Claim (green)");
    await browser.press("F6");
    expect(await overlay.focusedLabel()).toBeNull();
    await browser.press("F6");
    for (const label of ["Claim (green)", "Quote (blue)", "Check this (pink)", "Note"]) {
      await browser.press("ArrowRight");
      expect(await overlay.focusedLabel()).toBe(label);
    }
    await browser.press("Enter");
    await overlay.untilShown("note's field");
    await overlay.untilSpoken(/regret the coffee/);
    await browser.type("By keyboard");
    await reader.untilNote("regret the coffee", "By keyboard");

    await overlay.tabTo("Check this (pink)");
    await browser.press("Enter");
    await reader.untilColour("regret the coffee", "pink");
    await overlay.untilSpoken(/pink/i);

    await overlay.tabTo("Delete");
    await browser.press("Enter");
    await overlay.untilShown("toast");
    await overlay.untilSpoken(/Highlight deleted/);
    expect(await overlay.focusedLabel()).toBeNull();
    await browser.press("F6");
    expect(await overlay.focusedLabel()).toBe("Undo");
    await browser.press("Enter");
    await reader.untilPainted("pink");
  });

  test("the Tab key goes round in a dialog, and Escape gives the focus back to the page", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await browser.evaluate(() => document.querySelector("a")?.focus(), null);
    await overlay.writeOn("I regret the coffee");
    const seen = new Set<string | null>();
    for (let i = 0; i < 14; i += 1) {
      seen.add(await overlay.focusedLabel());
      await browser.press("Tab");
    }
    expect(seen).not.toContain(null);
    expect([...seen]).toEqual(expect.arrayContaining(["Delete", "Done", "Key point (yellow)"]));
    await browser.press("Escape");
    await overlay.untilGone("editor");
    // What the private frame says of Escape reaches the page a moment later.
    await until("the focus on the link", async () => (await reader.focusedElement()) === "a");
  });

  test("a toast waits while the focus is on it", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await reader.pressHighlight();
    await overlay.untilShown("toast");
    await browser.press("F6");
    await reader.wait(8_500);
    expect(await overlay.shows("toast")).toBe(true);
    await browser.press("Escape");
    await overlay.untilGone("toast");
  });
});
