import { Dexie } from "dexie";
import browser, { type Runtime } from "webextension-polyfill";
import { OWN_PAGES } from "../calls/entry.ts";
import { SYNC_CHANNEL } from "../calls/sync-channel.ts";
import type { Database } from "../store/database.ts";
import type { SyncKeys, SyncServer } from "../store/sync-rows.ts";
import { patternOf } from "../sync/address.ts";
import { randomBytes, toHex } from "../sync/bytes.ts";
import type { Here } from "../sync/ledger.ts";
import { noteProgress, runRound } from "../sync/round.ts";
import { createSchedule, type Schedule } from "../sync/schedule.ts";
import { nameOf } from "../sync/seal.ts";
import { connect, type Server } from "../sync/server.ts";
import { publishSites } from "./sites.ts";
import { tellReaders } from "./tell-readers.ts";

const ALARM = "sync";
const WRITER = "syncWriter";
const WRITER_BYTES = 8;
/** How often the browser is shown that a round is running: it ends a background that does nothing else for thirty seconds. */
const PULSE = 20_000;

/** The tables that it writes itself: what is written there is not news. */
const ITS_OWN = /\/(?:sync|exchanged|outgoing|untaken|changes|tags|jobs|steps|sightings)\//;

export interface BackgroundSync {
  readonly schedule: Schedule;
  here(keys: SyncKeys): Promise<Here>;
  connect(server: SyncServer): Server;
}

/** Registers what the sync listens to, at once. Where none is set up, nothing is sent and nothing else happens. */
export function startSync(database: Database): BackgroundSync {
  const connectTo = (server: SyncServer): Server =>
    connect(server, { mayAsk: (address) => browser.permissions.contains({ origins: [patternOf(address)] }) });
  const here = async (keys: SyncKeys): Promise<Here> => ({
    database,
    by: await writerName(),
    now: () => new Date(),
    nameOf: (place) => nameOf(keys, place),
  });
  const schedule = createSchedule({
    database,
    run: async ({ server, keys, epoch }) =>
      awake(async () => runRound({ ...(await here(keys)), keys, epoch, server: connectTo(server) })),
    awaitChange: async ({ server }, { since }, signal) => (await connectTo(server).awaitChange(since, signal)).ok,
    wake: (minutes) => void browser.alarms.create(ALARM, { delayInMinutes: minutes, periodInMinutes: minutes }),
    onTaken: async () => {
      await publishSites(database);
      await tellReaders({ kind: "everything" }, null);
    },
  });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void runOrRest(schedule);
  });
  browser.runtime.onStartup.addListener(() => void schedule.runNow());
  browser.runtime.onInstalled.addListener(() => void lookAgainAtUntaken(database).then(schedule.runNow));
  browser.runtime.onConnect.addListener((port) => accompany(schedule, port));
  Dexie.on("storagemutated", (parts: object) => {
    if (database.hasOutbox && Object.keys(parts).some((part) => !ITS_OWN.test(part))) schedule.runSoon();
  });
  return { schedule, here, connect: connectTo };
}

/** Where the sync was ended or paused, nobody needs to be woken for it any more. */
async function runOrRest(schedule: Schedule): Promise<void> {
  if ((await schedule.runNow()) === null) await browser.alarms.clear(ALARM);
}

/** What an older version of Sourceline could not read, this one may. */
async function lookAgainAtUntaken(database: Database): Promise<void> {
  if ((await database.untaken.count()) > 0) await noteProgress({ database }, { since: null });
}

function accompany(schedule: Schedule, port: Runtime.Port): void {
  const { name, sender } = port;
  if (name !== SYNC_CHANNEL || sender === undefined || sender.id !== browser.runtime.id || !OWN_PAGES(sender)) return;
  const controller = new AbortController();
  port.onDisconnect.addListener(() => {
    // Asked for, or Chromium complains of a page that was left.
    void browser.runtime.lastError;
    controller.abort();
  });
  schedule.accompany(controller.signal);
}

/** The name that this run of the browser writes under. A copied profile has another, since the browser forgets it at its end. */
async function writerName(): Promise<string> {
  const { [WRITER]: known } = await browser.storage.session.get(WRITER);
  if (typeof known === "string") return known;
  const made = toHex(randomBytes(WRITER_BYTES));
  await browser.storage.session.set({ [WRITER]: made });
  return made;
}

async function awake<T>(work: () => Promise<T>): Promise<T> {
  const pulse = setInterval(() => void browser.runtime.getPlatformInfo(), PULSE);
  try {
    return await work();
  } finally {
    clearInterval(pulse);
  }
}
