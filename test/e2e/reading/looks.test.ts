import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const words = (story: string): string => `The ${story} lamp was lit at dusk`;

/** Stories in colours of their own on one page, which says nothing of light or dark. */
const STORIES: readonly (readonly [story: string, style: string, layer: string])[] = [
  ["white", "background: white; color: #222", "sourceline-yellow"],
  ["black", "background: #111; color: #eee", "sourceline-yellow-dark"],
  ["grey", "background: white; color: #767676", "sourceline-yellow-light-text"],
  ["modern", "background: oklch(0.21 0.03 264); color: oklch(0.97 0 0)", "sourceline-yellow-dark"],
  ["veiled", "background: linear-gradient(navy, white); color: white", "sourceline-yellow-solid"],
  ["layered", "background: #111; color: #eee", "sourceline-yellow-dark"],
];

const page = `<!doctype html><html><head><title>Lamps</title>
<style>.night { background: #111; color: #eee } section { padding: 1em }</style></head><body>
${STORIES.map(([story, style]) => `<section style="${style}"><div style="background: rgb(128 128 128 / 5%)"><p>${words(story)}, as every night.</p></div></section>`).join("")}
<p>${words("switched")}, and the page with it.</p></body></html>`;

const pages = new Map([["/lamps.html", page]]);

describe.each(BROWSERS)("marks on the page's own colours in %s", (name) => {
  const world = useWorld({ name, pages });
  const layersOf = async (text: string): Promise<string[]> =>
    Object.entries(await world().reader.layers()).flatMap(([layer, ranges]) =>
      ranges.some((range) => range.text === text) ? [layer] : [],
    );

  test("each story has the look that its colours ask for", async () => {
    const { reader } = world();
    await reader.open("/lamps.html");
    for (const [story, , layer] of STORIES) {
      await reader.highlight(words(story));
      expect([story, await layersOf(words(story))]).toEqual([story, [layer]]);
    }
  });

  test("a page that is switched to dark changes the marks with it", async () => {
    const { browser, reader } = world();
    const text = words("switched");
    await reader.highlight(text);
    await until("the mark", async () => (await layersOf(text)).join() === "sourceline-yellow");
    await browser.evaluate(() => document.body.classList.add("night"), null);
    await until("the dark look", async () => (await layersOf(text)).join() === "sourceline-yellow-dark");
    await browser.evaluate(() => document.body.classList.remove("night"), null);
    await until("the light look", async () => (await layersOf(text)).join() === "sourceline-yellow");
  });
});
