import { expect, test } from "vitest";
import { parseMarkdown } from "../../../../src/markup/markdown.ts";
import { plainText } from "../../../../src/markup/plain-text.ts";

test.each([
  ["", ""],
  ["Ask **Moen** about [the _minutes_](https://post.example/minutes).", "Ask Moen about the minutes."],
  ["# Pier\n\nWho *signed*?", "Pier Who signed?"],
  ["- one\n- `two`\n  - three\n\n---\n\n> they said\n> so", "one, two three they said so"],
  ["```\nlet a = 1;\n\nlet b;\n```", "let a = 1; let b;"],
  ["~~gone~~ <b>kept</b>", "gone <b>kept</b>"],
  ["one line  \nand the next", "one line and the next"],
])("a note in one line: %j", (note, text) => {
  expect(plainText(parseMarkdown(note))).toBe(text);
});
