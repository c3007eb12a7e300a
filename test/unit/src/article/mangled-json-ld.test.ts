import {
  anything,
  array,
  assert,
  constantFrom,
  dictionary,
  nat,
  property,
  shuffledSubarray,
  string,
  tuple,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { completeFacts, stateFacts } from "../../../../src/article/facts/facts.ts";
import type { PageData } from "../../../../src/article/facts/page-data.ts";

const EMPTY = { elements: [], blocks: [] };

function factsOf(jsonLd: readonly string[], more: Partial<PageData> = {}) {
  const data: PageData = {
    url: "https://www.courier.example/coast/keepers-return",
    title: "Tidewater Courier",
    language: "en-GB",
    canonical: null,
    meta: new Map(),
    jsonLd,
    microdata: [],
    dates: [],
    bylines: [],
    ...more,
  };
  return completeFacts(stateFacts(data), EMPTY, []);
}

const STORY = {
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "Keepers return, it's true, to Skerry Point",
  datePublished: "2019-05-04T23:40:00-02:30",
  author: [{ "@type": "Person", name: "Ada Quill" }, "Ben Marsh"],
  url: "https://www.courier.example/coast/keepers-return",
};
const FACTS = {
  headline: STORY.headline,
  bylines: ["Ada Quill", "Ben Marsh"],
  published: "2019-05-05T02:10:00Z",
};

type Mangling = (source: string) => string;

/** Other forms of the same graph, as strict JSON; each is applied to the story alone. */
const GRAPHS: readonly (() => unknown)[] = [
  () => STORY,
  () => [STORY],
  () => [[STORY], null],
  () => ({ "@graph": [{ "@type": "WebSite", name: "Courier" }, STORY] }),
  () => ({
    "@graph": [
      { ...STORY, author: [{ "@id": "#ada" }, "Ben Marsh"] },
      { "@type": "Person", "@id": "#ada", name: "Ada Quill" },
    ],
  }),
  () => ({ "@type": "WebPage", mainEntity: STORY }),
  () => ({ ...STORY, "@type": ["Article", "https://schema.org/NewsArticle"], author: { "@list": STORY.author } }),
  () => [{ ...STORY, headline: "Another story", url: "https://www.courier.example/coast/other" }, STORY],
  () => ({ ...STORY, headline: { "@value": STORY.headline, "@language": "en" } }),
];

/** What sites do to their blocks without meaning to. */
const MANGLINGS: readonly Mangling[] = [
  (source) => `<!-- ${source} -->`,
  (source) => `//<![CDATA[\n${source}\n//]]>`,
  (source) => `/*<![CDATA[*/${source}/*]]>*/`,
  (source) => `\ufeff${source};`,
  (source) => source.replace(/([}\]])/g, ",$1"),
  (source) => source.replace(/([{,])"/g, '$1 /* from the template */ "'),
  (source) => source.replace(/([{,])"/g, '$1 // next\n"'),
  (source) => source.replace(/true/g, "tr\u0003ue"),
  (source) => source.replace(/":"/g, '"\t:\u00a0"'),
  (source) => `${source}\n{"@type":"Organization","name":"Courier"}`,
  (source) => `{"@type":"Organization","name":"Courier"},${source}`,
  (source) => source.replace(/it's/g, String.raw`it\'s`),
  (source) => `${source}}`,
];

describe("mangled JSON-LD", () => {
  test("says the same however it is mangled", () => {
    assert(
      property(nat(GRAPHS.length - 1), shuffledSubarray([...MANGLINGS.keys()]), (graph, order) => {
        const source = order.reduce(
          (mangled, index) => MANGLINGS[index]?.(mangled) ?? mangled,
          JSON.stringify(GRAPHS[graph]?.()),
        );
        const { headline, ...facts } = factsOf([source]);
        expect({ ...facts, headline: headline?.replace("\u0003", "") }).toMatchObject(FACTS);
      }),
    );
  });

  test("says the same with all its quotation marks written as references", () => {
    for (const graph of GRAPHS) {
      expect(factsOf([JSON.stringify(graph()).replaceAll('"', "&quot;")])).toMatchObject(FACTS);
    }
  });

  test("never throws when letters are lost, put in or exchanged", () => {
    const edit = tuple(
      nat(600),
      nat(12),
      constantFrom("", '"', "\\", "{", "}", "[", "]", ",", ":", "\n", "/*", "&", "\ud800"),
    );
    assert(
      property(nat(GRAPHS.length - 1), array(edit, { minLength: 1, maxLength: 8 }), (graph, edits) => {
        const source = edits.reduce(
          (text, [at, lost, put]) => text.slice(0, at) + put + text.slice(at + lost),
          JSON.stringify(GRAPHS[graph]?.()),
        );
        const { headline, published, bylines } = factsOf([source, source.slice(1)]);
        expect(headline).toEqual(headline === null ? null : expect.any(String));
        expect(published ?? "2019-01-01").toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/);
        expect(bylines.every((name) => name.length <= 60)).toBe(true);
      }),
    );
  });

  test("never throws whatever its properties hold", () => {
    const values = dictionary(
      constantFrom(
        "@type",
        "@id",
        "@graph",
        "headline",
        "name",
        "author",
        "datePublished",
        "publisher",
        "url",
        "mainEntityOfPage",
        "articleBody",
        "itemListElement",
        "@list",
        "@value",
      ),
      anything({ maxDepth: 4, key: constantFrom("name", "@id", "@value", "@list", "givenName", "url") }),
    );
    assert(
      property(values, string(), (node, text) => {
        // What JSON can't hold (undefined, symbols, cycles) is left out on the way, as on any page.
        const source = JSON.stringify({ "@type": "Article", ...node }, (_, value: unknown) =>
          typeof value === "bigint" ? Number(value) : value,
        );
        factsOf([source, text], {
          meta: new Map([
            ["author", [text]],
            ["og:title", [text]],
            ["article:published_time", [text]],
          ]),
          microdata: [
            {
              type: "Article",
              properties: [
                ["headline", text],
                ["author", text],
                ["datePublished", text],
              ],
            },
          ],
        });
      }),
    );
  });

  test.each(["name", "@value", "author", "@graph", "mainEntity", "@list"])(
    "a hostile depth of %s is cut off",
    (key) => {
      const depth = 200_000;
      const deep = `${`{"@type":"Article","${key}":`.repeat(depth)}1${"}".repeat(depth)}`;
      for (const field of ["headline", "author", "datePublished", "publisher", "@graph"]) {
        expect(() => factsOf([`{"@type":"Article","${field}":${deep}}`])).not.toThrow();
      }
    },
  );
});
