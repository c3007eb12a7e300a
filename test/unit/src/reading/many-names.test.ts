import { expect, test } from "vitest";
import type { Analysis } from "../../../../src/analyse.ts";
import type { Quotation } from "../../../../src/quotes/quotation.ts";
import { keptOf } from "../../../../src/reading/kept.ts";
import { listEntities, listSources } from "../../../../src/reading/names.ts";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import { NO_FACTS } from "../../../../src/text/article.ts";

const LENGTH = 40;

/** An article of people who say one thing each, as a page may make it of any length. */
function crowd(count: number): { readonly text: string; readonly analysis: Analysis } {
  const lines = Array.from({ length: count }, (_, index) => `“It is ${index},” said Anna H${index}`.padEnd(LENGTH));
  const span = (index: number, start: number, end: number) => ({
    start: index * LENGTH + start,
    end: index * LENGTH + end,
  });
  return {
    text: lines.join(""),
    analysis: {
      supported: true,
      entities: lines.map((_, index) => ({
        kind: "person",
        name: `Anna H${index}`,
        aliases: [],
        role: null,
        mentions: [{ ...span(index, 20, 30), repeated: false }],
      })),
      sources: lines.map((_, index) => ({
        name: `Anna H${index}`,
        kind: "person",
        entity: index,
        mentions: [span(index, 20, 30)],
        quotations: [index],
      })),
      quotations: lines.map((_, index): Quotation => ({
        content: [span(index, 0, 12)],
        type: "direct",
        cue: null,
        source: span(index, 20, 30),
        speaker: index,
        nested: index % 2 === 0,
        repeated: false,
      })),
    },
  };
}

test("who is listed and kept of fifty thousand people is told in seconds", { timeout: 60_000 }, () => {
  const { text, analysis } = crowd(50_000);
  const start = process.cpuUsage();
  expect(listSources(analysis)).toHaveLength(50_000);
  expect(listEntities(analysis, "person")).toHaveLength(50_000);
  expect(
    keptOf(analysis, articleOfPlainText(text), { ...NO_FACTS, url: "https://post.example/crowd" }).subjects.length,
  ).toBeGreaterThan(100);
  const { user, system } = process.cpuUsage(start);
  // Each looked for among all others, it would be minutes.
  expect((user + system) / 1_000).toBeLessThan(8_000);
});
