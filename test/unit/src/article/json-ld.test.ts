import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJsonLd } from "../../../../src/article/facts/json-ld.ts";
import { JSON_LD_LIMIT, mainArticle, readGraph, textOf } from "../../../../src/article/facts/structured-data.ts";
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

  test("more than a page may hand over is left out, and that is told", () => {
    const block = JSON.stringify({ "@type": "NewsArticle", headline: "Ferry returns" });
    expect(readGraph([block, block]).complete).toBe(true);
    const filler = " ".repeat(JSON_LD_LIMIT);
    expect(readGraph([block + filler, block])).toMatchObject({ complete: false, nodes: [{ types: ["NewsArticle"] }] });
  });

  test("a comment that nothing ends is none, however often one begins", () => {
    expect(parseJsonLd(`/* a */ {"name": "Ada" /* b */,} /*`)[0]).toEqual({ name: "Ada" });
    expect(() => parseJsonLd("/* ".repeat(500_000))).not.toThrow();
  });

  test("words without quotation marks are numbers, literals or themselves", () => {
    expect(parseJsonLd("{a: 1.5e3, b: -0, c: true, d: null, e: 01, f: infinity,}")[0]).toEqual({
      a: 1500,
      b: -0,
      c: true,
      d: null,
      e: "01",
      f: "infinity",
    });
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
