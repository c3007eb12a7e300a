import { describe, expect, it } from "vitest";
import { dirname } from "node:path";
import { answer } from "../../../tools/answer.ts";
import { readModels } from "../../../tools/model-file.ts";

const models = readModels(dirname(dirname(dirname(import.meta.dirname))));

const TEXT =
  "OSLO — The pier is closed, Mayor Agnes Lund said on Monday.\n" +
  "“The pier will stay closed,” Lund told reporters. “Nobody knows for how long.”";

describe("the answer to a document", () => {
  const { id, people, places, quotes } = answer({ id: "one", text: TEXT }, models);
  const words = (start: number, end: number): string => TEXT.slice(start, end);

  it("has the document's id, and people and places with the spans of their mentions", () => {
    expect(id).toBe("one");
    expect(people.map(({ name, mentions }) => [name, ...mentions.map(({ start, end }) => words(start, end))])).toEqual([
      ["Agnes Lund", "Agnes Lund", "Lund"],
    ]);
    expect(places.map(({ name }) => name)).toEqual(["OSLO"]);
  });

  it("has one span for a statement in one piece, and pairs of offsets for one that is interrupted", () => {
    expect(quotes.map(({ type, speaker, nested }) => [type, speaker, nested])).toEqual([
      ["indirect", "Agnes Lund", false],
      ["direct", "Agnes Lund", false],
    ]);
    const [whole, interrupted] = quotes.map(({ content }) => content);
    expect(whole).toEqual({ start: 7, end: 25 });
    if (interrupted === undefined || !("spans" in interrupted)) throw new Error("the second is in two pieces");
    expect(interrupted.spans.map(([start, end]) => words(start, end))).toEqual([
      "“The pier will stay closed,”",
      "“Nobody knows for how long.”",
    ]);
  });
});
