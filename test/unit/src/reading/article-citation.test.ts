import { describe, expect, test } from "vitest";
import { type CitedArticle, citeArticle, type CitationStyle } from "../../../../src/reading/article-citation.ts";

const READ = "2001-07-03";
const article = (changes: Partial<CitedArticle> = {}): CitedArticle => ({
  bylines: ["Petra Holm"],
  title: "Mayor denies everything",
  outlet: "The Harbour Post",
  published: "1998-04-02",
  url: "https://post.example/pier",
  ...changes,
});

describe.each<[string, Partial<CitedArticle>, Record<CitationStyle, string>]>([
  [
    "one author",
    {},
    {
      apa: "Holm, P. (1998, April 2). Mayor denies everything. The Harbour Post. https://post.example/pier",
      mla: "Holm, Petra. “Mayor denies everything.” The Harbour Post, 2 Apr. 1998, post.example/pier.",
      chicago: "Holm, Petra. “Mayor denies everything.” The Harbour Post, April 2, 1998. https://post.example/pier.",
    },
  ],
  [
    "two authors",
    { bylines: ["Jean-Paul Maria Brandt", "Agnes Lund"] },
    {
      apa: "Brandt, J.-P. M., & Lund, A. (1998, April 2). Mayor denies everything. The Harbour Post. https://post.example/pier",
      mla: "Brandt, Jean-Paul Maria, and Agnes Lund. “Mayor denies everything.” The Harbour Post, 2 Apr. 1998, post.example/pier.",
      chicago:
        "Brandt, Jean-Paul Maria, and Agnes Lund. “Mayor denies everything.” The Harbour Post, April 2, 1998. https://post.example/pier.",
    },
  ],
  [
    "three, with a particle, a suffix and one name alone",
    { bylines: ["Ada van der Berg", "Otto Lind Jr.", "Sukarno"] },
    {
      apa: "van der Berg, A., Lind, O., Jr., & Sukarno. (1998, April 2). Mayor denies everything. The Harbour Post. https://post.example/pier",
      mla: "van der Berg, Ada, et al. “Mayor denies everything.” The Harbour Post, 2 Apr. 1998, post.example/pier.",
      chicago:
        "van der Berg, Ada, Otto Lind Jr., and Sukarno. “Mayor denies everything.” The Harbour Post, April 2, 1998. https://post.example/pier.",
    },
  ],
  [
    "neither author nor day",
    { bylines: [], published: null },
    {
      apa: "Mayor denies everything. (n.d.). The Harbour Post. https://post.example/pier",
      mla: "“Mayor denies everything.” The Harbour Post, post.example/pier. Accessed 3 July 2001.",
      chicago: "“Mayor denies everything.” The Harbour Post. Accessed July 3, 2001. https://post.example/pier.",
    },
  ],
  [
    "a title that asks and quotes, in a month, of nobody's paper",
    { title: "Who said “no”?", outlet: null, published: "1998-09" },
    {
      apa: "Holm, P. (1998, September). Who said “no”? https://post.example/pier",
      mla: "Holm, Petra. “Who said ‘no’?” Sept. 1998, post.example/pier.",
      chicago: "Holm, Petra. “Who said ‘no’?” September 1998. https://post.example/pier.",
    },
  ],
])("%s", (_what, changes, expected) => {
  test.each(Object.entries(expected))("%s", (style, text) => {
    expect(citeArticle(article(changes), style as CitationStyle, READ)).toBe(text);
  });
});

test("of very many authors APA names nineteen and the last, Chicago seven", () => {
  const bylines = Array.from({ length: 23 }, (_, number) => `Ada Author${number}`);
  expect(citeArticle(article({ bylines }), "apa", READ)).toMatch(/Author18, A\., \. \. \. Author22, A\. \(1998/);
  expect(citeArticle(article({ bylines }), "chicago", READ)).toMatch(
    /^Author0, Ada, Ada Author1, .*Ada Author6, et al\. “/,
  );
});
