import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import {
  allCorrections,
  annotationsOfPage,
  correctionsOfPage,
  settingsOfSite,
  chosenSites,
} from "../../../../extension/store/queries.ts";
import { createWriter, type Writer } from "../../../../extension/store/writer.ts";
import { type CorrectionDraft, type NameClaim, subjectOf } from "../../../../src/corrections/corrections.ts";
import { annotationOf, changed, CLAIMS, draftFrom, draftOf, made, onPage, PAGE } from "../../../records.ts";
import { everything } from "../../../everything.ts";
import { takeIn } from "../../../take-in.ts";

let database: Database;
let writer: Writer;
let clock: number;
const now = (): Date => new Date((clock += 1_000));

type NameDraft = CorrectionDraft & NameClaim;
function draft(name: string, changes: Partial<NameDraft> = {}): NameDraft {
  return {
    about: "name",
    id: crypto.randomUUID(),
    name,
    verdict: "none",
    from: null,
    scope: { kind: "always" },
    ...changes,
  };
}

const names = (corrections: readonly CorrectionDraft[]): string[] => corrections.map(subjectOf);

beforeEach(() => {
  clock = Date.parse("1998-04-02T08:00:00Z");
  database = new Database(`test-${crypto.randomUUID()}`);
  writer = createWriter(database, now);
});

test("a database of version 1 keeps its notes and takes corrections", async () => {
  const name = `test-${crypto.randomUUID()}`;
  const former = new Dexie(name);
  former.version(1).stores({ annotations: "id, target.page, created, modified", sites: "site" });
  const kept = annotationOf();
  await former.table("annotations").add(kept);
  await former.table("sites").bulkAdd([
    { site: "post.example", highlighting: false },
    { site: "herald.example", highlighting: true },
  ]);
  former.close();

  const current = new Database(name);
  expect(await annotationsOfPage(current, PAGE)).toEqual([kept]);
  expect(await settingsOfSite(current, "post.example")).toEqual({ site: "post.example", mode: "never" });
  expect(await current.sites.toArray()).toEqual([{ site: "post.example", mode: "never" }]);
  expect(await createWriter(current).correct(draft("Lindholm"))).toMatchObject({ ok: true });
  expect(names(await allCorrections(current))).toEqual(["Lindholm"]);
  current.close();
});

test("a correction of the first form denies any kind", async () => {
  const name = `test-${crypto.randomUUID()}`;
  const former = new Dexie(name);
  former.version(2).stores({
    annotations: "id, target.page, created, modified",
    sites: "site",
    corrections: "id, scope.kind, scope.page, modified",
  });
  const instant = "1998-04-02T08:00:01.000Z";
  const { from: _none, about: _name, ...first } = draft("Lindholm");
  await former
    .table("corrections")
    .add({ ...first, schema: 1, revision: 1, created: instant, modified: instant, deleted: null });
  former.close();

  const current = new Database(name);
  expect(await allCorrections(current)).toMatchObject([
    { id: first.id, about: "name", from: null, schema: 3, revision: 1 },
  ]);
  current.close();
});

test("a correction of the second form is one of a name, and what it was is kept", async () => {
  const name = `test-${crypto.randomUUID()}`;
  const former = new Dexie(name);
  former.version(3).stores({
    annotations: "id, target.page, created, modified",
    sites: "site",
    corrections: "id, scope.kind, scope.page, modified",
    articles: "id, *keys",
    subjectNotes: "id, key, origin.page, created, modified",
    settings: "key",
    steps: "++number, undone",
    sightings: "id",
  });
  const instant = "1998-04-02T08:00:01.000Z";
  const { about: _name, ...second } = draft("Lindholm", { from: "person", scope: onPage(PAGE) });
  await former
    .table("corrections")
    .add({ ...second, schema: 2, revision: 4, created: instant, modified: instant, deleted: null });
  former.close();

  const current = new Database(name);
  expect(await correctionsOfPage(current, PAGE)).toEqual([
    { ...second, about: "name", schema: 3, revision: 4, created: instant, modified: instant, deleted: null },
  ]);
  current.close();
});

