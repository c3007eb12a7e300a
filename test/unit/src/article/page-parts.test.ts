import { describe, expect, test } from "vitest";
import { labelParts } from "../../../../src/article/stories/parts.ts";
import { type PartsCase, partsCases } from "../../../cases/page-parts.ts";
import { outlineOf, type Tree } from "./outline-tree.ts";

const HEADLINE = "Keepers return to Skerry Point after eleven years";
const PARAGRAPHS = [
  "The keepers of Skerry Point returned on Saturday, eleven years after the lamp was left to run by itself.",
  "“Nobody can oil a hinge from the mainland,” said Harriet Vane, who runs the harbour office at Port Alma.",
  "Two keepers will share the watch, four weeks at a time, and a boat will bring bread and post on Tuesdays.",
  "The lamp was built in 1911 and has been out only twice since, once in a war and once for want of a wick.",
  "Harriet Vane had asked for keepers every spring since the last of them left, and every spring nobody answered.",
  "The ministry pays for the boat, the harbour for the bread, and the two keepers for whatever else they want to eat.",
];
const STORY = new Set(["lead", "body", "subheading", "standfirst"]);

function kindsOf({ among, after = [], set = (text): Tree => ["p", text] }: PartsCase): ReadonlyMap<string, string> {
  const [first, second, ...others] = PARAGRAPHS.map(set);
  const tree = ["div.text", first, second, ...among, ...others, ...after] as unknown as Tree;
  const outline = outlineOf(["body", ["main", ["h1", HEADLINE], tree]]);
  const clues = { titles: [HEADLINE], description: "", bylines: ["Ada Quill"], body: "" };
  return new Map(labelParts(outline, clues).map(({ block, kind }) => [outline.blocks[block]?.text ?? "", kind]));
}

describe("what of a page is its story's", () => {
  test.each(partsCases)("$why", (page) => {
    const kinds = kindsOf(page);
    for (const text of [...PARAGRAPHS, ...(page.story ?? [])]) expect(STORY, text).toContain(kinds.get(text));
    for (const text of page.others ?? []) expect(STORY, text).not.toContain(kinds.get(text));
  });
});
