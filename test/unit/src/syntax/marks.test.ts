import { describe, expect, test } from "vitest";
import { quotedSpans } from "../../../../src/syntax/marks.ts";

const found = (text: string): string[] =>
  quotedSpans(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe("quotedSpans", () => {
  const table: readonly (readonly [text: string, ...spans: string[]])[] = [
    ["She said “no” and “never”.", "“no”", "“never”"],
    ['She said "no" and "never".', '"no"', '"never"'],
    ["She said ''no'' twice.", "''no''"],
    ["She said ‘no’ twice.", "‘no’"],
    ["She said 'no' twice.", "'no'"],
    ["The sailors' boats and the workers' huts burned."],
    ["It's Holm's boat, isn't it?"],
    ["In the '90s it was new."],
    ["‘The workers’ huts burned,’ she said.", "‘The workers’ huts burned,’"],
    ["“He said ‘no’ to me,” she said.", "“He said ‘no’ to me,”"],
    ["The plank is 6'2\" long."],
    ["She said «no» twice.", "«no»"],
  ];
  for (const [text, ...spans] of table) test(text, () => expect(found(text)).toEqual(spans));

  test("an opening mark without a closing one reaches to the paragraph's end, and says so", () => {
    const text = "She said, “I will not go.";
    expect(quotedSpans(text, { start: 0, end: text.length })).toEqual([{ start: 10, end: text.length, closed: false }]);
  });
});
