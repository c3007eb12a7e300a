import { describe, expect, test } from "vitest";
import { labelParts } from "../../../../src/article/stories/parts.ts";
import { outlineOf, type Tree } from "./outline-tree.ts";

const HEADLINE = "Keepers return to Skerry Point after eleven years";
const FIRST =
  "The keepers of Skerry Point returned on Saturday, eleven years after the lamp was left to run by itself.";
const SECOND =
  "“Nobody can oil a hinge from the mainland,” said Harriet Vane, who runs the harbour office at Port Alma.";
const THIRD =
  "Two keepers will share the watch, four weeks at a time, and a boat will bring bread and post on Tuesdays.";
const clues = { titles: [HEADLINE], description: "", bylines: ["Ada Quill"], body: "" };

function kindsOf(tree: Tree, more: Partial<typeof clues> = {}): Record<string, string> {
  const outline = outlineOf(tree);
  const labelled = labelParts(outline, { ...clues, ...more });
  return Object.fromEntries(labelled.map(({ block, kind }) => [outline.blocks[block]?.text ?? "", kind]));
}

const story = (...more: Tree[]): Tree => [
  "body",
  ["div", ["h1", HEADLINE], ["div", ["p", FIRST], ["p", SECOND], ["p", THIRD], ...more]],
];

