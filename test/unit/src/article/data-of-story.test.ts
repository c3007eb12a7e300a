import { describe, expect, test } from "vitest";
import { dataOfStory } from "../../../../src/article/facts/data-of-story.ts";
import type { PageData } from "../../../../src/article/facts/page-data.ts";

const A = "https://post.test/coast/keepers-return-to-skerry-point";
const B = "https://post.test/coast/ferry-fails-at-port-alma";

const article = (headline: string, url?: string): string => JSON.stringify({ "@type": "NewsArticle", headline, url });
const SITE = JSON.stringify({ "@type": "WebSite", name: "The Harbour Post" });

const pageOf = (url: string, headline: string, named: string | null = url): PageData => ({
  url,
  title: `${headline} - The Harbour Post`,
  language: "en",
  canonical: named,
  meta: new Map([
    ["og:site_name", ["The Harbour Post"]],
    ["og:title", [headline]],
    ...(named === null ? [] : [["og:url", [named]] as const]),
  ]),
  jsonLd: [SITE, article(headline, named ?? undefined)],
  microdata: [],
  dates: [],
  bylines: [],
});

const first = pageOf(A, "Keepers return");
const alone = { addresses: [], before: null };
const after = { addresses: [A], before: first };

describe("the data of a story", () => {
  test("are the page's where it shows no other", () => {
    expect(dataOfStory(first, alone)).toEqual(first);
    const wrong = pageOf(A, "Keepers return", "https://post.test/coast");
    expect(dataOfStory(wrong, alone)).toEqual(wrong);
  });

  test("are the new ones after a single-page application has changed them", () => {
    const second = pageOf(B, "Ferry fails");
    expect(dataOfStory(second, after)).toEqual(second);
  });

  test("are none of those that were left behind, but for the site's", () => {
    expect(dataOfStory({ ...first, url: B }, after)).toMatchObject({
      title: "",
      canonical: null,
      meta: new Map([["og:site_name", ["The Harbour Post"]]]),
      jsonLd: [SITE],
    });
  });

  test("are none of those left behind either where they name no address", () => {
    const before = pageOf(A, "Keepers return", null);
    expect(dataOfStory({ ...before, url: B }, { addresses: [A], before })).toMatchObject({
      title: "",
      meta: new Map([["og:site_name", ["The Harbour Post"]]]),
      jsonLd: [SITE],
    });
  });

  test("are told apart one by one", () => {
    const mixed = { ...first, url: B, title: "Ferry fails - The Harbour Post", canonical: B };
    const told = dataOfStory({ ...mixed, jsonLd: [...first.jsonLd, article("Ferry fails", B)] }, after);
    expect(told).toMatchObject({ title: "", canonical: B, jsonLd: [SITE, article("Ferry fails", B)] });
    const fresh = dataOfStory({ ...mixed, meta: pageOf(B, "Ferry fails").meta }, after);
    expect(fresh).toMatchObject({ title: mixed.title, jsonLd: [SITE] });
    expect(fresh.meta.get("og:title")).toEqual(["Ferry fails"]);
  });

  test("of one story on an endless page are not those of the next", () => {
    const told = dataOfStory({ ...first, url: B }, { addresses: [A], before: null });
    expect(told).toMatchObject({ title: "", canonical: null, jsonLd: [SITE] });
    expect(dataOfStory(first, { addresses: [B], before: null })).toEqual(first);
  });

  test("name the same story by any of its addresses", () => {
    const tracked = `${B}?utm_source=letter`;
    const second = pageOf(tracked, "Ferry fails", B);
    expect(dataOfStory(second, after)).toEqual(second);
  });
});
