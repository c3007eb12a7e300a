import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { createLibraryWriter } from "../../../../extension/store/library-writer.ts";
import { createNameNoteWriter } from "../../../../extension/store/name-note-writer.ts";
import { sameStoryElsewhere } from "../../../../extension/store/same-story.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { type ArticleNames, ARTICLE_SCHEMA } from "../../../../src/annotation/records/kept-article.ts";
import { fingerprintOf } from "../../../../src/text/fingerprint.ts";
import { articleOf, readReprints } from "../../../cases/reprints.ts";
import { annotationOf, draftOf, made, originOn } from "../../../records.ts";

/** The tables of form 5, whose articles had no fingerprints. */
const FORM_5 = {
  annotations: "id, target.page, created, modified",
  sites: "site",
  corrections: "id, scope.kind, scope.page, modified",
  articles: "id, *keys",
  subjectNotes: "id, key, origin.page, created, modified",
  settings: "key",
  steps: "++number, undone",
  sightings: "id",
  merges: "id",
  searches: "id, created",
  changes: "++number",
  tags: "tag",
  jobs: "name",
};
const STORIES = readReprints();
const [FIRST, OTHER] = STORIES as [(typeof STORIES)[number], (typeof STORIES)[number]];
const printOf = (text: string) => fingerprintOf(articleOf(text));
const names = (page: string, text: string, published: string | null = null): ArticleNames => ({
  ...originOn(page),
  outlet: page,
  published,
  subjects: [],
  sheet: null,
  fingerprint: printOf(text),
});

let name: string;
let database: Database;
beforeEach(() => {
  name = `test-${crypto.randomUUID()}`;
  database = new Database(name);
});
const keep = async (article: ArticleNames, ...quotes: string[]): Promise<string[]> => {
  const writer = createWriter(database);
  const ids: string[] = [];
  for (const quote of quotes) {
    const draft = draftOf(quote, {}, article.page);
    await writer.save(made(draft));
    ids.push(draft.id);
  }
  await createNameNoteWriter(database).keepArticle(article);
  return ids;
};
const found = async (page: string, text: string): Promise<string[][]> =>
  (await sameStoryElsewhere(database, page, printOf(text))).map(({ article, highlights }) => [
    article.page,
    ...highlights.map(({ target }) => target.selectors.quote.exact),
  ]);

describe("the same story at other outlets", () => {
  test("is found by what its paper made of it, with the highlights there; another story is not, nor the page itself", async () => {
    await keep(names("wire.example/ferry", FIRST.wire, "1998-03-03"), "He was trusted");
    await keep(names("other.example/bells", OTHER.wire), "People wept");
    expect(await found("paper.example/ferry", FIRST.paper)).toEqual([["wire.example/ferry", "He was trusted"]]);
    expect(await found("wire.example/ferry", FIRST.wire)).toEqual([]);
    await keep(names("late.example/ferry", FIRST.paper, "1998-03-04"), "Leopold Varga");
    expect(await found("paper.example/ferry", FIRST.paper)).toEqual([
      ["late.example/ferry", "Leopold Varga"],
      ["wire.example/ferry", "He was trusted"],
    ]);
  });

  test("is shown as long as something is kept there", async () => {
    const [id = ""] = await keep(names("wire.example/ferry", FIRST.wire), "He was trusted");
    await createWriter(database).remove(id);
    expect(await found("paper.example/ferry", FIRST.paper)).toEqual([]);
    await createLibraryWriter(database).setKept("wire.example/ferry", true, null);
    expect(await found("paper.example/ferry", FIRST.paper)).toEqual([["wire.example/ferry"]]);
  });

  test("of what is only read, nothing is stored", async () => {
    await createNameNoteWriter(database).keepArticle(names("wire.example/ferry", FIRST.wire));
    expect(await database.articles.count()).toBe(0);
  });

  test("a store of form 5 is taken over as it is, and its articles are found once they are read again", async () => {
    const old = new Dexie(name);
    old.version(5).stores(FORM_5);
    const { fingerprint: _fingerprint, ...known } = names("wire.example/ferry", FIRST.wire);
    const stamps = {
      revision: 1,
      created: "1998-03-03T08:00:00.000Z",
      modified: "1998-03-03T08:00:00.000Z",
      deleted: null,
    };
    const article = { ...known, id: known.page, keys: [], kept: null, schema: 2, ...stamps };
    const highlight = annotationOf({}, { target: draftOf("He was trusted", {}, known.page).target });
    await old.table("articles").add(article);
    await old.table("annotations").add(highlight);
    old.close();

    expect(await database.articles.toArray()).toEqual([
      { ...article, schema: ARTICLE_SCHEMA, fingerprint: null, printKeys: [] },
    ]);
    expect(await database.annotations.toArray()).toEqual([highlight]);
    expect(await found("paper.example/ferry", FIRST.paper)).toEqual([]);
    await createNameNoteWriter(database).keepArticle(names("wire.example/ferry", FIRST.wire));
    expect(await found("paper.example/ferry", FIRST.paper)).toEqual([["wire.example/ferry", "He was trusted"]]);
  });
});
