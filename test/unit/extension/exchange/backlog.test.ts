import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { backlogOf, noteBackup, putBackupOff } from "../../../../extension/exchange/backlog.ts";
import { Database } from "../../../../extension/store/database.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { changed, draftOf, made } from "../../../records.ts";

const storage = vi.hoisted(() => ({ kept: {} as Record<string, unknown> }));

vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: storage.kept[key] }),
        set: async (items: object) => void Object.assign(storage.kept, items),
      },
    },
  },
}));

let database: Database;
let now: Date;
const at = (day: string): Date => new Date(`1998-04-${day}T08:00:00.000Z`);

beforeEach(() => {
  storage.kept = {};
  database = new Database(`test-${crypto.randomUUID()}`);
});

test("what was made, changed or deleted since the last backup counts, from the first note on where there was none", async () => {
  const writer = createWriter(database, () => now);
  expect(await backlogOf(database)).toEqual({ last: null, putOff: null, since: null, changes: 0 });
  now = at("02");
  const [pier, ferry] = [draftOf("the piles"), draftOf("the ferry")];
  await writer.save(made(pier));
  now = at("03");
  await writer.save(made(ferry));
  expect(await backlogOf(database)).toMatchObject({ last: null, since: at("02").toISOString(), changes: 2 });

  await noteBackup(at("04"));
  expect(await backlogOf(database)).toMatchObject({ since: at("04").toISOString(), changes: 0 });
  now = at("05");
  await writer.save(changed(pier.id, { note: "ask" }));
  await writer.remove(ferry.id);
  expect(await backlogOf(database)).toMatchObject({ last: at("04").toISOString(), changes: 2 });
});

test("a reminder that was put off is heard of again after a backup", async () => {
  await noteBackup(at("02"));
  await putBackupOff(at("10"));
  expect(await backlogOf(database)).toMatchObject({ last: at("02").toISOString(), putOff: at("17").toISOString() });
  await noteBackup(at("11"));
  expect(await backlogOf(database)).toMatchObject({ last: at("11").toISOString(), putOff: null });
});
