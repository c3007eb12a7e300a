import { describe, expect, test } from "vitest";
import { markNames, readNames, readStatement } from "../../cases/notation.ts";

const TEXT = "“The ferry,” Solberg said, “will sail.”";

describe("names", () => {
  test("are taken out of a text and marked again", () => {
    const marked = "[p:Helen Marsh] of the [o:Harbour Board] flew to [l:Oslo].";
    const { text, names } = readNames(marked);
    expect(text).toBe("Helen Marsh of the Harbour Board flew to Oslo.");
    expect(names.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["person", "Helen Marsh"],
      ["organisation", "Harbour Board"],
      ["place", "Oslo"],
    ]);
    expect(markNames(text, names)).toBe(marked);
  });

  test.each(["[x:Oslo] froze.", "[l:Oslo froze.", "Oslo] froze.", "[l:] froze.", "[l:[p:Oslo]] froze."])(
    "are refused in %s",
    (marked) => expect(() => readNames(marked)).toThrow("a name is [p:…], [l:…] or [o:…]"),
  );
});

describe("statements", () => {
  test("have a source, a cue, pieces of content, and a speaker where it matters", () => {
    const statement = { source: "Solberg", cue: "said", content: ["“The ferry,”", "“will sail"], speaker: null };
    expect(readStatement("Solberg | said | “The ferry,” // “will sail", TEXT)).toEqual(statement);
    expect(readStatement("Solberg | said | “The ferry,” // “will sail = Ada Solberg", TEXT)).toEqual({
      ...statement,
      speaker: "Ada Solberg",
    });
    expect(readStatement("– | – | “The ferry,”", TEXT)).toMatchObject({ source: "–", cue: "–" });
  });

  test.each([
    ["Solberg | “The ferry,”", "a statement is “source | cue | content // content = speaker”"],
    ["Solberg | said | “The ferry,” | “will sail", "a statement is"],
    ["Solberg |  | “The ferry,”", "a statement is"],
    ["Solberg | said | “The ferry,” // ", "a statement is"],
    ["Solberg | said | “The ferries,”", "the text has no ““The ferries,””"],
    ["Holm | said | “The ferry,”", "the text has no “Holm”"],
  ])("are refused where they are malformed: %s", (written, message) => {
    expect(() => readStatement(written, TEXT)).toThrow(message);
  });
});
