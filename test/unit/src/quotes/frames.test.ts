import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import { attribute } from "../../../../src/quotes/attribute.ts";
import { segment } from "../../../../src/text/segment.ts";
import { type Span, textOf } from "../../../../src/text/span.ts";
import { readModels } from "../../../../tools/model-file.ts";
import { CONTENTS, FRAMES, SOURCES } from "../../../cases/quote-frames.ts";

const model = readModels(join(import.meta.dirname, "../../../..")).words;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sentence(frame: string, source: string, content: string): string {
  return frame
    .replace("{S}", capitalised(source))
    .replace("{s}", source)
    .replace("{n}", source.replace(/,$/, ""))
    .replace("{C}", capitalised(content))
    .replace("{c}", content);
}

/** Letters and digits: marks, and a "that" before, are no part of what was said. */
const bare = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase()
    .replace(/^that /, "");

/** What is wrong with the one statement of a sentence, or `null`. */
function mistake(text: string, source: string, content: string): string | null {
  const { quotations } = attribute(segment(articleOfPlainText(text)), [], model);
  const words = (spans: readonly Span[]): string => bare(spans.map((span) => textOf(text, span)).join(" "));
  const found = quotations.map((quotation) => ({
    said: words(quotation.content),
    by: quotation.source === null ? "" : words([quotation.source]),
  }));
  const [only, ...more] = found;
  const isRight =
    only?.said === bare(content) && only.by !== "" && bare(source).startsWith(only.by) && more.length === 0;
  return isRight ? null : `${text} → ${found.map(({ by, said }) => `[${by}] ${said}`).join("; ")}`;
}

describe("every frame holds with every source and every content", () => {
  test.each(FRAMES)("%s", (frame) => {
    const mistakes: string[] = [];
    for (const source of SOURCES) {
      if (source === "she" && frame.includes("{n}")) continue;
      for (const content of CONTENTS) {
        const found = mistake(sentence(frame, source, content), source, content);
        if (found !== null) mistakes.push(found);
      }
    }
    expect(mistakes).toEqual([]);
  });
});
