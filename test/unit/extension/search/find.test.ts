import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { createAnswers } from "../../../../extension/search/answers.ts";
import { followStore } from "../../../../extension/search/follow.ts";
import { createIndexShelf } from "../../../../extension/search/saved-index.ts";
import { newestNotes, type Stretch } from "../../../../extension/store/newest-notes.ts";
import { isOnName, type Noted } from "../../../../src/annotation/records/name-note.ts";
import { createNameNoteWriter } from "../../../../extension/store/name-note-writer.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { draftOf, made, notedOnName, originOn } from "../../../records.ts";

const origin = originOn();
let database: Database;
let clock: number;
const now = (): Date => new Date((clock += 1_000));
/** What the popup lists: the newest notes, or those that a query finds. */
const listed = async (
  query: string,
  limit: number,
  edited: ReadonlySet<string> = new Set(),
): Promise<Stretch<Noted>> => {
  if (query === "") return newestNotes(database, limit, edited);
  const followed = followStore(database, createIndexShelf(`shelf-${crypto.randomUUID()}`), () => {});
  await followed.catchUp();
  return createAnswers(database, followed).find({ query, names: {}, limit, also: [...edited] });
};
const found = async (query: string): Promise<string[]> =>
  (await listed(query, 10)).items.map((note) =>
    isOnName(note) ? `on ${note.subject.name}` : note.target.selectors.quote.exact,
  );

beforeEach(() => {
  clock = Date.parse("1998-04-02T08:00:00Z");
  database = new Database(`test-${crypto.randomUUID()}`);
});

test("search finds every word in quote, name, note, tags and title, newest first, without case or accents", async () => {
  const writer = createWriter(database, now);
  const subjects = createNameNoteWriter(database, now);
  const onLund = {
    id: crypto.randomUUID(),
    subject: { kind: "person", name: "Agnes Lund" },
    origin,
  } as const;
  await writer.save(made(draftOf("Edvard Moen", { note: "le café" })));
  await subjects.save(notedOnName({ ...onLund, changes: { note: "chairs the board", tags: ["engineer"] } }));
  await writer.save(made(draftOf("Johanna Brandt", { tags: ["engineer"] })));
  expect(await found("")).toEqual(["Johanna Brandt", "on Agnes Lund", "Edvard Moen"]);
  expect(await found("CAFE moen")).toEqual(["Edvard Moen"]);
  expect(await found("#engineer")).toEqual(["Johanna Brandt", "on Agnes Lund"]);
  expect(await found("lund CHAIRS mayor")).toEqual(["on Agnes Lund"]);
  expect(await found("mayor brandt")).toEqual(["Johanna Brandt"]);
  expect(await found("zeppelin")).toEqual([]);
  await subjects.removeNote(onLund.id);
  expect(await found("lund")).toEqual([]);
});

test("what is being edited is found whatever it says, until it is deleted", async () => {
  const writer = createWriter(database, now);
  const subjects = createNameNoteWriter(database, now);
  const passage = draftOf("Edvard Moen", { note: "ask them" });
  const onLund = {
    id: crypto.randomUUID(),
    subject: { kind: "person", name: "Agnes Lund" },
    origin,
  } as const;
  await writer.save(made(passage));
  await writer.save(made(draftOf("Johanna Brandt")));
  await subjects.save(notedOnName({ ...onLund, changes: { note: "" } }));
  const edited = new Set([passage.id, onLund.id]);
  const idsOf = async (): Promise<string[]> => (await listed("ferry", 10, edited)).items.map(({ id }) => id);
  expect(await idsOf()).toEqual([onLund.id, passage.id]);
  expect((await listed("", 10, edited)).items).toHaveLength(3);
  await subjects.removeNote(onLund.id);
  expect(await idsOf()).toEqual([passage.id]);
  expect(await found("ferry")).toEqual([]);
});

test("a long list comes in stretches, whatever it is made of", async () => {
  const writer = createWriter(database, now);
  const subjects = createNameNoteWriter(database, now);
  for (let i = 0; i < 4; i += 1) await writer.save(made(draftOf(`passage ${i}`)));
  const subject = { kind: "place", name: "Passage" } as const;
  await subjects.save(notedOnName({ id: crypto.randomUUID(), subject, origin, changes: { note: "strait" } }));
  for (const query of ["", "passage"]) {
    expect(await listed(query, 3)).toMatchObject({ items: [{}, {}, {}], more: true });
    expect((await listed(query, 5)).more).toBe(false);
    expect((await found(query))[0]).toBe("on Passage");
  }
});
