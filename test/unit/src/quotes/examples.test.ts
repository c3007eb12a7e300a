import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import { attribute } from "../../../../src/quotes/attribute.ts";
import { segment } from "../../../../src/text/segment.ts";
import { type Span, textOf } from "../../../../src/text/span.ts";
import { readModels } from "../../../../tools/model-file.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = join(root, "src/quotes/frames");
const model = readModels(root).words;

const shown = (text: string, span: Span | null): string => (span === null ? "–" : textOf(text, span));

/** Comments of the form `// sentence → source | cue | content`: what stands above a frame is what it must find. */
const examples = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, text, statement] = /^\s*\/\/ (.+) → (.+)$/.exec(line) ?? [];
      return text !== undefined && statement !== undefined ? [{ text, statement }] : [];
    }),
);

describe("the examples beside the frames", () => {
  test("each frame has one", () => {
    const lines = readFileSync(join(folder, "index.ts"), "utf8").split("\n");
    let above = 0;
    const bare = lines.filter((line) => {
      if (line.includes(" → ")) above += 1;
      if (!line.includes("pattern:")) return false;
      const isBare = above === 0;
      above = 0;
      return isBare;
    });
    expect(bare).toEqual([]);
    expect(examples.length).toBeGreaterThan(10);
  });

  test.each(examples)("$text", ({ text, statement }) => {
    const { quotations } = attribute(segment(articleOfPlainText(text)), [], model);
    const found = quotations.map(
      ({ source, cue, content }) =>
        `${shown(text, source)} | ${shown(text, cue)} | ${content.map((span) => textOf(text, span)).join(" // ")}`,
    );
    expect(found).toEqual([statement]);
  });
});