describe("the parts of a story", () => {
  test("headline, lead and body", () => {
    expect(kindsOf(story())).toEqual({ [HEADLINE]: "headline", [FIRST]: "lead", [SECOND]: "body", [THIRD]: "body" });
  });

  test("the heading above the story, not the one for search engines in the breadcrumbs", () => {
    const forSearch = "Skerry Point: Why keepers return";
    const tree: Tree = [
      "body",
      ["nav", ["ul", ["li", "Coast"], ["li", ["h1", forSearch]]]],
      ["div", ["h2", `Harbours ${HEADLINE}`], ["div", ["p", FIRST], ["p", SECOND], ["p", THIRD]]],
    ];
    const kinds = kindsOf(tree, { titles: [forSearch, HEADLINE] });
    expect(kinds).toEqual({
      [`Harbours ${HEADLINE}`]: "headline",
      [FIRST]: "lead",
      [SECOND]: "body",
      [THIRD]: "body",
    });
  });

  test("the heading that stands nearest to the story, where a bar above has another", () => {
    const forSearch = "Skerry Point: Why keepers return";
    const tree: Tree = [
      "body",
      ["div", ["h1", forSearch]],
      ["div", ["div", ["h2", HEADLINE]], ["div", ["p", FIRST], ["p", SECOND], ["p", THIRD]]],
    ];
    expect(kindsOf(tree, { titles: [forSearch, HEADLINE] })[HEADLINE]).toBe("headline");
  });

  test("the first of two headings that stand together: the second repeats it", () => {
    const tree: Tree = [
      "body",
      ["div", ["h1", HEADLINE], ["h2", `Coast ${HEADLINE}`], ["p", FIRST], ["p", SECOND], ["p", THIRD]],
    ];
    expect(kindsOf(tree)).toMatchObject({ [HEADLINE]: "headline", [`Coast ${HEADLINE}`]: "caption" });
  });

  test.each<[string, string, Tree]>([
    ["credit", "( With inputs from ANI )", ["p", "( With inputs from ANI )"]],
    ["credit", "(Reuters)", ["p", "(Reuters)"]],
    ["credit", "Reporting by Ada Quill; editing by Ben Marsh", ["p", "Reporting by Ada Quill; editing by Ben Marsh"]],
    [
      "disclaimer",
      "Disclaimer: This post has been auto-published from a feed.",
      ["p", "Disclaimer: This post has been auto-published from a feed."],
    ],
    ["boilerplate", "Open in app", ["a", "[Open in app]"]],
    ["boilerplate", "Read more: What the tide brought in", ["p", "[Read more: What the tide brought in]"]],
    [
      "boilerplate",
      "Ada Quill is a reporter who lives by the sea.",
      ["p", "Ada Quill is a reporter who lives by the sea."],
    ],
    [
      "caption",
      "The lamp of Skerry Point, seen from the boat",
      ["figure", ["img"], ["figcaption", "The lamp of Skerry Point, seen from the boat"]],
    ],
    [
      "caption",
      "The lamp of Skerry Point, seen from the boat",
      ["div", ["img"], ["p", "The lamp of Skerry Point, seen from the boat"]],
    ],
  ])("%s: %s", (kind, text, tree) => {
    expect(kindsOf(story(tree))[text]).toBe(kind);
  });

  test("a subheading stands between paragraphs", () => {
    const tree: Tree = [
      "body",
      ["h1", HEADLINE],
      ["p", FIRST],
      ["h2", "A boat on Tuesdays"],
      ["p", SECOND],
      ["p", THIRD],
    ];
    expect(kindsOf(tree)["A boat on Tuesdays"]).toBe("subheading");
  });

  test("the headline as a picture's title is a caption, also twice over", () => {
    const twice = `${HEADLINE} | ${HEADLINE}`;
    const tree: Tree = ["body", ["h1", HEADLINE], ["div", twice], ["p", FIRST], ["p", SECOND], ["p", THIRD]];
    expect(kindsOf(tree)[twice]).toBe("caption");
  });

  test("byline, date and summary stand between headline and lead", () => {
    const summary = "After eleven years without a soul on the rock, two people and a cat will live by the lamp again.";
    const tree: Tree = [
      "body",
      ["header", ["h1", HEADLINE], ["p.standfirst", summary], ["div.byline", "By Ada Quill"], ["div", "4 May 2019"]],
      ["div", ["p", FIRST], ["p", SECOND], ["p", THIRD]],
    ];
    expect(kindsOf(tree)).toMatchObject({ [summary]: "standfirst", "By Ada Quill": "byline", "4 May 2019": "date" });
  });

  test("a lead that repeats the summary is a part of its own", () => {
    const outline = outlineOf([
      "body",
      ["h1", HEADLINE],
      ["h2.summary", FIRST],
      ["div", ["p", FIRST], ["p", SECOND], ["p", THIRD]],
    ]);
    expect(labelParts(outline, clues).map(({ kind }) => kind)).toEqual([
      "headline",
      "standfirst",
      "lead",
      "body",
      "body",
    ]);
  });

  test("a story is found above many comments, though its own box is named like an extra", () => {
    const comments: Tree[] = Array.from({ length: 30 }, (_, i) => [
      "div.comment",
      ["p", `${THIRD} I have lived here for ${i} years, and nobody ever asked me what I thought of the lamp.`],
    ]);
    const paragraphs: Tree[] = [FIRST, SECOND, THIRD, FIRST, SECOND, THIRD].map((text, i) => ["p", `${text} (${i})`]);
    const tree: Tree = [
      "body",
      ["article.post tag-coast", ["h1", HEADLINE], ...paragraphs],
      ["div.comments", ...comments],
    ];
    const kinds = Object.values(kindsOf(tree));
    expect(kinds).toEqual(["headline", "lead", "body", "body", "body", "body", "body"]);
  });

  test("navigation, other stories and comments are no parts", () => {
    const comment =
      "I was keeper there myself for a summer, and I can tell you that the stairs are worse than the wind ever was.";
    const kinds = kindsOf([
      "body",
      ["nav", ["a", "[Home]"], ["a", "[Coast]"]],
      ["main", ["h1", HEADLINE], ["p", FIRST], ["p", SECOND], ["p", THIRD]],
      ["aside", ["h3", "Related stories"], ["p", "[Ferry bell found in a barn]"]],
      ["div.comments", ["p", comment]],
    ]);
    expect(Object.keys(kinds)).toEqual([HEADLINE, FIRST, SECOND, THIRD]);
  });

  test("of several stories on a page, the one under the headline is read", () => {
    const other = [
      "The bell of the old ferry was found in a barn.",
      "It will ring again.",
      "The farmer kept potatoes under it.",
    ].map((text) => `${text} ${text} ${text} ${text}`);
    const kinds = kindsOf([
      "body",
      ["article", ["h1", HEADLINE], ["p", FIRST], ["p", SECOND], ["p", THIRD]],
      ["article", ["h2", "Ferry bell found in a barn"], ...other.map((text): Tree => ["p", text])],
    ]);
    expect(Object.keys(kinds)).toEqual([HEADLINE, FIRST, SECOND, THIRD]);
  });

  test("a class that every paragraph carries says nothing about any", () => {
    const tree: Tree = ["body", ["h1", HEADLINE], ...[FIRST, SECOND, THIRD].map((text): Tree => ["p.promo", text])];
    expect(kindsOf(tree)).toMatchObject({ [SECOND]: "body" });
  });

  test("a page without running text has none", () => {
    expect(kindsOf(["body", ["h1", "Weather"], ["p", "Rain"]])).toEqual({});
  });
});
