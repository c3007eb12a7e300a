import { expect, it } from "vitest";
import { type GoldMention, mendMarks } from "../../../training/mend-marks.ts";

const mark = (text: string, words: string, kind: GoldMention["kind"]): GoldMention => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind };
};

it.each([
  ["a direction", "In western Mongolia it rained.", [["western Mongolia", "place"]], [["Mongolia", "place"]]],
  ["a direction in a name", "In South Ossetia it rained.", [["South Ossetia", "place"]], [["South Ossetia", "place"]]],
  [
    "a people and its republic",
    "In the Czech Republic it rained.",
    [
      ["Czech", "other"],
      ["Republic", "place"],
    ],
    [["Czech Republic", "place"]],
  ],
  ["a state that acts", "Norway said so.", [["Norway", "organisation"]], [["Norway", "accepted"]]],
  ["a body", "The ministry said so.", [["The ministry", "organisation"]], [["The ministry", "organisation"]]],
  ["a person", "He met western Holm.", [["western Holm", "person"]], [["western Holm", "person"]]],
] as const)("%s", (_name, text, before, after) => {
  const marks = before.map(([words, kind]) => mark(text, words, kind));
  expect(mendMarks(text, marks, (name) => name === "Norway")).toEqual(
    after.map(([words, kind]) => mark(text, words, kind)),
  );
});
