import { describe, expect, test } from "vitest";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld, type World } from "../harness.ts";

const NAME = "Johanna Brandt";
const MARKED = "contradicting the minutes";

/** What a page may do to the marks on it, as its script. */
const ROBBERIES: Readonly<Record<string, () => void>> = {
  "clears the registry": () => CSS.highlights.clear(),
  "clears the registry in a loop": () => {
    const started = performance.now();
    const timer = setInterval(() => {
      CSS.highlights.clear();
      if (performance.now() - started > 1_500) clearInterval(timer);
    }, 1);
  },
  "takes its entries out one by one": () => {
    for (const [key] of CSS.highlights) CSS.highlights.delete(key);
  },
  "puts others in their places": () => {
    for (const [key] of CSS.highlights) CSS.highlights.set(key, new Highlight());
  },
  "empties them": () => {
    for (const [, highlight] of CSS.highlights) highlight.clear();
  },
  "takes a range out of each": () => {
    for (const [, highlight] of CSS.highlights) highlight.delete([...highlight][0]!);
  },
};

describe.each(BROWSERS)("marks in %s", (name) => {
  const world = useWorld({ name });

  /** The sample story, read and with a highlight of the user's. */
  async function visit(): Promise<World> {
    const { reader } = world();
    await reader.read(STORIES.nested);
    if ((await reader.saved()).length === 0) await reader.highlight(MARKED);
    await reader.untilNames(NAME);
    await reader.untilMarked(MARKED);
    return world();
  }

  test("stay as they are on a page that lets them be", async () => {
    const { browser } = await visit();
    const isSame = await browser.evaluate(async () => {
      const before = [...CSS.highlights];
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return before.length > 3 && before.every(([key, highlight]) => CSS.highlights.get(key) === highlight);
    }, null);
    expect(isSame).toBe(true);
  });

  test.each(Object.entries(ROBBERIES))("are back within a second where the page %s", async (_, rob) => {
    const { browser, reader } = await visit();
    const before = await reader.layers();
    await browser.evaluate(rob, null);
    // A loop goes on for so long; the others are over.
    await reader.wait(rob === ROBBERIES["clears the registry in a loop"] ? 2_500 : 1_000);
    expect(await reader.layers()).toEqual(before);
  });

  test("are back where the page has hidden the registry from itself", async () => {
    const { browser } = await visit();
    const isBack = await browser.evaluate(async () => {
      const registry = CSS.highlights;
      const before = [...registry].map(([key, { size }]) => `${key} ${size}`);
      registry.clear();
      Object.defineProperty(CSS, "highlights", { value: new Map(), configurable: true });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      Object.defineProperty(CSS, "highlights", { value: registry, configurable: true });
      return before.every((entry) => [...registry].some(([key, { size }]) => entry === `${key} ${size}`));
    }, null);
    expect(isBack).toBe(true);
  });

  test("are hidden and shown again at once by the shortcut, and stay hidden", async () => {
    const { browser, reader } = await visit();
    await browser.evaluate(() => CSS.highlights.clear(), null);
    await reader.toggle();
    await reader.wait(1_000);
    expect(await reader.paintedNames()).toEqual([]);
    expect(await reader.marks()).toEqual([MARKED]);
    await browser.evaluate(() => CSS.highlights.clear(), null);
    await reader.toggle();
    await reader.untilNames(NAME);
    await reader.untilMarked(MARKED);
  });
});
