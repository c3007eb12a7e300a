import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { forgetDeleted, KEPT_FOR } from "../../../../extension/store/forget-deleted.ts";
import { noteSightings } from "../../../../extension/store/sightings.ts";
import { createNameNoteWriter, type NameNoteWriter } from "../../../../extension/store/name-note-writer.ts";
import { createUndo, historyView } from "../../../../extension/store/undo.ts";
import { createWriter, type Writer } from "../../../../extension/store/writer.ts";
import type { NameNoteDraft } from "../../../../src/annotation/records/name-note.ts";
import type { CorrectionDraft } from "../../../../src/corrections/corrections.ts";
import { CLAIMS, draftFrom, PAGE, draftOf, made, notedOnName, originOn } from "../../../records.ts";

const START = Date.parse("1998-04-02T08:00:00Z");
let clock: number;
let database: Database;
let writer: Writer;
let subjects: NameNoteWriter;
const now = (): Date => new Date((clock += 1_000));
/** The first moment at which something that was deleted now is over, and the last at which it is not. */
const over = (): Date => new Date(clock + KEPT_FOR + 1);
const notYet = (): Date => new Date(clock + KEPT_FOR);

const noteOn = (name: string, note: string): NameNoteDraft => ({
  id: crypto.randomUUID(),
  subject: { kind: "person", name },
  origin: originOn(),
  changes: { note },
});
const keepArticle = (page = PAGE): Promise<unknown> =>
  subjects.keepArticle({
    ...originOn(page),
    outlet: null,
    published: null,
    subjects: [{ kind: "person", name: "Edvard Moen", aliases: [] }],
    sheet: null,
    fingerprint: null,
  });
const sizes = async (): Promise<Record<string, number>> => {
  const counted = await Promise.all(database.tables.map(async (table) => [table.name, await table.count()] as const));
  const own = counted.filter(([name, count]) => count > 0 && name !== "changes" && name !== "jobs");
  return Object.fromEntries(own);
};

beforeEach(() => {
  clock = START;
  database = new Database(`test-${crypto.randomUUID()}`);
  writer = createWriter(database, now);
  subjects = createNameNoteWriter(database, now);
});

test("what was deleted long ago leaves nothing behind, its article's names neither", async () => {
  const draft = draftOf("the piles", { note: "ask Brandt" });
  await writer.save(made(draft));
  await keepArticle();
  await noteSightings(database, { same: [draft.id] }, now());
  const onMoen = noteOn("Edvard Moen", "mayor");
  await subjects.save(notedOnName(onMoen));
  const correction: CorrectionDraft = {
    about: "name",
    id: crypto.randomUUID(),
    name: "lindholm",
    verdict: "place",
    from: null,
    scope: { kind: "page", page: PAGE, title: "Mayor denies everything" },
  };
  await writer.correct(correction);
  await subjects.removeNote(onMoen.id);
  await writer.removeCorrection(correction.id);
  await writer.remove(draft.id);
  const before = await sizes();
  expect(before).toEqual({ annotations: 1, articles: 1, corrections: 1, sightings: 1, steps: 2, subjectNotes: 1 });
  await forgetDeleted(database, new Date(clock));
  expect(await sizes()).toEqual(before);
  await forgetDeleted(database, over());
  expect(await sizes()).toEqual({});
});

test("with a correction that was taken back long ago go its steps, and no others", async () => {
  const correction = draftFrom(CLAIMS[1]!);
  await writer.correct(correction);
  await writer.save(made(draftOf("the piles")));
  await writer.removeCorrection(correction.id);
  expect(await sizes()).toEqual({ annotations: 1, corrections: 1, steps: 3 });
  await forgetDeleted(database, over());
  expect(await sizes()).toEqual({ annotations: 1, steps: 1 });
  expect((await historyView(database)).undo).toMatchObject({ kind: "create" });
});

test("until then undo brings everything back, the article's names too", async () => {
  const draft = draftOf("the piles");
  await writer.save(made(draft));
  await keepArticle();
  await writer.remove(draft.id);
  await forgetDeleted(database, notYet());
  const { undo } = await historyView(database);
  expect(await createUndo(database, now).move(undo?.number ?? 0, "undo")).toMatchObject({ value: { kind: "moved" } });
  await forgetDeleted(database, over());
  expect(await sizes()).toEqual({ annotations: 1, articles: 1, steps: 2 });
});

test("an article stays for whatever else is on it, a highlight or a note on a name", async () => {
  const [first, second] = [draftOf("the piles"), draftOf("the paint")];
  const onMoen = noteOn("Edvard Moen", "mayor");
  await writer.save(made(first));
  await writer.save(made(second));
  await subjects.save(notedOnName(onMoen));
  await keepArticle();
  await writer.remove(first.id);
  await forgetDeleted(database, over());
  expect(await database.annotations.toCollection().primaryKeys()).toEqual([second.id]);
  await writer.remove(second.id);
  await forgetDeleted(database, over());
  expect(await sizes()).toEqual({ articles: 1, subjectNotes: 1 });
  await subjects.removeNote(onMoen.id);
  await forgetDeleted(database, over());
  expect(await sizes()).toEqual({});
});

test("a note on a name that was emptied is as good as deleted", async () => {
  const draft = noteOn("Edvard Moen", "mayor");
  await subjects.save(notedOnName(draft));
  await keepArticle();
  await subjects.save(notedOnName({ ...draft, changes: { note: " " } }));
  await forgetDeleted(database, notYet());
  expect(await sizes()).toEqual({ articles: 1, subjectNotes: 1 });
  await forgetDeleted(database, over());
  expect(await sizes()).toEqual({});
});

test("steps on other highlights can still be undone", async () => {
  const [first, second] = [draftOf("the piles"), draftOf("the paint")];
  await writer.save(made(first));
  await writer.save(made(second));
  await writer.remove(first.id);
  await forgetDeleted(database, over());
  expect((await historyView(database)).undo).toMatchObject({ kind: "create", annotation: second.id });
});