describe("corrections", () => {
  test("a new one is stamped, and saved once however often it is sent", async () => {
    const first = draft("Lindholm");
    const saved = await writer.correct(first);
    expect(saved).toEqual({
      ok: true,
      value: {
        ...first,
        schema: 3,
        revision: 1,
        created: "1998-04-02T08:00:01.000Z",
        modified: "1998-04-02T08:00:01.000Z",
        deleted: null,
      },
    });
    expect(await writer.correct(first)).toEqual(saved);
    expect(await database.corrections.count()).toBe(1);
  });

  test("a second thought is the next revision of the first", async () => {
    const first = draft("Lindholm");
    await writer.correct(first);
    expect(await writer.correct({ ...first, verdict: "place" })).toMatchObject({
      ok: true,
      value: {
        revision: 2,
        verdict: "place",
        created: "1998-04-02T08:00:01.000Z",
        modified: "1998-04-02T08:00:02.000Z",
      },
    });
  });

  test("one taken back leaves a tombstone, and can be put back", async () => {
    const first = draft("Lindholm");
    await writer.correct(first);
    const removed = await writer.removeCorrection(first.id);
    expect(await writer.removeCorrection(first.id)).toEqual(removed);
    expect(await allCorrections(database)).toEqual([]);
    expect(await database.corrections.count()).toBe(1);
    expect(await writer.restoreCorrection(first.id)).toMatchObject({ ok: true, value: { revision: 3, deleted: null } });
    expect(names(await allCorrections(database))).toEqual(["Lindholm"]);
  });

  test("a page has its own and those for everywhere", async () => {
    await writer.correct(draft("Lindholm"));
    await writer.correct(draft("Moen", { scope: onPage(PAGE) }));
    await writer.correct(draft("Brandt", { scope: onPage("post.example/ferry") }));
    const gone = draft("Solberg");
    await writer.correct(gone);
    await writer.removeCorrection(gone.id);
    expect(names(await correctionsOfPage(database, PAGE)).toSorted()).toEqual(["Lindholm", "Moen"]);
    expect(names(await allCorrections(database))).toEqual(["Brandt", "Moen", "Lindholm"]);
  });
});

describe("a backup", () => {
  async function fill(): Promise<ReturnType<typeof draftOf>> {
    const kept = draftOf("the piles");
    const deleted = draftOf("the paint");
    await writer.save(made(kept));
    await writer.save(made(deleted));
    await writer.remove(deleted.id);
    for (const claim of CLAIMS) await writer.correct(draftFrom(claim));
    await writer.saveSite({ site: "post.example", mode: "never" });
    return kept;
  }

  test("has everything but what was deleted, and comes back whole in an empty database, twice as well as once", async () => {
    await fill();
    const backup = await everything(database);
    expect(backup.annotations.map(({ target }) => target.selectors.quote.exact)).toEqual(["the piles"]);
    const other = new Database(`test-${crypto.randomUUID()}`);
    expect(await takeIn(other, backup, now)).toEqual({
      ok: true,
      value: { added: 6, updated: 0, unchanged: 0, articles: 0 },
    });
    expect(await everything(other)).toEqual(backup);
    expect(await takeIn(other, backup, now)).toEqual({
      ok: true,
      value: { added: 0, updated: 0, unchanged: 6, articles: 0 },
    });
    expect(await everything(other)).toEqual(backup);
  });

  test("brings back what was deleted since", async () => {
    const kept = await fill();
    const backup = await everything(database);
    await writer.remove(kept.id);
    await writer.removeCorrection(backup.corrections[0]!.id);
    expect(await takeIn(database, backup, now)).toEqual({
      ok: true,
      value: { added: 2, updated: 0, unchanged: 4, articles: 0 },
    });
    expect((await annotationsOfPage(database, PAGE)).map(({ id }) => id)).toEqual([kept.id]);
    expect((await correctionsOfPage(database, PAGE)).map(({ about }) => about).toSorted()).toEqual(
      CLAIMS.map(({ about }) => about).toSorted(),
    );
  });

  test("does not undo what was changed since", async () => {
    const kept = await fill();
    const backup = await everything(database);
    await writer.save(changed(kept.id, { ...kept.body, note: "ask Brandt" }));
    await writer.saveSite({ site: "post.example", mode: "always" });
    expect(await takeIn(database, backup, now)).toEqual({
      ok: true,
      value: { added: 0, updated: 0, unchanged: 6, articles: 0 },
    });
    expect((await annotationsOfPage(database, PAGE))[0]?.body.note).toBe("ask Brandt");
    expect(await chosenSites(database)).toEqual([{ site: "post.example", mode: "always" }]);
  });

  test("an item that stands in it twice is taken once, as the newer has it", async () => {
    await fill();
    const backup = await everything(database);
    const [first] = backup.annotations;
    const newer = { ...first!, revision: 2, modified: "1998-04-09T00:00:00.000Z", body: { ...first!.body, note: "2" } };
    const other = new Database(`test-${crypto.randomUUID()}`);
    const taken = await takeIn(other, { ...backup, annotations: [first!, newer, first!] }, now);
    expect(taken).toEqual({ ok: true, value: { added: 6, updated: 1, unchanged: 1, articles: 0 } });
    expect((await everything(other)).annotations).toEqual([newer]);
  });

  test("that can't be stored whole changes nothing", async () => {
    await fill();
    const backup = await everything(database);
    const other = new Database(`test-${crypto.randomUUID()}`);
    // A site without its key fails in the last table, after notes and corrections were written.
    const broken = { ...backup, sites: [{ mode: "never" }] } as unknown as typeof backup;
    expect(await takeIn(other, broken, now)).toMatchObject({
      ok: false,
      error: { code: "storage-failed" },
    });
    expect(await everything(other)).toEqual({
      annotations: [],
      corrections: [],
      sites: [],
      subjectNotes: [],
      merges: [],
      searches: [],
      articles: [],
      colourNames: {},
      marking: null,
    });
  });
});
