import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { isInOverlay, writeOn } from "../pages/editor.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const PATH = "/lamps.html";
/** The editor on the lamp just fits below it, at the lower edge of the viewport. */
const PAGE = `<!doctype html><html lang="en"><head><title>The lamps</title></head>
<body style="margin:0"><p style="margin:0;padding-top:340px">The first lamp had burned low.</p></body></html>`;

/** In CSS pixels. */
const HEIGHT = 720;

/** How far a short word to the reader is from the open panel and from the viewport's edges, in CSS pixels. */
const distances = (browser: BrowserDriver): Promise<{ panel: number; edge: number } | null> =>
  browser.inOverlay((overlay, height) => {
    const toast = overlay.querySelector(".toast")?.getBoundingClientRect();
    const panel = overlay.querySelector(".editor")?.getBoundingClientRect();
    if (toast === undefined || panel === undefined) return null;
    return {
      panel: Math.max(toast.top - panel.bottom, panel.top - toast.bottom),
      edge: Math.min(toast.top, height - toast.bottom),
    };
  }, HEIGHT);

describe.each(BROWSERS)("a short word to the reader, in %s", (name) => {
  const world = useWorld({ name, pages: new Map([[PATH, PAGE]]) });

  test.each([1000, 400])("covers no open panel on a page %i pixels wide", async (width) => {
    const { browser, site } = world();
    await browser.resize(width, HEIGHT);
    await browser.goto(`${site.origin}${PATH}`);
    await writeOn(browser, "The first lamp");
    await browser.evaluate(() => getSelection()?.removeAllRanges(), null);
    await browser.shortcut("highlight", "Alt+J");
    await until("the word of it", () => isInOverlay(browser, ".toast"));
    const between = await distances(browser);
    expect(between?.panel).toBeGreaterThanOrEqual(8);
    expect(between?.edge).toBeGreaterThanOrEqual(8);
    await browser.press("Escape");
  });
});
