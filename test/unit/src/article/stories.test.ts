import { describe, expect, test } from "vitest";
import { finish } from "../../../../src/slices.ts";
import { findStories } from "../../../../src/article/stories/stories.ts";
import { outlineOf, type Tree } from "./outline-tree.ts";

const PARAGRAPHS = [
  "The keepers of Skerry Point returned on Saturday, eleven years after the lamp was left to run by itself, and found the door open.",
  "“Nobody can oil a hinge from the mainland,” said Harriet Vane, who runs the harbour office at Port Alma and keeps its only ledger.",
  "Two keepers will share the watch, four weeks at a time, and a boat will bring bread and post on Tuesdays, if the sea allows it.",
  "The council paid for the new stair out of the money that was meant for the old one, and nobody on the island has complained of it.",
  "In winter the light can be seen from the causeway, where children count the seconds between two beams, and bet on the next of them.",
].map((text): Tree => ["p", text]);

const story = (root: string, headline: Tree): Tree => [root, headline, ...PARAGRAPHS];

/** Finds stories in a page; the addresses are by the element's class names. */
function storiesOf(tree: Tree, addresses: Record<string, string> = {}) {
  const outline = outlineOf(tree);
  return finish(findStories(outline, (element) => addresses[outline.elements[element]?.names ?? ""] ?? null)).map(
    ({ element, address }) => ({ root: outline.elements[element]?.names, address }),
  );
}

const ADDRESSES = { b: "https://post.test/coast/b", c: "https://post.test/coast/c" };

describe("the stories of a page", () => {
  test("one story is not divided", () => {
    expect(storiesOf(["body", story("article.a", ["h1", "Keepers return"])])).toEqual([]);
  });

  test("articles with headlines and addresses of their own are stories", () => {
    const page: Tree = [
      "body",
      story("article.a", ["h1", "Keepers return"]),
      story("article.b", ["h2", "Ferry fails"]),
      story("article.c", ["h2", "Bell rings"]),
    ];
    expect(storiesOf(page, ADDRESSES)).toEqual([
      { root: "a", address: null },
      { root: "b", address: ADDRESSES.b },
      { root: "c", address: ADDRESSES.c },
    ]);
  });

  test("so are boxes of any kind that have a first headline each", () => {
    const page: Tree = [
      "body",
      ["header", ["h1", "The Harbour Post"]],
      ["main", story("div.a", ["header", ["h1", "Keepers return"]]), story("div.b", ["h1", "Ferry fails"])],
    ];
    expect(storiesOf(page)).toEqual([
      { root: "a", address: null },
      { root: "b", address: null },
    ]);
  });

  test("the page's own story may be cut short by a paywall, the next may not", () => {
    const short: Tree = ["article.a", ["h1", "Keepers return"], ...PARAGRAPHS.slice(0, 1)];
    const next = story("article.b", ["h1", "Ferry fails"]);
    expect(storiesOf(["body", short, next]).length).toBe(2);
    expect(storiesOf(["body", next, short])).toEqual([]);
  });

  test.each<[string, Tree, Record<string, string>]>([
    [
      "teasers with links",
      [
        "body",
        story("article.a", ["h1", "Keepers return"]),
        ["article.b", ["h2", "[Ferry fails]"], ...PARAGRAPHS.slice(0, 1)],
        ["article.c", ["h2", "[Bell rings]"], ...PARAGRAPHS.slice(0, 1)],
      ],
      ADDRESSES,
    ],
    [
      "chapters without addresses",
      ["body", story("article.a", ["h2", "Chapter one"]), story("article.b", ["h2", "Chapter two"])],
      {},
    ],
    [
      "posts of a live blog, whose addresses differ by a fragment",
      ["body", story("article.b", ["h2", "10:40"]), story("article.c", ["h2", "10:20"])],
      { b: "https://post.test/live#post-2", c: "https://post.test/live#post-1" },
    ],
    [
      "articles inside the story's own",
      ["body", ["article.a", ["h1", "Keepers return"], story("article.b", ["h2", "Ferry fails"])]],
      ADDRESSES,
    ],
    [
      "text above its headline",
      ["body", story("article.a", ["h1", "Keepers return"]), ["article.b", ...PARAGRAPHS, ["h2", "Comments"]]],
      ADDRESSES,
    ],
  ])("%s divide nothing", (_, page, addresses) => {
    expect(storiesOf(page, addresses)).toEqual([]);
  });
});
