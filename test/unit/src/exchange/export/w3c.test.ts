import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeWhole } from "../../../../../src/exchange/export/format.ts";
import { highlightNode, nameNoteNode, W3C } from "../../../../../src/exchange/export/w3c.ts";
import { articleExport, articleExports, exportContext } from "../arbitraries.ts";
import { ANNOTATION_MUSTS, COLLECTION_MUSTS } from "./w3c-musts.ts";

test("there is a check for each of the fifty-four demands", () => {
  expect(ANNOTATION_MUSTS.length + COLLECTION_MUSTS.length).toBe(54);
});

describe("an annotation", () => {
  test.each(ANNOTATION_MUSTS)("%s: %s", (_section, _what, holds) => {
    fc.assert(
      fc.property(articleExport, ({ annotations, nameNotes }) => {
        const items = [...annotations.map(highlightNode), ...nameNotes.map(nameNoteNode)];
        // As it is read from the file, not as it is made.
        return (JSON.parse(JSON.stringify(items)) as Record<string, unknown>[]).every(holds);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ["no target", { target: undefined }],
    ["another type", { type: "Note" }],
    ["no id", { id: "" }],
    ["a local time", { created: "1998-04-02T08:00:00" }],
    ["a body and a body's value", { bodyValue: "x", body: { type: "TextualBody", value: "x" } }],
    ["a quote without words", { target: { source: "https://a.example/", selector: { type: "TextQuoteSelector" } } }],
    ["two sources", { target: { source: ["https://a.example/", "https://b.example/"] } }],
    [
      "a negative place",
      { target: { source: "https://a.example/", selector: { type: "TextPositionSelector", start: -1, end: 2 } } },
    ],
  ])("the checks can fail: %s", (_what, changes) => {
    const right = {
      "@context": "http://www.w3.org/ns/anno.jsonld",
      id: "urn:uuid:1",
      type: "Annotation",
      target: "https://a.example/",
    };
    expect(ANNOTATION_MUSTS.every(([, , holds]) => holds(right))).toBe(true);
    expect(ANNOTATION_MUSTS.every(([, , holds]) => holds({ ...right, ...changes }))).toBe(false);
  });
});

test.each(COLLECTION_MUSTS)("a collection, %s: %s", (_section, _what, holds) => {
  fc.assert(
    fc.property(articleExports, (articles) =>
      holds(JSON.parse(writeWhole(W3C, articles, exportContext(articles))) as Record<string, unknown>),
    ),
    { numRuns: 20 },
  );
});
