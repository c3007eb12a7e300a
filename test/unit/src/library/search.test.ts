import { beforeEach, describe, expect, test } from "vitest";
import type { Annotation, Body } from "../../../../src/annotation/records/annotation.ts";
import { ARTICLE_SCHEMA, articleKeys, type KeptArticle } from "../../../../src/annotation/records/kept-article.ts";
import { mergedKeys, type NameMerge } from "../../../../src/annotation/records/merge.ts";
import type { Named } from "../../../../src/annotation/records/name.ts";
import { facetsOf, totalsOf } from "../../../../src/library/facets.ts";
import { createLibraryIndex, type LibraryIndex } from "../../../../src/library/library-index.ts";
import { listArticles, listNotes, type Sort } from "../../../../src/library/listing.ts";
import { listNames } from "../../../../src/library/names.ts";
import { parseQuery } from "../../../../src/library/query.ts";
import { type Scope, search } from "../../../../src/library/search.ts";
import { annotationOf } from "../../../records.ts";

const MOEN: Named = { kind: "person", name: "Edvard Moen", aliases: ["Moen"] };
const LUND: Named = { kind: "person", name: "Agnès Lund", aliases: ["Lund"] };
const OSLO: Named = { kind: "place", name: "Oslo", aliases: [] };

const articleOf = (page: string, title: string, published: string | null, ...subjects: Named[]): KeptArticle => ({
  id: page,
  page,
  source: `https://www.${page}`,
  title,
  outlet: "The Harbour Post",
  published,
  subjects,
  sheet: {
    bylines: ["Petra Holm"],
    updated: null,
    roles: subjects.map(() => null),
    statements: subjects.map((_, speaker) => ({ speaker, source: "", type: "direct", text: "It sank", content: [] })),
  },
  fingerprint: null,
  keys: articleKeys(subjects),
  printKeys: [],
  kept: null,
  schema: ARTICLE_SCHEMA,
  revision: 1,
  created: "1998-04-02T08:00:00.000Z",
  modified: "1998-04-02T08:00:00.000Z",
  deleted: null,
});
const ids = new Map<string, string>();
let known: Map<string, string>;
const note = (exact: string, page: string, body: Partial<Body> = {}, changes: Partial<Annotation> = {}): Annotation => {
  const id = ids.get(exact) ?? crypto.randomUUID();
  ids.set(exact, id);
  known.set(id, exact);
  const target = {
    source: `https://${page}`,
    page,
    title: page,
    selectors: { quote: { type: "TextQuoteSelector" as const, exact }, position: null },
  };
  return annotationOf(body, { id, target, ...changes });
};

let index: LibraryIndex;
const pack = (): void => {
  index = createLibraryIndex(structuredClone(index.pack()));
};
const found = (typed: string, scope: Scope = "live", sort: Sort = "added"): (string | undefined)[] => {
  const { rows } = listNotes(index, search(index, parseQuery(typed, { pink: "Check this" }), scope), sort);
  return [...rows].filter((row) => row >= 0).map((row) => known.get(index.idOf(row)));
};

beforeEach(() => {
  known = new Map();
  index = createLibraryIndex();
  index.putArticle(articleOf("post.example/pier", "Mayor denies everything", "1998-04-02", MOEN, OSLO));
  index.putArticle(articleOf("bell.example/ferry", "A ferry sinks", "1999-01-05", MOEN, LUND));
  index.putNote(
    note("the rotten piles", "post.example/pier", { note: "Ask the harbour board", tags: ["Claim"], colour: "pink" }),
    null,
  );
  index.putNote(note("Gåten om brygga", "post.example/pier", {}, { created: "1998-06-01T12:00:00.000Z" }), "lost");
  index.putNote(
    note(
      "three hundred passengers",
      "bell.example/ferry",
      { tags: ["claim", "to do"] },
      { created: "1999-02-01T12:00:00.000Z" },
    ),
    null,
  );
  index.putNote(note("a page of its own", "lone.example/x"), null);
});

