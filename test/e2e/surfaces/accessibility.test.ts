import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrast, LEGIBLE, over } from "../../../src/reading/contrast.ts";
import { parseColour } from "../../../src/reading/css-colour.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { centreOf, savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { BROWSERS, paintedTexts, pressInOverlay, read, root, useWorld, clickInOverlay } from "../harness.ts";
import { HOST } from "../../../extension/reader/overlay/offer.ts";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** Texts in the overlay that are hard to read: axe leaves contrast in the browser's top layer undecided. */
async function faintTexts(browser: BrowserDriver): Promise<string[]> {
  const texts = await browser.inOverlay((overlay) => {
    const view = overlay.ownerDocument.defaultView!;
    const backgroundsOf = (element: Element | null): string[] =>
      element === null ? [] : [view.getComputedStyle(element).backgroundColor, ...backgroundsOf(element.parentElement)];
    return [...overlay.querySelectorAll<HTMLElement>(".panel *")]
      .filter((element) => {
        const isField = element.matches("textarea, input");
        const isSeen = element.checkVisibility() && !element.matches(".unseen");
        return isSeen && (isField || [...element.childNodes].some((node) => node.nodeType === 3));
      })
      .map((element) => ({
        text: element.textContent || element.localName,
        colour: view.getComputedStyle(element).color,
        backgrounds: backgroundsOf(element),
      }));
  }, null);
  if (texts === null || texts.length === 0) throw new Error("the overlay shows no text");
  return texts.flatMap(({ text, colour, backgrounds }) => {
    const layers = backgrounds.map((css) => parseColour(css)!);
    const opaque = layers.findIndex(({ alpha }) => alpha === 1);
    if (opaque < 0) return [`${text}: nothing opaque behind it`];
    const behind = layers.slice(0, opaque).reduceRight((below, layer) => over(layer, below), layers[opaque]!);
    const ratio = contrast(parseColour(colour)!, behind);
    return ratio >= LEGIBLE ? [] : [`${text}: ${colour} has ${ratio.toFixed(2)}`];
  });
}

/** What is wrong inside the overlay: by axe, and by the contrast of its texts. */
async function violations(browser: BrowserDriver): Promise<string[]> {
  return [...(await faintTexts(browser)), ...(await axeViolations(browser))];
}

async function axeViolations(browser: BrowserDriver): Promise<string[]> {
  await browser.exposeOverlay();
  return browser.evaluate(
    async (host) => {
      type Found = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
      type Axe = { run(context: unknown): Promise<Found & { passes: unknown[] }> };
      const context = { fromShadowDom: [`[${host}]`, "div[lang]"] };
      const found = await (globalThis as unknown as { axe: Axe }).axe.run({ include: [context] });
      if (found.passes.length < 5) throw new Error(`axe looked at ${found.passes.length} rules only`);
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
      );
    },
    HOST,
    axe,
  );
}

const isShown = (browser: BrowserDriver, selector: string): Promise<boolean | null> =>
  browser.inOverlay((overlay, wanted) => overlay.querySelector(wanted) !== null, selector);

/** The label of what has the focus in the overlay. */
const focusedLabel = (browser: BrowserDriver): Promise<string | null> =>
  browser.inOverlay((overlay) => {
    const element = overlay.activeElement;
    return element === null ? null : element.getAttribute("aria-label") || element.textContent || element.localName;
  }, null);

/** What screen readers were told last. */
const spoken = (browser: BrowserDriver): Promise<string | null> =>
  browser.inOverlay(
    (overlay) => [...overlay.querySelectorAll("[aria-live]")].map((region) => region.textContent).join(" "),
    null,
  );

/** Puts what nobody could read or name into the overlay. */
const spoil = (browser: BrowserDriver): Promise<null> =>
  browser.inOverlay((overlay) => {
    const panel = overlay.querySelector(".panel")!;
    panel.append(panel.ownerDocument.createElement("button"));
    const text = panel.ownerDocument.createElement("p");
    text.textContent = "grey on grey";
    text.setAttribute("style", "color: #999; background: #888");
    panel.append(text);
    return null;
  }, null);

const LOOKS = ["light", "dark", "forced"] as const;

