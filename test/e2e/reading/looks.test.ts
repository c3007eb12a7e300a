import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Colour, contrast, LEGIBLE } from "../../../src/reading/contrast.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES as SAMPLES } from "../../../tools/start/samples.ts";
import { pixelsOf } from "../pages/pixels.ts";
import { BROWSERS, root, useWorld } from "../harness.ts";

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

const quotes = readFileSync(join(root, "test/fixtures/site", SAMPLES.quotes), "utf8");
/** A story of little else than statements, in the colours of papers. */
const PAPERS = ["white", "salmon", "dark"] as const;
const COLOURS = {
  white: "background: #ffffff; color: #222222",
  salmon: "background: #fff1e5; color: #33302e",
  dark: "background: #121212; color: #dddddd",
};
const paper = (on: (typeof PAPERS)[number]): string => `/1998/05/the-night-the-ferry-stayed-in-port-on-${on}.html`;

const pages = new Map([
  ["/lamps.html", page],
  ...PAPERS.map(
    (on) => [paper(on), quotes.replace("</head>", `<style>html body { ${COLOURS[on]} }</style></head>`)] as const,
  ),
]);

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

  test.each(PAPERS)(
    "statements are seen on a %s page, their text is legible, and every kind of name has its line",
    async (colours) => {
      const { browser, reader } = world();
      const { analysis } = await reader.read(paper(colours));
      expect(analysis?.quotations.filter(({ repeated }) => !repeated).length).toBeGreaterThanOrEqual(40);
      await reader.untilPainted("speaker", "Marit Sand");
      await browser.evaluate(() => scrollTo(0, 0), null);
      await browser.hover(2, 2);
      const boxes = await browser.evaluate(() => {
        const boxOf = (key: string) => {
          const [range] = [...CSS.highlights].find(([layer]) => layer.startsWith(key))?.[1] ?? [];
          const [box] = range === undefined ? [] : (range as Range).getClientRects();
          if (box === undefined) throw new Error(`${key} is not on the page`);
          return { left: box.left, top: box.top, width: box.width, height: box.height + 4 };
        };
        return {
          statement: boxOf("sourceline-statement"),
          person: boxOf("sourceline-speaker"),
          place: boxOf("sourceline-place"),
          source: boxOf("sourceline-source"),
          page: { left: 0, top: 0, width: 12, height: 12 },
        };
      }, null);
      const pixels = await pixelsOf(browser, boxes);
      const [below] = pixels.page;
      const [tint, text] = [pixels.statement[0], furthest(pixels.statement, below!)];
      const shade = contrast(tint!, below!);
      expect(shade).toBeGreaterThan(1.18);
      expect(shade).toBeLessThan(1.45);
      expect(contrast(text, tint!)).toBeGreaterThan(LEGIBLE);
      for (const kind of ["person", "place", "source"] as const) {
        // Neither grey as the text is nor the page's own.
        const line = pixels[kind].filter((colour) => saturation(colour) > 45 && contrast(colour, below!) > 2.5);
        expect([kind, line.length > 0]).toEqual([kind, true]);
      }
    },
  );
});

const saturation = ({ red, green, blue }: Colour): number => Math.max(red, green, blue) - Math.min(red, green, blue);

/** The colour that differs most from another. */
const furthest = (colours: readonly Colour[], from: Colour): Colour =>
  colours.toSorted((a, b) => contrast(b, from) - contrast(a, from))[0]!;
