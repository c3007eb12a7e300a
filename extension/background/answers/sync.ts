import { failure, type Result, success } from "../../../src/result.ts";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { Database } from "../../store/database.ts";
import { guarded } from "../../store/records.ts";
import { SETUP, type SyncSetup } from "../../store/sync-rows.ts";
import { gather } from "../../sync/ledger.ts";
import { changePassphrase, forget, join, look, removeAll, settle } from "../../sync/setup.ts";
import type { BackgroundSync } from "../sync.ts";
import { tellReaders } from "../tell-readers.ts";

/** Calls about the sync. What may go wrong with a server is an answer, not a failure: the settings have a sentence for each. */
export const answersOnSync = (database: Database, { schedule, here, connect }: BackgroundSync) => {
  /** Does something with the sync as it is set up. */
  const withSetup = <T>(work: (setup: SyncSetup) => Promise<T>): Promise<Result<T>> =>
    guarded(async () => {
      const setup = await database.sync.get(SETUP);
      return setup?.name === SETUP ? success(await work(setup)) : failure("not-found", "no sync is set up");
    });
  const joinAt = async (server: SyncSetup["server"], passphrase: string) => {
    const joined = await join(database, connect(server), server, passphrase);
    if (joined.ok) void schedule.runNow();
    return joined;
  };
  return {
    lookAtSync: ({ server, passphrase }) =>
      guarded(async () => success(await look(database, connect(server), passphrase))),
    joinSync: ({ server, passphrase }) => guarded(async () => success(await joinAt(server, passphrase))),
    syncNow: () => guarded(async () => success((await schedule.runNow()) !== null)),
    pauseSync: async ({ isPaused }) => {
      const paused = await withSetup(async (setup) => {
        await database.sync.put({ ...setup, isPaused });
        return null;
      });
      if (!isPaused) void schedule.runNow();
      return paused;
    },
    leaveSync: ({ isRemoved }) =>
      withSetup(async ({ server }) => {
        const removed = isRemoved ? await removeAll(connect(server)) : ({ ok: true, value: null } as const);
        if (removed.ok) await forget(database);
        return removed;
      }),
    startSyncOver: ({ passphrase }) =>
      withSetup(async ({ server }) => {
        const removed = await removeAll(connect(server));
        return removed.ok ? joinAt(server, passphrase) : removed;
      }),
    changeSyncPassphrase: ({ present, next }) =>
      withSetup(async ({ server }) => changePassphrase(connect(server), present, next)),
    settleSync: ({ place, text, isDeleted }) =>
      withSetup(async ({ keys }) => {
        const machine = await here(keys);
        // What was written a moment ago is not settled away.
        while (await gather(machine));
        await settle(machine, place, { text, isDeleted });
        void tellReaders({ kind: "everything" }, null);
        void schedule.runNow();
        return null;
      }),
  } satisfies Partial<Handlers<BackgroundCalls>>;
};
