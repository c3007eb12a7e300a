import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import { Database } from "../../../../extension/store/database.ts";
import { knownOf, noteSightings, refuseWords } from "../../../../extension/store/sightings.ts";
import { annotationOf } from "../../../records.ts";

const [pier, ferry] = [crypto.randomUUID(), crypto.randomUUID()];

test("what is lost was last seen when it was last found, to the hour", async () => {
  const database = new Database(`test-${crypto.randomUUID()}`);
  const at = (time: string): Date => new Date(`1998-04-02T${time}Z`);
  expect(await noteSightings(database, { same: [pier], lost: [ferry] }, at("08:00:00"))).toEqual({});
  expect(await noteSightings(database, { same: [pier], lost: [] }, at("08:30:00"))).toEqual({});
  expect(await noteSightings(database, { same: [], lost: [pier, ferry] }, at("08:40:00"))).toEqual({
    [pier]: "1998-04-02T08:00:00.000Z",
  });
  await noteSightings(database, { same: [pier, ferry], lost: [] }, at("10:00:00"));
  expect(await noteSightings(database, { same: [], lost: [pier, ferry] }, at("12:00:00"))).toEqual({
    [pier]: "1998-04-02T10:00:00.000Z",
    [ferry]: "1998-04-02T10:00:00.000Z",
  });
});

test("how each stood is known, whether it changed within the hour or was never found", async () => {
  const database = new Database(`test-${crypto.randomUUID()}`);
  const at = (time: string): Date => new Date(`1998-04-02T${time}Z`);
  await noteSightings(database, { same: [pier], lost: [ferry] }, at("08:00:00"));
  await noteSightings(database, { edited: [pier], lost: [ferry] }, at("08:01:00"));
  expect(await database.sightings.bulkGet([pier, ferry])).toEqual([
    { id: pier, state: "edited", seen: "1998-04-02T08:01:00.000Z" },
    { id: ferry, state: "lost", seen: null },
  ]);
  const changes = await database.changes.count();
  await noteSightings(database, { edited: [pier], lost: [ferry] }, at("08:02:00"));
  expect(await database.changes.count()).toBe(changes);
});

test("what has no place yet was not looked for, until it was, whatever came of that", async () => {
  const database = new Database(`test-${crypto.randomUUID()}`);
  const imported = [annotationOf({}, { id: pier }), annotationOf({}, { id: ferry })];
  const [{ target }] = imported as [Annotation];
  const position = { type: "TextPositionSelector" as const, start: 7, end: 16 };
  const own = annotationOf(
    {},
    { id: crypto.randomUUID(), target: { ...target, selectors: { ...target.selectors, position } } },
  );
  const unseen = async () => (await knownOf(database, [...imported, own], false)).unseen;
  expect(await unseen()).toEqual(new Set([pier, ferry]));
  await noteSightings(database, { same: [pier], lost: [] }, new Date());
  expect(await unseen()).toEqual(new Set([ferry]));
  await noteSightings(database, { lost: [ferry] }, new Date());
  expect(await unseen()).toEqual(new Set());
});

test("words that the user has refused are so as long as the highlight is lost", async () => {
  const database = new Database(`test-${crypto.randomUUID()}`);
  const notes = [annotationOf({}, { id: pier }), annotationOf({}, { id: ferry })];
  const refused = async () => Object.fromEntries((await knownOf(database, notes, true)).refused);
  await noteSightings(database, { same: [pier] }, new Date("1998-04-02T08:00:00Z"));
  await noteSightings(database, { lost: [pier] }, new Date("1998-04-02T10:00:00Z"));
  await refuseWords(database, pier, "the piles stood");
  await refuseWords(database, ferry, "a ferry sank");
  expect(await refused()).toEqual({ [pier]: "the piles stood", [ferry]: "a ferry sank" });
  const seen = await noteSightings(database, { lost: [pier, ferry] }, new Date("1998-04-02T12:00:00Z"));
  expect(seen).toEqual({ [pier]: "1998-04-02T08:00:00.000Z" });
  await refuseWords(database, pier, "the piles fell");
  expect(await refused()).toEqual({ [pier]: "the piles fell", [ferry]: "a ferry sank" });
  await noteSightings(database, { same: [pier] }, new Date("1998-04-02T14:00:00Z"));
  expect(await refused()).toEqual({ [ferry]: "a ferry sank" });
});
