import { describe, expect, test } from "vitest";
import { listEntities } from "../../../src/reading/names.ts";
import type { PageReport } from "../../../extension/calls/page-report.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { longStory, longStoryPage } from "../../../tools/pages/long-story.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const WORDS = 100_000;
const PATH = "/1998/03/the-inquiry-into-the-harbours-in-full.html";

/** Counts how often the page's nodes change, from when its own are there. */
const WATCH = `<script>
  window.changes = 0;
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver((records) => { window.changes += records.length; })
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
</script>`;

const page = longStoryPage(WORDS, WATCH);
const pages = new Map([[PATH, page]]);

/** So much text takes a busy machine its time, in milliseconds. */
const PATIENCE = 40_000;

describe.each(BROWSERS)("a story of a hundred thousand words, in %s", (name) => {
  const world = useWorld({ name, pages });

  /** What the reader reports once it has finished; not asked often, since its answer is long. */
  const wholeReport = (): Promise<PageReport> =>
    until(
      "the page to be read",
      async () => {
        await world().reader.wait(400);
        const report = await world().reader.report();
        return report?.state === "done" ? report : null;
      },
      PATIENCE,
    );

  test("is read whole, and no node of it changes", async () => {
    const { browser, reader } = world();
    await reader.open(PATH);
    const { article, analysis } = await wholeReport();
    const story = longStory(WORDS);
    const parts = article?.parts.filter(({ kind }) => kind !== "headline") ?? [];
    expect(parts.map(({ start, end }) => article?.text.slice(start, end))).toEqual(story.map(({ text }) => text));
    if (analysis === null) throw new Error("nothing was analysed");
    expect(listEntities(analysis, "person").length).toBeGreaterThan(20);
    expect(listEntities(analysis, "place").map((subject) => subject.name)).toContain("Lisbon");
    await until("names", async () => Object.keys(await reader.layers()).length > 2);
    const changes = await browser.evaluate(() => (window as unknown as { changes: number }).changes, null);
    expect(changes).toBe(0);
  });

  test("is painted where the reader is, and marked at its end", async () => {
    const { browser, reader } = world();
    await reader.open(PATH);
    const painted = (): Promise<string> => reader.painted("statement");
    await until("statements", async () => (await painted()) !== "", PATIENCE);
    const atTop = await painted();
    await browser.evaluate(() => scrollTo(0, document.documentElement.scrollHeight), null);
    await until("other statements", async () => (await painted()) !== atTop && (await painted()) !== "");
    const isNear = await browser.evaluate(() => {
      const ranges = [...(CSS.highlights.get("sourceline-statement") ?? [])] as Range[];
      return ranges.some((range) => {
        const { top, bottom } = range.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
    }, null);
    expect(isNear).toBe(true);

    const last = longStory(WORDS).findLast(({ tag }) => tag === "p")?.text ?? "";
    const words = last.split(" ").slice(-6).join(" ");
    await reader.highlight(words);
    await browser.reload();
    await until("the mark", async () => (await reader.marks("yellow")).join("") === words, PATIENCE);
  });
});
