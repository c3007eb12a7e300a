import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { storedRecords } from "../../../tools/start/stored.ts";
import { readReprints } from "../../cases/reprints.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const STORY = readReprints().find(({ name }) => name === "tunnel-fire")!;

/** A page as a paper has it. */
const paperPage = (outlet: string, headline: string, text: string): string => `<!doctype html><html lang="en">
<head><meta charset="utf-8"><title>${headline}</title><meta property="og:type" content="article">
<meta property="og:site_name" content="${outlet}"><style>h1 { margin-bottom: 2000px; }</style></head>
<body><article><h1>${headline}</h1>${text
  .split("\n")
  .map((line) => `<p>${line}</p>`)
  .join("\n")}</article></body></html>`;

const WIRE = "/1999/07/forty-one-led-to-safety-from-burning-tunnel.html";
const PAPER = "/1999/07/bus-driver-saves-28-children-in-tunnel-fire.html";
const NOTE = "counted *twice*";
const PAGES = new Map([
  [WIRE, paperPage("The Hallen Mail", "Forty-one led to safety from burning tunnel", STORY.wire)],
  [PAPER, paperPage("Linden Evening News", "Bus driver saves 28 children in tunnel fire", STORY.paper)],
]);

describe.each(BROWSERS)("one story in two papers in %s", (name) => {
  const world = useWorld({ name, pages: PAGES });

  test("a note on it is shown at the other paper, in popup, panel and library, and said to be from there", async () => {
    const { browser, reader, overlay, popup, panel, library } = world();
    await reader.read(WIRE);
    await popup.open();
    await popup.untilCount("notice of the same story", 0);
    await popup.close();
    await overlay.writeOn("I counted them twice and then I sat down");
    await browser.type(NOTE);
    await browser.press("Escape");
    await reader.untilSomeNote(NOTE);
    await until("the article", async () => (await storedRecords(browser, "articles")).length === 1);

    await reader.read(PAPER);
    await popup.open();
    await popup.untilSays("notice of the same story", "You have 1 highlight on the same story in The Hallen Mail");
    await popup.pressPart("notice of the same story");
    await popup.untilTexts("same story", ["The same story in The Hallen Mail"]);
    await popup.untilSays("note on the same story", "counted twice");
    await popup.pressPart("words in the same story");
    // It leads to the same words here.
    await until("the page to scroll", () => browser.evaluate(() => scrollY > 0, null));
    await popup.close();
    await panel.openBy(() => browser.openPanel(360, 780));
    await panel.untilSays("notice of the same story", /in The Hallen Mail$/);
    await panel.goTo("notes");
    await panel.untilSays("note on the same story", "counted twice");
    await panel.close();
    // Nothing of it is stored for having been read, nor told to the page.
    expect(await storedRecords(browser, "articles")).toHaveLength(1);
    expect(await browser.evaluate(() => document.documentElement.textContent?.includes("Hallen Mail"), null)).toBe(
      false,
    );

    await overlay.writeOn("It took firemen six hours");
    await browser.type("six");
    await browser.press("Escape");
    await until("both articles", async () => (await storedRecords(browser, "articles")).length === 2);
    await library.open("#view=articles");
    await library.pressPart("article", "Bus driver saves 28 children in tunnel fire");
    await library.untilTexts("same story", ["The same story in The Hallen Mail"]);
    await library.untilSays("note on the same story", "counted twice");
    await library.pressPart("way to the same story");
    await library.untilSays("pane's heading", "Forty-one led to safety from burning tunnel");
    await library.untilTexts("same story", ["The same story in Linden Evening News"]);
  });
});
