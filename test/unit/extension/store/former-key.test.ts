import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import type { KeptArticle } from "../../../../src/annotation/records/kept-article.ts";
import type { NameNote } from "../../../../src/annotation/records/name-note.ts";
import { type Correction, subjectOf } from "../../../../src/corrections/corrections.ts";
import { identityOf } from "../../../../src/page/page-key.ts";
import { ownerLabels } from "../../../../extension/store/owners.ts";
import { Database } from "../../../../extension/store/database.ts";
import { takeUpFormer } from "../../../../extension/store/former-key.ts";

const SCRIPT = "https://courier.example/news/article.php";
const FORMER = "courier.example/news/article.php";
const stamps = {
  schema: 1,
  revision: 1,
  created: "1998-04-02T08:00:00.000Z",
  modified: "1998-04-02T08:00:00.000Z",
  deleted: null,
};
const selectors = {
  quote: { type: "TextQuoteSelector", exact: "the piles", prefix: "", suffix: "" },
  position: { type: "TextPositionSelector", start: 0, end: 9 },
};
const body = { colour: "yellow", note: "", tags: [] };

let database: Database;
beforeEach(() => {
  database = new Database(`test-${crypto.randomUUID()}`);
});

const mark = (source: string, page = FORMER): Annotation =>
  ({ ...stamps, id: crypto.randomUUID(), target: { source, page, title: "", selectors }, body }) as never;
const nameNote = (source: string): NameNote =>
  ({
    ...stamps,
    id: crypto.randomUUID(),
    key: "person:moen",
    subject: { kind: "person", name: "Moen" },
    origin: { source, page: FORMER, title: "" },
    body,
  }) as never;
const article = (source: string): KeptArticle =>
  ({
    ...stamps,
    id: FORMER,
    page: FORMER,
    source,
    title: "",
    outlet: null,
    published: null,
    subjects: [],
    keys: [],
  }) as never;
const correction = (name: string): Correction =>
  ({
    ...stamps,
    schema: 3,
    id: crypto.randomUUID(),
    about: "name",
    name,
    verdict: "none",
    from: null,
    scope: { kind: "page", page: FORMER, title: "" },
  }) as never;

/** Meets a page, and gives its key. */
async function meet(url: string, canonical: string | null): Promise<string> {
  const met = { url, canonical };
  const page = identityOf(met, ownerLabels);
  await takeUpFormer(database, { page, met }, ownerLabels);
  return page;
}

const marksOf = async (page: string): Promise<readonly string[]> =>
  (await database.annotations.where("target.page").equals(page).toArray()).map(({ id }) => id);
const namesOf = async (page: string): Promise<readonly string[]> =>
  (await database.corrections.where("scope.page").equals(page).toArray()).map(subjectOf);

describe("what was stored under a page's former key", () => {
  test("goes to the page that it was made on, and the rest stays for its own", async () => {
    const [twelve, thirteen] = [mark(`${SCRIPT}?cid=12`), mark(`${SCRIPT}?cid=13`)];
    await database.annotations.bulkAdd([twelve, thirteen]);
    const first = await meet(`${SCRIPT}?cid=12`, `${SCRIPT}?cid=12`);
    expect(await marksOf(first)).toEqual([twelve.id]);
    expect(await marksOf(FORMER)).toEqual([thirteen.id]);
    const second = await meet(`${SCRIPT}?cid=13`, `${SCRIPT}?cid=13`);
    expect(await marksOf(second)).toEqual([thirteen.id]);
    expect(await marksOf(FORMER)).toEqual([]);
  });

  test("stays where the page's own link says that the parameter is for tracking", async () => {
    const found = mark(`${SCRIPT}?id=7&cid=12`, `${FORMER}?id=7`);
    await database.annotations.add(found);
    const page = await meet(`${SCRIPT}?id=7&cid=13`, `${SCRIPT}?id=7`);
    expect(page).toBe(`${FORMER}?id=7`);
    expect(await marksOf(page)).toEqual([found.id]);
  });

  test("goes back from a neighbour to its owner's page", async () => {
    const stranger = "mallory.neocities.org/tides-at-the-quay";
    const [ours, theirs] = [
      mark("https://ada.neocities.org/tides-at-the-quay", stranger),
      mark("https://mallory.neocities.org/tides-at-the-quay", stranger),
    ];
    await database.annotations.bulkAdd([ours, theirs]);
    const page = await meet("https://ada.neocities.org/tides-at-the-quay", `https://${stranger}`);
    expect(page).toBe("ada.neocities.org/tides-at-the-quay");
    expect(await marksOf(page)).toEqual([ours.id]);
    expect(await marksOf(stranger)).toEqual([theirs.id]);
  });

  test("takes notes on names, the article and the steps along, and says nothing twice", async () => {
    const [own, note] = [mark(`${SCRIPT}#!a`), nameNote(`${SCRIPT}#!a`)];
    await database.annotations.add(own);
    await database.subjectNotes.add(note);
    await database.articles.add(article(`${SCRIPT}#!a`));
    const version = { body, isThere: true };
    const step = { kind: "edit", annotation: own.id, page: FORMER, quote: "", before: version, after: version };
    await database.steps.add({ ...step, edit: null, undone: 0 } as never);
    const page = await meet(`${SCRIPT}#!a`, null);
    await meet(`${SCRIPT}#!a`, null);
    expect((await database.subjectNotes.get(note.id))?.origin.page).toBe(page);
    expect((await database.articles.toArray()).map(({ id, page: at }) => [id, at])).toEqual([[page, page]]);
    expect((await database.steps.toArray()).map((one) => one.page)).toEqual([page]);
    expect(await marksOf(page)).toEqual([own.id]);
  });

  test("corrections hold on each of the pages that shared a key, once", async () => {
    await database.annotations.bulkAdd([mark(`${SCRIPT}?cid=12`), mark(`${SCRIPT}?cid=13`)]);
    await database.corrections.add(correction("Quay"));
    const first = await meet(`${SCRIPT}?cid=12`, `${SCRIPT}?cid=12`);
    await meet(`${SCRIPT}?cid=12`, `${SCRIPT}?cid=12`);
    expect(await namesOf(first)).toEqual(["Quay"]);
    expect(await namesOf(FORMER)).toEqual(["Quay"]);
    const second = await meet(`${SCRIPT}?cid=13`, `${SCRIPT}?cid=13`);
    expect(await namesOf(second)).toEqual(["Quay"]);
    expect(await namesOf(FORMER)).toEqual([]);
  });
});