describe.each(BROWSERS)("the overlay in %s", (name) => {
  const world = useWorld({ name });

  test.each(LOOKS)("has no accessibility violation, %s", async (look) => {
    const { browser } = world();
    await browser.setForcedColours(look === "forced");
    await browser.setColourScheme(look === "dark" ? "dark" : "light");
    await read(world(), STORIES.nested);
    expect(await browser.evaluate(() => matchMedia("(forced-colors: active)").matches, null)).toBe(look === "forced");

    await selectWords(browser, "a matter for next week");
    await until("the toolbar", () => isShown(browser, ".toolbar"));
    expect(await violations(browser), "toolbar").toEqual([]);

    await pressInOverlay(browser, "Note");
    await until("the editor", () => isShown(browser, ".editor textarea"));
    expect(await violations(browser), "editor").toEqual([]);

    await pressInOverlay(browser, "Delete");
    await until("the toast", () => isShown(browser, ".toast"));
    expect(await violations(browser), "toast").toEqual([]);

    const { x, y } = await centreOf(browser, "Moen");
    await browser.click(x, y);
    await until("the card", () => isShown(browser, ".card"));
    await browser.inOverlay((overlay) => overlay.querySelector("details")?.setAttribute("open", ""), null);
    expect(await violations(browser), "card").toEqual([]);

    const words = ["a matter for next week", "for next week"];
    for (const text of words) {
      await selectWords(browser, text);
      await browser.shortcut("highlight", "Alt+J");
      await until("the mark", async () =>
        Object.values(await paintedTexts(browser)).some((ranges) => ranges.some((range) => range.text === text)),
      );
    }
    const shared = await centreOf(browser, "for next week");
    await browser.click(shared.x, shared.y);
    await until("the list", () => isShown(browser, ".card .marks"));
    expect(await violations(browser), "list of marks").toEqual([]);
    await clickInOverlay(browser, ".marks button");
    await until("the editor", () => isShown(browser, ".editor .around .marks"));
    expect(await violations(browser), "editor of one of several").toEqual([]);
    await browser.setForcedColours(false);
    await browser.setColourScheme("light");
  });

  test("what is wrong in the closed tree is seen", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await selectWords(browser, "a matter for next week");
    await until("the toolbar", () => isShown(browser, ".toolbar"));
    await spoil(browser);
    const found = (await violations(browser)).map((violation) => violation.split(":")[0]);
    expect(found).toEqual(expect.arrayContaining(["button-name", "grey on grey"]));
  });

  test("a mark is made, written on, recoloured, deleted and brought back by keyboard, and each is announced", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await selectWords(browser, "regret the coffee");
    await until("the toolbar", () => isShown(browser, ".toolbar"));
    await until("the way in", async () => (await spoken(browser))?.includes("F6"));

    await browser.press("F6");
    expect(await focusedLabel(browser)).toBe("Key point (yellow)");
    await browser.press("ArrowRight");
    expect(await focusedLabel(browser)).toBe("Claim (green)");
    await browser.press("F6");
    expect(await focusedLabel(browser)).toBeNull();
    await browser.press("F6");
    for (const label of ["Claim (green)", "Quote (blue)", "Check this (pink)", "Note"]) {
      await browser.press("ArrowRight");
      expect(await focusedLabel(browser)).toBe(label);
    }
    await browser.press("Enter");
    await until("the editor", () => isShown(browser, ".editor textarea"));
    await until("the word of it", async () => (await spoken(browser))?.includes("regret the coffee"));
    await browser.type("By keyboard");
    await until("the note", async () => (await savedNotes(browser))[0]?.body.note === "By keyboard");

    for (let i = 0; i < 12 && (await focusedLabel(browser)) !== "Check this (pink)"; i += 1) await browser.press("Tab");
    await browser.press("Enter");
    await until("the colour", async () => (await savedNotes(browser))[0]?.body.colour === "pink");
    await until("the word of it", async () => /pink/i.test((await spoken(browser)) ?? ""));

    for (let i = 0; i < 12 && (await focusedLabel(browser)) !== "Delete"; i += 1) await browser.press("Tab");
    await browser.press("Enter");
    await until("the toast", () => isShown(browser, ".toast"));
    await until("the word of it", async () => (await spoken(browser))?.includes("Highlight deleted"));
    expect(await focusedLabel(browser)).toBeNull();
    await browser.press("F6");
    expect(await focusedLabel(browser)).toBe("Undo");
    await browser.press("Enter");
    await until("the mark to come back", async () => (await paintedTexts(browser))["sourceline-pink"] ?? null);
  });

  test("the Tab key goes round in a dialog, and Escape gives the focus back to the page", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await browser.evaluate(() => document.querySelector("a")?.focus(), null);
    await selectWords(browser, "I regret the coffee");
    await browser.shortcut("highlight-and-note", "Alt+Shift+J");
    await until("the editor", () => isShown(browser, ".editor textarea"));
    const seen = new Set<string | null>();
    for (let i = 0; i < 14; i += 1) {
      seen.add(await focusedLabel(browser));
      await browser.press("Tab");
    }
    expect(seen).not.toContain(null);
    expect([...seen]).toEqual(expect.arrayContaining(["Delete", "Done", "Key point (yellow)"]));
    await browser.press("Escape");
    await until("the editor to go", async () => !(await isShown(browser, ".editor")));
    expect(await browser.evaluate(() => document.activeElement?.localName, null)).toBe("a");
  });

  test("a toast waits while the focus is on it", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await browser.shortcut("highlight", "Alt+J");
    await until("the toast", () => isShown(browser, ".toast"));
    await browser.press("F6");
    await new Promise((resolve) => setTimeout(resolve, 8_500));
    expect(await isShown(browser, ".toast")).toBe(true);
    await browser.press("Escape");
    await until("the toast to go", async () => !(await isShown(browser, ".toast")));
  });
});
