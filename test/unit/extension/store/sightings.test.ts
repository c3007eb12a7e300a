import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { noteSightings } from "../../../../extension/store/sightings.ts";

const [pier, ferry] = [crypto.randomUUID(), crypto.randomUUID()];

test("what is lost was last seen when it was last found, to the hour", async () => {
  const database = new Database(`test-${crypto.randomUUID()}`);
  const at = (time: string): Date => new Date(`1998-04-02T${time}Z`);
  expect(await noteSightings(database, [pier], [ferry], at("08:00:00"))).toEqual({});
  expect(await noteSightings(database, [pier], [], at("08:30:00"))).toEqual({});
  expect(await noteSightings(database, [], [pier, ferry], at("08:40:00"))).toEqual({
    [pier]: "1998-04-02T08:00:00.000Z",
  });
  await noteSightings(database, [pier, ferry], [], at("10:00:00"));
  expect(await noteSightings(database, [], [pier, ferry], at("12:00:00"))).toEqual({
    [pier]: "1998-04-02T10:00:00.000Z",
    [ferry]: "1998-04-02T10:00:00.000Z",
  });
});
