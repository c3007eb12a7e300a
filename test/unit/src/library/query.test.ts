import { expect, test } from "vitest";
import { operatorText, parseQuery, togglePiece } from "../../../../src/library/query.ts";
import { hitsIn } from "../../../../src/library/words.ts";

test.each([
  ['tag:"to do" pier', 'tag:"to do"', "pier"],
  ["pier TAG:Claim", "tag:claim", "pier"],
  ["pier", "tag:claim", "pier tag:claim"],
  ["", 'person:"Agnes Lund"', 'person:"Agnes Lund"'],
])("%j with or without %j", (typed, piece, expected) => {
  expect(togglePiece(typed, piece)).toBe(expected);
});

test("an operator's value is quoted where it must be", () => {
  expect([operatorText("tag", "claim"), operatorText("tag", "to do"), operatorText("tag", 'a"b')]).toEqual([
    "tag:claim",
    'tag:"to do"',
    'tag:"ab"',
  ]);
});

test.each([
  ["", []],
  ["   ", []],
  ["tag:", []],
  ["before:19", []],
  ["has:", null],
  ["http://post.example", null],
  ['"', []],
  ["-", []],
])("%j asks for nothing, or for words", (typed, expected) => {
  const conditions = parseQuery(typed).flatMap((piece) => piece.conditions);
  if (expected !== null) expect(conditions).toEqual(expected);
  else expect(conditions.every(({ kind }) => kind === "word")).toBe(true);
});

test("hits are whole words as they are written, accents, joined letters and other scripts included", () => {
  const marked = (text: string, ...words: string[]): string[] =>
    hitsIn(text, words).map(({ start, end }) => text.slice(start, end));
  expect(marked("Ga\u030aten, GÅTEN and gates", "gaten")).toEqual(["Ga\u030aten", "GÅTEN"]);
  expect(marked("the harbour-master", "harb", "mast")).toEqual(["harbour", "master"]);
  expect(marked("東京の港", "港")).toEqual(["港"]);
  expect(marked("anything")).toEqual([]);
});
