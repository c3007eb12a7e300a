import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { noteSightings } from "../../../../extension/store/sightings.ts";

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