describe.each(["as it was made", "as it was saved and opened"])("an index %s", (how) => {
  beforeEach(() => {
    if (how !== "as it was made") pack();
  });

  test.each([
    ["rotten", ["the rotten piles"]],
    ["ROT pil", ["the rotten piles"]],
    ["harbour -ferry", ["Gåten om brygga", "the rotten piles"]],
    ["gaten", ["Gåten om brygga"]],
    ["gåten", ["Gåten om brygga"]],
    ["board", ["the rotten piles"]],
    ['"rot"', []],
    ['"rotten piles"', ["the rotten piles"]],
    ["pasengers", ["three hundred passengers"]],
    ["passegners", ["three hundred passengers"]],
    ["zzzz", []],
    // What the article says of itself.
    ["denies", ["Gåten om brygga", "the rotten piles"]],
    ["petra holm passengers", ["three hundred passengers"]],
    ["agnes", ["three hundred passengers"]],
    ["tag:CLAIM", ["three hundred passengers", "the rotten piles"]],
    ['tag:"to do"', ["three hundred passengers"]],
    ["tag:claim -tag:todo ferry", ["three hundred passengers"]],
    ["tag:", ["three hundred passengers", "Gåten om brygga", "the rotten piles", "a page of its own"]],
    ["site:post.example", ["Gåten om brygga", "the rotten piles"]],
    ["person:lund", ["three hundred passengers"]],
    ["person:oslo", []],
    ["place:oslo rotten", ["the rotten piles"]],
    ["colour:pink", ["the rotten piles"]],
    ['color:"check this"', ["the rotten piles"]],
    ["colour:mauve", []],
    ["has:note", ["the rotten piles"]],
    ["-has:tag site:post.example", ["Gåten om brygga"]],
    ["after:1999", ["three hundred passengers"]],
    ["before:1998-05 after:1998", ["the rotten piles", "a page of its own"]],
    ["is:lost", ["Gåten om brygga"]],
    ["mayor:rotten", ["the rotten piles"]],
  ])("%s", (typed, expected) => {
    expect(found(typed).toSorted()).toEqual(expected.toSorted());
  });

  test("articles are sorted, with what has nothing to sort by last; their notes stay together", () => {
    expect(found("", "live", "added")[0]).toBe("three hundred passengers");
    expect(found("", "live", "published").at(-1)).toBe("a page of its own");
    expect(found("", "live", "title")[0]).toBe("three hundred passengers");
    expect(found("", "live", "site")[0]).toBe("three hundred passengers");
  });

  test("a changed note is found as it is now, a deleted one in the bin alone, one that is gone nowhere", () => {
    index.putNote(note("the rotten piles", "post.example/pier", { note: "settled" }), null);
    expect([found("harbour board"), found("settled"), found("tag:claim")]).toEqual([
      [],
      ["the rotten piles"],
      ["three hundred passengers"],
    ]);
    const bin = { deleted: "1999-03-01T00:00:00.000Z" };
    index.putNote(note("the rotten piles", "post.example/pier", {}, bin), null);
    expect([found("rotten"), found("rotten", "bin")]).toEqual([[], ["the rotten piles"]]);
    index.dropNote(ids.get("the rotten piles")!);
    expect(found("rotten", "bin")).toEqual([]);
    pack();
    expect(found("rotten", "bin")).toEqual([]);
    expect(found("", "live")).toHaveLength(3);
  });

  test("those to be checked are those that moved, were edited or lost; a changed note stays as it stood", () => {
    expect(found("", "check")).toEqual(["Gåten om brygga"]);
    index.putNote(note("Gåten om brygga", "post.example/pier", { note: "why?" }), null);
    expect(found("", "check")).toEqual(["Gåten om brygga"]);
    index.putState(ids.get("Gåten om brygga")!, "same");
    expect(found("", "check")).toEqual([]);
  });

  test("words that nobody has looked for yet are no reason to check anything, until they are looked for", () => {
    expect(found("is:unseen").toSorted()).toEqual([
      "a page of its own",
      "the rotten piles",
      "three hundred passengers",
    ]);
    expect(found("", "check")).toEqual(["Gåten om brygga"]);
    index.putState(ids.get("the rotten piles")!, "lost");
    expect(found("is:unseen")).not.toContain("the rotten piles");
    expect(found("", "check").toSorted()).toEqual(["Gåten om brygga", "the rotten piles"]);
  });

  test("facets count what was found", () => {
    const facets = facetsOf(index, search(index, parseQuery("tag:claim"), "live"), new Map(), 5);
    expect(facets.tags).toEqual([
      { value: "Claim", count: 2 },
      { value: "to do", count: 1 },
    ]);
    expect(facets.people).toEqual([
      { value: "Edvard Moen", count: 2 },
      { value: "Agnès Lund", count: 1 },
    ]);
    expect(facets.sites.map(({ value }) => value).toSorted()).toEqual(["bell.example", "post.example"]);
    expect(facets.colours).toHaveLength(2);
  });

  test("names are listed with how much they say, merged ones as one", () => {
    expect(listNames(index, "person", new Map())).toEqual([
      { key: "person:edvard moen", name: "Edvard Moen", articles: 2, statements: 2 },
      { key: "person:agnes lund", name: "Agnès Lund", articles: 1, statements: 1 },
    ]);
    const merge: NameMerge = {
      id: crypto.randomUUID(),
      kind: "person",
      into: { key: "person:agnes lund", name: "Agnès Lund" },
      from: { key: "person:edvard moen", name: "Edvard Moen" },
      schema: 1,
      revision: 1,
      created: "1999-03-01T00:00:00.000Z",
      modified: "1999-03-01T00:00:00.000Z",
      deleted: null,
    };
    expect(listNames(index, "person", mergedKeys([merge]))).toMatchObject([{ name: "Agnès Lund", articles: 2 }]);
    expect(listNames(index, "person", mergedKeys([{ ...merge, deleted: merge.created }]))).toHaveLength(2);
    expect(listNames(index, "person", new Map(), "lun").map(({ name }) => name)).toEqual(["Agnès Lund"]);
  });

  test("an article that is asked to be kept is listed without a note, others are not", () => {
    index.putArticle({ ...articleOf("post.example/kept", "Kept", null), kept: "1999-01-01T00:00:00.000Z" });
    index.putArticle(articleOf("post.example/gone", "Left over", null));
    const { rows } = listArticles(index, search(index, parseQuery(""), "live"), "title");
    expect([...rows].map((row) => index.articles[-1 - row]?.title)).toEqual([
      "A ferry sinks",
      "Kept",
      "lone.example/x",
      "Mayor denies everything",
    ]);
    expect(totalsOf(index)).toMatchObject({ notes: 4, articles: 4, check: 1, bin: 0 });
  });
});

test("what is forgotten leaves no word, title, name or tag in what is saved", () => {
  index.dropNote(ids.get("three hundred passengers")!);
  index.dropArticle("bell.example/ferry");
  const saved = JSON.stringify(index.pack());
  expect(saved).not.toMatch(/ferry|passengers|lund|to do/i);
  expect(saved).toMatch(/rotten/);
});
