import { expect, test } from "vitest";
import * as v from "valibot";
import type { Analysis } from "../../../../src/analyse.ts";
import { articleNamesSchema } from "../../../../src/annotation/records/schemas.ts";
import type { Quotation } from "../../../../src/quotes/quotation.ts";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import { keptOf } from "../../../../src/reading/kept.ts";
import { type ArticleFacts, NO_FACTS } from "../../../../src/text/article.ts";
import type { Span } from "../../../../src/text/span.ts";

const TEXT =
  "“It sank,” Mayor Edvard Moen said, “ and nobody asked. ” The board denied it, he said. “It sank,” the board said.";

const spanOf = (words: string, from = 0): Span => {
  const start = TEXT.indexOf(words, from);
  if (start < 0) throw new Error(words);
  return { start, end: start + words.length };
};
const quotation = (changes: Partial<Quotation> & Pick<Quotation, "content" | "speaker">): Quotation => ({
  type: "direct",
  cue: null,
  source: null,
  nested: false,
  repeated: false,
  ...changes,
});
const LAST = TEXT.lastIndexOf("“It sank,”");
const moen = { ...spanOf("Edvard Moen"), repeated: false };

const ANALYSIS: Analysis = {
  supported: true,
  entities: [
    { kind: "place", name: "Pier", aliases: [], role: null, mentions: [] },
    { kind: "person", name: "Edvard Moen", aliases: ["Moen"], role: "Mayor", mentions: [moen] },
  ],
  sources: [
    { name: "Edvard Moen", kind: "person", entity: 1, mentions: [moen], quotations: [0, 3] },
    { name: "the board", kind: "body", entity: null, mentions: [], quotations: [2] },
    { name: "he", kind: "open", entity: null, mentions: [], quotations: [1] },
  ],
  quotations: [
    quotation({
      content: [spanOf("“It sank,”"), spanOf("“ and nobody asked. ” ")],
      source: spanOf("Edvard Moen"),
      speaker: 0,
    }),
    quotation({ content: [spanOf("The board denied it")], source: spanOf("he"), speaker: 2, type: "indirect" }),
    quotation({ content: [spanOf("“It sank,”", LAST)], source: spanOf("the board", LAST), speaker: 1 }),
    quotation({ content: [spanOf("“It sank,”")], speaker: 0, repeated: true }),
  ],
};
const FACTS: ArticleFacts = {
  ...NO_FACTS,
  url: "https://post.example/pier",
  bylines: ["Petra Holm", " "],
  outlet: "The Harbour Post",
  publishedLocal: "1998-04-02T23:30:00-05:00",
  modified: "1998-04-03T10:00:00Z",
};

test("who says what is kept with its speaker, its kind, its words and where they stand", () => {
  const { sheet, fingerprint: _fingerprint, ...kept } = keptOf(ANALYSIS, articleOfPlainText(TEXT), FACTS);
  expect(kept).toEqual({
    outlet: "The Harbour Post",
    published: "1998-04-02",
    subjects: [
      { kind: "place", name: "Pier", aliases: [] },
      { kind: "person", name: "Edvard Moen", aliases: ["Moen"] },
      { kind: "source", name: "the board", aliases: [] },
    ],
  });
  expect(sheet).toMatchObject({ bylines: ["Petra Holm"], updated: "1998-04-03", roles: [null, "Mayor", null] });
  // What two say in the same words is said by both; a repeat is not said again; whoever stays open is nobody.
  expect(sheet?.statements.map(({ speaker, source, type, text }) => [speaker, source, type, text])).toEqual([
    [1, "Edvard Moen", "direct", "“It sank,” … “ and nobody asked. ”"],
    [null, "he", "indirect", "The board denied it"],
    [2, "the board", "direct", "“It sank,”"],
  ]);
  // Each piece is just the words that are shown of it.
  expect(sheet?.statements[0]?.content.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    "“It sank,”",
    "“ and nobody asked. ”",
  ]);
});

test("what is kept fits what is stored, however long the article's own words are", () => {
  const text = Array.from({ length: 12_000 }, (_, number) => String(number)).join(" ");
  const analysis: Analysis = {
    ...ANALYSIS,
    entities: [{ kind: "person", name: "Edvard Moen", aliases: [], role: "x".repeat(5_000), mentions: [] }],
    sources: [{ name: "Edvard Moen", kind: "person", entity: 0, mentions: [], quotations: [] }],
    // Most are short, and no two the same.
    quotations: Array.from({ length: 2_500 }, (_, number) =>
      quotation({
        content: [{ start: number, end: number < 3 ? 30_002 : number + 1 + (number % 7) }],
        source: { start: 0, end: 20_000 },
        speaker: 0,
        type: "indirect",
      }),
    ),
  };
  const bylines = Array.from({ length: 90 }, (_, number) => `Author ${number}`);
  const origin = { page: "post.example/pier", source: "https://post.example/pier", title: "Pier" };
  const kept = { ...origin, ...keptOf(analysis, articleOfPlainText(text), { ...FACTS, bylines }) };
  expect(v.safeParse(articleNamesSchema, kept).issues?.map(({ message }) => message)).toBeUndefined();
});
