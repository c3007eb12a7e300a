import { describe, expect, test } from "vitest";
import { ARTICLE_SCHEMA, type KeptArticle } from "../../../../src/annotation/records/kept-article.ts";
import { mergeArticle, mergeRecord, type Stamped } from "../../../../src/exchange/merge.ts";

interface Card extends Stamped {
  readonly words: string;
}

const NOW = "1998-06-01T00:00:00.000Z";
const card = (words: string, revision: number, day: number, deleted: string | null = null): Card => ({
  id: "0b8f6c0e-6c39-4f5e-9d8e-0d7e4f1a2b3c",
  words,
  revision,
  modified: `1998-05-${String(day).padStart(2, "0")}T00:00:00.000Z`,
  deleted,
});
const GONE = "1998-05-20T00:00:00.000Z";

const cases: readonly [string, Card | undefined, Card, string, Card | null][] = [
  ["one that is not here", undefined, card("in", 3, 9), "added", card("in", 3, 9)],
  ["the same one", card("in", 3, 9), card("in", 3, 9), "unchanged", null],
  ["a higher revision, later", card("here", 1, 1), card("in", 2, 9), "updated", card("in", 2, 9)],
  ["a higher revision at the same instant", card("here", 1, 9), card("in", 2, 9), "updated", card("in", 2, 9)],
  ["the same revision, later", card("here", 2, 1), card("in", 2, 9), "updated", card("in", 2, 9)],
  ["an older one", card("here", 3, 9), card("in", 2, 1), "unchanged", null],
  ["a higher revision, but earlier: ours stays", card("here", 2, 9), card("in", 5, 1), "unchanged", null],
  ["later, but a lower revision: ours stays", card("here", 5, 1), card("in", 2, 9), "unchanged", null],
  [
    "one that was deleted here after it was changed comes back as it was here",
    card("here", 3, 20, GONE),
    card("in", 1, 1),
    "added",
    { ...card("here", 4, 1), modified: NOW },
  ],
  [
    "one that was deleted here and changed elsewhere since comes back as it was there",
    card("here", 2, 20, GONE),
    card("in", 4, 22),
    "added",
    { ...card("in", 5, 1), modified: NOW },
  ],
];
test.each(cases)("%s", (_what, stored, incoming, outcome, record) => {
  expect(mergeRecord(stored, incoming, NOW)).toEqual({ outcome, record });
});

describe("an article that the user asked to keep", () => {
  const article = (changes: Partial<KeptArticle>): KeptArticle => ({
    id: "post.example/pier",
    page: "post.example/pier",
    source: "https://post.example/pier",
    title: "The pier",
    outlet: null,
    published: null,
    subjects: [],
    sheet: null,
    fingerprint: null,
    keys: [],
    printKeys: [],
    kept: null,
    schema: ARTICLE_SCHEMA,
    revision: 3,
    created: "1998-04-01T00:00:00.000Z",
    modified: "1998-04-03T00:00:00.000Z",
    deleted: null,
    ...changes,
  });
  const asked = "1998-04-02T00:00:00.000Z";
  const older = { revision: 1, modified: "1998-04-02T00:00:00.000Z" };
  const newer = { revision: 9, modified: "1998-04-09T00:00:00.000Z" };

  test.each([
    ["a new one", undefined, article({ kept: asked }), "added", asked],
    [
      "one that a reading has brought up to date since",
      article({}),
      article({ kept: asked, ...older }),
      "updated",
      asked,
    ],
    ["one that comes anew from a reading", article({ kept: asked }), article(newer), "updated", asked],
    ["one that is kept here already", article({ kept: asked }), article({ kept: asked, ...older }), "unchanged", asked],
  ] as const)("%s stays kept", (_what, stored, incoming, outcome, kept) => {
    const merged = mergeArticle(stored, incoming, NOW);
    expect(merged.outcome).toBe(outcome);
    expect((merged.record ?? stored)?.kept).toBe(kept);
  });
});
