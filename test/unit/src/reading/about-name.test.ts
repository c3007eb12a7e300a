import { expect, test } from "vitest";
import type { KeptArticle } from "../../../../src/annotation/records/kept-article.ts";
import type { NameNote } from "../../../../src/annotation/records/name-note.ts";
import { aboutName } from "../../../../src/reading/about-name.ts";
import { namedIn } from "../../../../src/reading/named.ts";

const article = (page: string, published: string | null, keys: readonly string[]): KeptArticle => ({
  id: page,
  page,
  source: `https://${page}`,
  title: page,
  outlet: null,
  published,
  subjects: [],
  sheet: null,
  fingerprint: null,
  keys,
  printKeys: [],
  kept: null,
  schema: 3,
  revision: 1,
  created: "1998-04-03T00:00:00.000Z",
  modified: "1998-04-03T00:00:00.000Z",
  deleted: null,
});
const note = (key: string): NameNote => ({
  id: crypto.randomUUID(),
  subject: { kind: "person", name: key },
  origin: { source: "https://post.example/pier", page: "post.example/pier", title: "" },
  body: { colour: "yellow", note: "ask", tags: [] },
  key,
  schema: 1,
  revision: 1,
  created: "1998-04-03T00:00:00.000Z",
  modified: "1998-04-03T00:00:00.000Z",
  deleted: null,
});

test("of what is kept, each subject is told what is its own, the newest article first", () => {
  const moen = note("person:edvard moen");
  const kept = {
    notes: [note("person:agnes lund"), moen],
    articles: [
      article("post.example/a", "1998-04-01", ["person:edvard moen"]),
      article("post.example/undated", null, ["person:edvard moen"]),
      article("post.example/b", "1998-04-02T10:00:00Z", ["person:edvard moen", "person:agnes lund"]),
      article("post.example/c", "1998-04-05", ["person:agnes lund"]),
    ],
  };
  const about = aboutName(kept, { kind: "person", name: "Edvard Moen", aliases: ["Moen"] });
  expect(about.notes).toEqual([moen]);
  expect(about.articleCount).toBe(3);
  expect(about.articles.map(({ page }) => page)).toEqual(["post.example/undated", "post.example/b", "post.example/a"]);
  expect(aboutName(kept, { kind: "person", name: "Moen", aliases: [] })).toMatchObject({
    notes: [],
    articleCount: 0,
  });
});

test("a long list is cut, and counted whole", () => {
  const articles = Array.from({ length: 150 }, (_, i) => article(`post.example/${i}`, null, ["place:lindholm"]));
  const about = aboutName({ notes: [], articles }, { kind: "place", name: "Lindholm", aliases: [] });
  expect([about.articles.length, about.articleCount]).toEqual([100, 150]);
});

test("an article's subjects are its entities and those of its sources that are none, if anybody is named", () => {
  const subjects = namedIn({
    supported: true,
    entities: [
      { kind: "person", name: "Edvard Moen", aliases: ["Moen"], role: "mayor", mentions: [] },
      { kind: "organisation", name: "x".repeat(301), aliases: [], role: null, mentions: [] },
    ],
    sources: [
      { name: "Edvard Moen", kind: "person", entity: 0, mentions: [], quotations: [] },
      { name: "officials", kind: "group", entity: null, mentions: [], quotations: [] },
      { name: "he", kind: "open", entity: null, mentions: [], quotations: [] },
    ],
    quotations: [],
  });
  expect(subjects).toEqual([
    { kind: "person", name: "Edvard Moen", aliases: ["Moen"] },
    { kind: "source", name: "officials", aliases: [] },
  ]);
});
