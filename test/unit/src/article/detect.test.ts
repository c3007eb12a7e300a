import { describe, expect, test } from "vitest";
import { detect } from "../../../../src/article/detection/detect.ts";
import type { PageSignals } from "../../../../src/article/detection/signals.ts";

const story: PageSignals = {
  url: "https://www.courier.example/world/2021/03/04/harbour-reopens-after-storm",
  types: ["NewsArticle"],
  dated: true,
  authored: true,
  ogType: "article",
  metaDated: true,
  metaFiled: true,
  signed: true,
  letters: 6000,
  linkLetters: 1400,
  links: 70,
  paragraphs: 16,
  paragraphLetters: 4200,
  shortParagraphs: 4,
  quotedParagraphs: 6,
  addressedParagraphs: 0,
  longestRunLetters: 4000,
  headlineLinks: 14,
  h1: 1,
  linkedHeadings: 3,
  articleElements: 1,
  times: 1,
  codeBlocks: 0,
  fields: 1,
  prices: 0,
  dateLines: 1,
  datedHeadline: true,
};

const undeclared: Partial<PageSignals> = {
  types: [],
  dated: false,
  authored: false,
  ogType: "",
  metaDated: false,
  metaFiled: false,
};
const shop: Partial<PageSignals> = {
  ...undeclared,
  url: "https://shop.example/item/oilskin",
  types: ["Product"],
  ogType: "product",
  signed: false,
  times: 0,
  dateLines: 0,
  datedHeadline: false,
  paragraphs: 3,
  paragraphLetters: 500,
  longestRunLetters: 350,
  fields: 12,
  prices: 9,
};
const front: Partial<PageSignals> = {
  ...undeclared,
  ogType: "website",
  letters: 9000,
  linkLetters: 7000,
  links: 210,
  paragraphs: 6,
  paragraphLetters: 700,
  shortParagraphs: 6,
  longestRunLetters: 140,
  headlineLinks: 90,
  linkedHeadings: 60,
  articleElements: 40,
};

describe("the decision", () => {
  test.each([
    ["declared-article", {}],
    ["article-text", undeclared],
    ["front-page", { ...front, url: "https://www.courier.example/" }],
    ["front-page", { ...front, url: "https://www.courier.example/en/" }],
    ["section-front", { ...front, url: "https://www.courier.example/world" }],
    [
      "section-front",
      { ...front, url: "https://www.courier.example/tides", headlineLinks: 6, linkedHeadings: 9, articleElements: 0 },
    ],
    [
      "section-front",
      { ...front, url: "https://www.courier.example/tides", headlineLinks: 6, linkedHeadings: 0, articleElements: 10 },
    ],
    [
      "section-front",
      {
        ...front,
        url: "https://www.courier.example/tides",
        headlineLinks: 6,
        linkedHeadings: 0,
        articleElements: 0,
        dateLines: 12,
      },
    ],
    [
      "other-text",
      {
        ...front,
        url: "https://www.courier.example/tides",
        headlineLinks: 6,
        linkedHeadings: 0,
        articleElements: 0,
        dateLines: 1,
      },
    ],
    ["discussion", { ...front, url: "https://forum.courier.example/harbour", codeBlocks: 3 }],
    ["discussion", { ...front, url: "https://courier.example/threads/moorings.311/" }],
    ["reference", { ...front, url: "https://courier.example/tables", codeBlocks: 3 }],
    ["product", { ...front, url: "https://courier.example/forums", prices: 5 }],
    ["section-front", { ...front, url: "https://courier.example/help", types: ["FAQPage", "Question"] }],
    [
      "little-text",
      {
        ...undeclared,
        url: "https://www.courier.example/weather",
        paragraphs: 0,
        paragraphLetters: 0,
        longestRunLetters: 0,
        headlineLinks: 0,
      },
    ],
    ["product", shop],
    [
      "discussion",
      {
        ...undeclared,
        url: "https://forum.example/t/moorings/311",
        types: ["DiscussionForumPosting"],
        longestRunLetters: 500,
      },
    ],
  ] as const)("%s", (code, changes) => {
    const decision = detect({ ...story, ...changes });
    expect(decision.reason.code).toBe(code);
    expect(decision.isArticle).toBe(code === "declared-article" || code === "article-text");
  });

  test("a front page that calls itself an article is none", () => {
    expect(detect({ ...story, url: "https://www.courier.example" }).isArticle).toBe(false);
  });

  test("the reason counts what the popup shows", () => {
    expect(detect({ ...story, ...front, url: "https://www.courier.example/world" }).reason).toEqual({
      code: "section-front",
      links: 210,
      paragraphs: 6,
      shortParagraphs: 6,
    });
  });
});
