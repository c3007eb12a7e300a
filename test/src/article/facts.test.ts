import { describe, expect, test } from "vitest";
import { completeFacts, stateFacts } from "../../../src/article/facts.ts";
import type { PageData } from "../../../src/article/page-data.ts";

const nothing: PageData = {
  url: "https://www.courier.example/coast/keepers-return",
  title: "",
  language: "en-GB",
  canonical: null,
  meta: new Map(),
  jsonLd: [],
  microdata: [],
  dates: [],
  bylines: [],
};

function factsOf(data: Partial<PageData>, shownHeadline?: string) {
  const blocks = (shownHeadline === undefined ? [] : [shownHeadline]).map((text) => ({
    element: 0,
    text,
    linked: 0,
    wrap: "",
  }));
  const elements = [{ parent: -1, tag: "h1", names: "", role: "", itemprop: "", images: 0 }];
  return completeFacts(stateFacts({ ...nothing, ...data }), { elements, blocks }, blocks.length - 1);
}

const jsonLd = (node: unknown) => ({ jsonLd: [JSON.stringify(node)] });

describe("the facts of a story", () => {
  test("are null where the page states none", () => {
    expect(factsOf({})).toEqual({
      headline: null,
      bylines: [],
      authors: [],
      agency: null,
      published: null,
      modified: null,
      outlet: null,
      url: "https://www.courier.example/coast/keepers-return",
    });
  });

  test("come from JSON-LD, with authors given by reference", () => {
    const facts = factsOf(
      jsonLd({
        "@graph": [
          {
            "@type": "NewsArticle",
            headline: "Keepers &amp; cats return",
            datePublished: "2019-05-04T23:40:00-02:30",
            dateModified: "2019-05-05T08:00:00Z",
            author: [{ "@id": "#ada" }, { "@type": "Organization", name: "Reuters" }],
            publisher: { name: "Tidewater Courier" },
          },
          { "@type": "Person", "@id": "#ada", name: "Ada Quill" },
        ],
      }),
    );
    expect(facts).toMatchObject({
      headline: "Keepers & cats return",
      bylines: ["Ada Quill"],
      agency: "Reuters",
      published: "2019-05-05T02:10:00Z",
      modified: "2019-05-05T08:00:00Z",
      outlet: "Tidewater Courier",
    });
  });

  test("name authors by given and family name", () => {
    const author = { "@type": "Person", givenName: "Ada", familyName: "Quill" };
    expect(factsOf(jsonLd({ "@type": "Article", author })).bylines).toEqual(["Ada Quill"]);
  });

  test("take the people that the page shows where data name only the outlet", () => {
    const facts = factsOf({
      ...jsonLd({ "@type": "Article", author: { name: "The Courier" }, publisher: { name: "Courier" } }),
      bylines: [{ text: "By Ada Quill\n4 May 2019", names: "article-byline", linked: [] }],
    });
    expect(facts.bylines).toEqual(["Ada Quill"]);
  });

  test("prefer the headline that is without a kicker", () => {
    const meta = new Map([["og:title", ["Keepers return to Skerry Point"]]]);
    expect(factsOf({ meta }, "Coast: Keepers return to Skerry Point").headline).toBe("Keepers return to Skerry Point");
  });

  test("leave the outlet's name off the document's title", () => {
    const meta = new Map([["og:site_name", ["Tidewater Courier"]]]);
    const title = "Keepers return to Skerry Point - Tidewater Courier";
    expect(factsOf({ title, meta }).headline).toBe("Keepers return to Skerry Point");
  });

  test("take two machine dates that run on for published and modified", () => {
    const dates = ["2022-01-09T00:08:20+5:30", "2022-01-10T00:05:08+5:30"].map((text) => ({
      machine: "",
      text,
      names: "machine",
      aside: false,
    }));
    expect(factsOf({ dates })).toMatchObject({
      published: "2022-01-08T18:38:20Z",
      modified: "2022-01-09T18:35:08Z",
    });
  });

  test("do not take the date of another story", () => {
    const dates = [{ machine: "2020-02-02", text: "", names: "teaser", aside: true }];
    expect(factsOf({ dates }).published).toBeNull();
  });

  test("take the date in the address where the page shows none", () => {
    expect(factsOf({ url: "https://courier.example/2019/05/04/keepers" }).published).toBe("2019-05-04");
  });
});
