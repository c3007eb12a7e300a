import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJsonLd } from "../../../../src/article/facts/json-ld.ts";
import { mainArticle, readGraph, textOf } from "../../../../src/article/facts/structured-data.ts";
import { jsonLdCases } from "../../../cases/json-ld.ts";

describe("a JSON-LD block", () => {
  test.each(jsonLdCases)("$why", ({ source, values }) => {
    // Objects read leniently have no prototype; what counts is what is in them.
    expect(JSON.parse(JSON.stringify(parseJsonLd(source)))).toEqual(values);
  });

  test("never throws, and ends, whatever it holds", () => {
    const fragments = constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      "'",
      ":",
      ",",
      "\\",
      "\\u",
      "/*",
      "//",
      "&quot;",
      "a",
      "1",
      "\n",
      "<!--",
    );
    assert(
      property(array(fragments, { maxLength: 60 }), (pieces) => {
        readGraph([pieces.join("")]);
      }),
    );
  });

  test("a hostile depth is cut off", () => {
    expect(() => parseJsonLd(`${'{"a":['.repeat(50_000)},`)).not.toThrow();
    expect(() => readGraph([`${"[".repeat(5000)}${"]".repeat(5000)}`])).not.toThrow();
  });

  test("a key cannot reach an object's prototype", () => {
    readGraph(['{"__proto__":{"polluted":true},}']);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("the page's own article in a graph", () => {
  const graph = readGraph([
    JSON.stringify({
      "@graph": [
        { "@type": "WebPage", "@id": "#page", name: "A page" },
        {
          "@type": ["Article", "schema:NewsArticle"],
          headline: "Ferry returns",
          author: { "@id": "#ada" },
          url: "https://courier.example/n/ferry-returns",
        },
        { "@type": "Person", "@id": "#ada", name: "Ada Quill" },
      ],
    }),
    JSON.stringify({
      "@type": "ItemList",
      itemListElement: [
        { "@type": "NewsArticle", headline: "Another story", articleBody: "Long.", datePublished: "2021-03-04" },
      ],
    }),
  ]);

  test("is the one that is no item of a list", () => {
    expect(textOf(mainArticle(graph, "/n/ferry-returns")?.node["headline"])).toBe("Ferry returns");
  });

  test("knows nodes by their @id", () => {
    expect(textOf(graph.byId.get("#ada")?.["name"])).toBe("Ada Quill");
  });

  test("is null where no article is declared", () => {
    expect(mainArticle(readGraph(['{"@type":"Product"}']), "/")).toBeNull();
  });
});
