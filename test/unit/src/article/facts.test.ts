import { describe, expect, test } from "vitest";
import { completeFacts, stateFacts } from "../../../../src/article/facts/facts.ts";
import type { PageData } from "../../../../src/article/facts/page-data.ts";

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

/** The facts of a page that shows a headline and, below it, other lines. */
function factsOf(data: Partial<PageData>, shownHeadline?: string, ...lines: readonly string[]) {
  const texts = shownHeadline === undefined ? lines : [shownHeadline, ...lines];
  const blocks = texts.map((text) => ({ element: 0, text, linked: 0, links: 0, slanted: 0, wrap: "" }));
  const elements = [{ parent: -1, tag: "h1", names: "", role: "", itemprop: "", images: 0, controls: 0 }];
  const labelled = shownHeadline === undefined ? [] : [{ block: 0, kind: "headline" as const }];
  return completeFacts(stateFacts({ ...nothing, ...data }), { elements, blocks }, labelled);
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
      publishedLocal: null,
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
      publishedLocal: "2019-05-04T23:40:00-02:30",
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

  test("look for a person where the data name a publication as author, whatever it is called", () => {
    const author = { "@type": "Organization", name: "Tern Media" };
    const bylines = [{ text: "By Ada Quill", names: "article-byline", linked: [] }];
    expect(factsOf({ ...jsonLd({ "@type": "Article", author }), bylines }).bylines).toEqual(["Ada Quill"]);
    const mistaken = { "@type": "Organization", name: "Ada Quill" };
    expect(factsOf(jsonLd({ "@type": "Article", author: mistaken })).bylines).toEqual(["Ada Quill"]);
  });

  test("take the people of the line above the story where nothing else names them", () => {
    const elements = [{ parent: -1, tag: "p", names: "", role: "", itemprop: "", images: 0, controls: 0 }];
    const blocks = [
      { element: 0, text: "By Ada Quill and Reuters | 4 May 2019", linked: 0, links: 0, slanted: 0, wrap: "" },
    ];
    const labelled = [{ block: 0, kind: "byline" as const }];
    const shown = completeFacts(stateFacts(nothing), { elements, blocks }, labelled);
    expect(shown).toMatchObject({ bylines: ["Ada Quill"], agency: "Reuters", authors: ["Ada Quill", "Reuters"] });
    const stated = stateFacts({ ...nothing, ...jsonLd({ "@type": "Article", author: "Ben Marsh" }) });
    expect(completeFacts(stated, { elements, blocks }, labelled).authors).toEqual(["Ben Marsh"]);
  });

  describe("where the data name no person", () => {
    const element = { parent: -1, tag: "p", names: "", role: "", itemprop: "", images: 0, controls: 0 };
    const block = (text: string, wrap = "") => ({ element: 0, text, linked: 0, links: 0, slanted: 0, wrap });
    const outlet = jsonLd({ "@type": "Article", author: { "@type": "Organization", name: "Tern Media" } });
    const storyWith = (last: ReturnType<typeof block>, behind: readonly string[] = []) => {
      const blocks = [block("The ferry to Skerry Point will run again."), last, ...behind.map((text) => block(text))];
      const labelled = [0, 1].map((at) => ({ block: at, kind: "body" as const }));
      return completeFacts(stateFacts({ ...nothing, ...outlet }), { elements: [element], blocks }, labelled);
    };

    test.each([
      ["Lena Mwale", " strong "],
      ["Joana dos Reis", " span x em "],
      ["J. R. Quill", " b "],
      ["Nguyễn Thị Hà", " strong sign"],
    ])("a name set apart as the story's last line signs it: %s", (name, wrap) => {
      expect(storyWith(block(name, wrap))).toMatchObject({ bylines: [name], authors: ["Tern Media", name] });
    });

    test.each([
      ["a name that is not set apart", "Lena Mwale", ""],
      ["a sentence", "They are safe.", " strong "],
      ["a last word", "Applause", " em "],
      ["a line that goes on in small letters", "Skerry Point on Monday", " b "],
    ])("%s signs nothing", (_what, text, wrap) => {
      expect(storyWith(block(text, wrap))).toMatchObject({ bylines: ["Tern Media"], authors: ["Tern Media"] });
    });

    test.each(["Author: Lena Mwale", "Autorin/Autor Lena Mwale", "Autor(in): Lena Mwale", "Penulis: Lena Mwale"])(
      "a line behind the story that is labelled so names its author: %s",
      (line) => {
        const plain = block("The pier is next.");
        expect(storyWith(plain, ["Related", line]).bylines).toEqual(["Lena Mwale"]);
        expect(storyWith(plain, [`The author said: Lena Mwale.`]).bylines).toEqual(["Tern Media"]);
      },
    );
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

  test("say the day that the page shows for an instant in UTC, wherever it shows it", () => {
    const dates = [
      { machine: "2019-05-04T22:30:00Z", text: "Sunday, 5 May 2019, half past midnight", names: "", aside: false },
    ];
    const stated = jsonLd({ "@type": "NewsArticle", datePublished: "2019-05-04T22:30:00Z" });
    expect(factsOf({ ...stated, dates })).toMatchObject({
      published: "2019-05-04T22:30:00Z",
      publishedLocal: "2019-05-05",
    });
  });

  test("take the heading shown where only the document's title is stated", () => {
    const title = "Keepers return to Skerry Point - The Tidewater Courier";
    expect(factsOf({ title }, "Keepers return to Skerry Point").headline).toBe("Keepers return to Skerry Point");
    expect(factsOf({ title: "Coast and tides" }, "Keepers return to Skerry Point").headline).toBe(
      "Keepers return to Skerry Point",
    );
  });

  test("do not take the date of another story", () => {
    const dates = [{ machine: "2020-02-02", text: "", names: "teaser", aside: true }];
    expect(factsOf({ dates }).published).toBeNull();
  });

  test("keep the day of the page beside the instant", () => {
    const node = { "@type": "Article", datePublished: "2019-05-05T02:10:00Z" };
    expect(factsOf(jsonLd(node)).publishedLocal).toBe("2019-05-05T02:10:00Z");
    const shown = factsOf(jsonLd(node), "Keepers return", "By Ada Quill | 4 May 2019");
    expect(shown).toMatchObject({ published: "2019-05-05T02:10:00Z", publishedLocal: "2019-05-04" });
    const stated = { ...jsonLd(node), meta: new Map([["date", ["Sat, 04 May 2019 23:40:00 -0230"]]]) };
    expect(factsOf(stated)).toMatchObject({
      published: "2019-05-05T02:10:00Z",
      publishedLocal: "2019-05-04T23:40:00-02:30",
    });
  });

  test("keep the instant where the line by the headline names a day that it can't be", () => {
    const node = { "@type": "Article", datePublished: "2019-05-05T02:10:00Z" };
    expect(factsOf(jsonLd(node), "Keepers return", "7 May 2019").publishedLocal).toBe("2019-05-05T02:10:00Z");
  });

  test("take the date of the page where its data have no article", () => {
    const page = { "@type": "WebPage", datePublished: "2019-05-04" };
    expect(factsOf(jsonLd(page)).published).toBe("2019-05-04");
    expect(factsOf(jsonLd({ "@type": "ItemList", itemListElement: [page] })).published).toBeNull();
  });

  test("take a line apart that names both dates", () => {
    const dates = [{ machine: "", text: "Written: 4 May 2019 / Updated: 6 May 2019", names: "date", aside: false }];
    expect(factsOf({ dates })).toMatchObject({ published: "2019-05-04", modified: "2019-05-06" });
    expect(factsOf({}, "Keepers return", "Updated: 6 May 2019 | Published: 4 May 2019")).toMatchObject({
      published: "2019-05-04",
      modified: "2019-05-06",
    });
    expect(factsOf({}, "Keepers return", "Updated: 6 May 2019").published).toBeNull();
  });

  test("take machine dates on a line of any length, but no date out of a sentence", () => {
    const byline = "By Ada Quill | Published: May 4, 2019 11:40 PM2019-05-04T23:40:00-2:302019-05-05T08:00:00-2:30";
    expect(byline.length).toBeGreaterThan(80);
    expect(factsOf({}, "Keepers return", byline)).toMatchObject({
      published: "2019-05-05T02:10:00Z",
      publishedLocal: "2019-05-04T23:40:00-02:30",
      modified: "2019-05-05T10:30:00Z",
    });
    const sentence = "The last keeper left on May 4, 2008, and the lamp has run by itself through every winter since.";
    expect(factsOf({}, "Keepers return", sentence).published).toBeNull();
  });

  test("do not take today's date above the headline", () => {
    const elements = [{ parent: -1, tag: "h1", names: "", role: "", itemprop: "", images: 0, controls: 0 }];
    const blocks = ["Tuesday, 7 May 2019", "Keepers return"].map((text) => ({
      element: 0,
      text,
      linked: 0,
      links: 0,
      slanted: 0,
      wrap: "",
    }));
    expect(
      completeFacts(stateFacts(nothing), { elements, blocks }, [{ block: 1, kind: "headline" }]).published,
    ).toBeNull();
  });

  test("take the date in the address where the page shows none", () => {
    expect(factsOf({ url: "https://courier.example/2019/05/04/keepers" }).published).toBe("2019-05-04");
  });
});
