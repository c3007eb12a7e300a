import { describe, expect, it } from "vitest";
import { segment } from "../../../../src/text/segment.ts";
import { articleOf } from "../../../articles.ts";

describe("segment", () => {
  it("takes the parts that are analysed, and no others", () => {
    const document = segment(
      articleOf(
        ["headline", "Bridge opens"],
        ["byline", "By Ada Vance"],
        ["body", "It opened. Crowds came."],
        ["disclaimer", "All rights reserved."],
      ),
    );
    expect(document.paragraphs.map(({ kind, sentences }) => [kind, sentences.length])).toEqual([
      ["headline", 1],
      ["body", 2],
    ]);
  });

  it("keeps offsets into the article's text", () => {
    const document = segment(articleOf(["headline", "Bridge opens"], ["body", "It opened in Harbourton."]));
    for (const paragraph of document.paragraphs) {
      for (const sentence of paragraph.sentences) {
        for (const token of sentence.tokens) expect(document.text.slice(token.start, token.end)).toBe(token.text);
      }
    }
    expect(document.paragraphs[1]?.start).toBe(13);
  });

  it("names the first of the paragraphs that say the same", () => {
    const document = segment(
      articleOf(
        ["headline", "Bridge opens"],
        ["caption", "Bridge  opens "],
        ["body", "Crowds came."],
        ["body", "Bridge opens"],
        ["body", "bridge opens"],
      ),
    );
    expect(document.paragraphs.map(({ repeatOf }) => repeatOf)).toEqual([null, 0, null, 0, null]);
  });

  it("cuts a part that is too long for a paragraph between sentences, and knows its pieces again", () => {
    const long = Array.from({ length: 600 }, (_, day) => `On day ${day} it rained in Oslo.`).join(" ");
    const { text, paragraphs } = segment(articleOf(["body", long], ["body", long]));
    const half = paragraphs.length / 2;
    expect(half).toBeGreaterThan(1);
    for (const { start, end, sentences } of paragraphs) {
      expect(end - start).toBeLessThanOrEqual(8_000);
      expect(text.slice(start, end)).toMatch(/^On day .* Oslo\.$/);
      expect(sentences.at(0)?.start).toBe(start);
      expect(sentences.at(-1)?.end).toBe(end);
    }
    expect(paragraphs.map(({ repeatOf }) => repeatOf)).toEqual([
      ...Array.from({ length: half }, () => null),
      ...Array.from({ length: half }, (_, index) => index),
    ]);
  });

  it("leaves out parts without a word", () => {
    expect(segment(articleOf(["body", "  "], ["body", "Here."])).paragraphs).toHaveLength(1);
  });
});
