import { describe, expect, test } from "vitest";
import { BROWSERS, useWorld } from "../harness.ts";

const PATH = "/lamps.html";
/** The editor on the lamp just fits below it, at the lower edge of the viewport. */
const PAGE = `<!doctype html><html lang="en"><head><title>The lamps</title></head>
<body style="margin:0"><p style="margin:0;padding-top:340px">The first lamp had burned low.</p></body></html>`;

/** In CSS pixels. */
const HEIGHT = 720;

describe.each(BROWSERS)("a short word to the reader, in %s", (name) => {
  const world = useWorld({ name, pages: new Map([[PATH, PAGE]]) });

  test.each([1000, 400])("covers no open panel on a page %i pixels wide", async (width) => {
    const { browser, reader, overlay } = world();
    await browser.resize(width, HEIGHT);
    await reader.open(PATH);
    await overlay.writeOn("The first lamp");
    await reader.unselect();
    await reader.pressHighlight();
    await overlay.untilShown("toast");
    const [toast, panel] = [(await overlay.placeOf("toast"))!, (await overlay.placeOf("editor"))!];
    expect(Math.max(toast.top - panel.bottom, panel.top - toast.bottom)).toBeGreaterThanOrEqual(8);
    expect(Math.min(toast.top, HEIGHT - toast.bottom)).toBeGreaterThanOrEqual(8);
    await browser.press("Escape");
  });
});
