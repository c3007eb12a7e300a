import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { SETUP } from "../../../../extension/store/sync-rows.ts";
import { type Outcome, progressOf } from "../../../../extension/sync/round.ts";
import { createSchedule, restAfter, type Schedule } from "../../../../extension/sync/schedule.ts";
import { keysFrom } from "../../../../extension/sync/seal.ts";

let database: Database;
let outcome: Outcome;
let rounds: number;
let woken: number[];
let told: number;
let during: () => Promise<unknown>;
let schedule: Schedule;

beforeEach(async () => {
  database = new Database(`test-${crypto.randomUUID()}`);
  outcome = { ok: true, changed: 0 };
  [rounds, told, woken] = [0, 0, []];
  during = async () => null;
  schedule = createSchedule({
    database,
    run: async () => {
      rounds += 1;
      await during();
      return outcome;
    },
    awaitChange: async (_setup, _progress, signal) => {
      if (rounds > 2) await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return true;
    },
    wake: (minutes) => void woken.push(minutes),
    onTaken: async () => {
      told += 1;
    },
  });
});

const setUp = async (isPaused = false): Promise<void> => {
  const server = { address: "", database: "", user: "", password: "" };
  await database.sync.put({ name: SETUP, server, epoch: "", keys: await keysFrom(new Uint8Array(32)), isPaused });
};

describe("when it runs", () => {
  test("not at all where no sync is set up, or it is paused", async () => {
    expect(await schedule.runNow()).toBeNull();
    await setUp(true);
    expect(await schedule.runNow()).toBeNull();
    expect([rounds, woken]).toEqual([0, []]);
  });

  test("again in five minutes; what came in is told of", async () => {
    await setUp();
    outcome = { ok: true, changed: 3 };
    await schedule.runNow();
    expect([woken, told]).toEqual([[5], 1]);
    expect(await progressOf({ database })).toMatchObject({ problem: null, failures: 0, last: expect.any(String) });
  });

  test("after a failure further and further apart, up to half an hour; nothing is forgotten of when it last went well", async () => {
    await setUp();
    await schedule.runNow();
    const { last } = await progressOf({ database });
    outcome = { ok: false, problem: "busy" };
    for (let time = 0; time < 3; time += 1) await schedule.runNow();
    expect(await progressOf({ database })).toMatchObject({ problem: "busy", failures: 3, last });
    expect([1, 2, 3, 20].map(restAfter)).toEqual([5_000, 10_000, 20_000, 1_800_000]);
    outcome = { ok: true, changed: 0 };
    await schedule.runNow();
    expect(await progressOf({ database })).toMatchObject({ problem: null, failures: 0 });
  });

  test("once more after the round that is running, where it was asked for meanwhile, and never two at a time", async () => {
    await setUp();
    let isFirst = true;
    during = async () => {
      if (isFirst) void schedule.runNow();
      isFirst = false;
    };
    await schedule.runNow();
    expect(rounds).toBe(2);
  });

  test("as soon as something changes there, while a page is open, and then no more", async () => {
    await setUp();
    const page = new AbortController();
    schedule.accompany(page.signal);
    await expect.poll(() => rounds).toBe(3);
    page.abort();
    await schedule.runNow();
    expect(rounds).toBe(4);
  });

  test("what ended meanwhile leaves nothing behind", async () => {
    await setUp();
    during = () => database.sync.clear();
    await schedule.runNow();
    expect(await database.sync.count()).toBe(0);
  });
});
