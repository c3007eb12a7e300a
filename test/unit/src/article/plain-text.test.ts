import { describe, expect, it } from "vitest";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";

describe("articleOfPlainText", () => {
  it("makes a body paragraph of every line that is not blank", () => {
    const text = "One line\n\n  \nAnother\n";
    const article = articleOfPlainText(text);
    expect(article.text).toBe(text);
    expect(article.parts.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ["body", "One line"],
      ["body", "Another"],
    ]);
    expect(article.language).toBeNull();
  });

  it("gives no part for an empty text", () => {
    expect(articleOfPlainText("").parts).toEqual([]);
  });
});
